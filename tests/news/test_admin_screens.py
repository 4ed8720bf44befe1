"""Every admin screen of every kind of record opens, searches and exports."""

import json

import pytest
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.snippets.models import get_snippet_models

from jurisdictions.models import Record
from tests import factories

pytestmark = pytest.mark.django_db

FACTORIES = {
    factory._meta.model: factory
    for factory in vars(factories).values()
    if isinstance(factory, type)
    and issubclass(factory, factories.Rows)
    and not factory._meta.abstract
    and factory not in (factories.StateFactory, factories.NationFactory)
    and factory is not factories.CountyFactory
}
KINDS = sorted(get_snippet_models(), key=lambda model: model.__name__)
RECORDS = [model for model in KINDS if issubclass(model, Record)]
CHOSEN = [model for model in RECORDS if model.snippet_viewset.is_chosen]
SCREENS = ("edit", "history", "usage")


def url(model, name, *args):
    """Return the address of one of a kind's screens."""
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def chooser_url(model, name, *args):
    """Return the address of a part of a kind's chooser."""
    chooser = model.snippet_viewset.chooser_viewset
    return reverse(chooser.get_url_name(name), args=args)


def test_every_record_has_its_screens():
    assert {model.__name__ for model in KINDS} == {
        "Agency",
        "Body",
        "Correction",
        "CourtCase",
        "Jurisdiction",
        "Official",
        "Organization",
        "Outlet",
        "Policy",
        "Source",
        "Statement",
        "Vote",
    }


@pytest.mark.parametrize("model", KINDS)
def test_screens_open(admin_client, model):
    record = FACTORIES[model]()
    assert admin_client.get(url(model, "list")).status_code == 200
    assert admin_client.get(url(model, "add")).status_code == 200
    for name in SCREENS:
        assert admin_client.get(url(model, name, record.pk)).status_code == 200
    assert AdminURLFinder().get_edit_url(record) == url(model, "edit", record.pk)


@pytest.mark.parametrize("model", KINDS)
@pytest.mark.parametrize("words", ['"', "spring al", "%", "x' OR 1=1"])
def test_list_searches_any_words(admin_client, model, words):
    FACTORIES[model]()
    for address in (url(model, "list"), url(model, "list_results")):
        assert admin_client.get(address, {"q": words}).status_code == 200


@pytest.mark.parametrize("model", CHOSEN)
@pytest.mark.parametrize("words", ['"', "spring al", "%", "x' OR 1=1"])
def test_chooser_searches_any_words(admin_client, model, words):
    FACTORIES[model]()
    for name in ("choose", "choose_results"):
        found = admin_client.get(chooser_url(model, name), {"q": words})
        assert found.status_code == 200


@pytest.mark.parametrize("model", KINDS)
@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_list_exports(admin_client, model, format):
    FACTORIES[model]()
    response = admin_client.get(url(model, "list"), {"export": format})
    assert response.status_code == 200
    assert response.getvalue()


@pytest.mark.parametrize("model", RECORDS)
@pytest.mark.parametrize("standing", ["live", "draft", "changed", "review"])
def test_list_filters_by_where_a_record_stands(admin_client, model, standing):
    FACTORIES[model]()
    response = admin_client.get(url(model, "list"), {"standing": standing})
    assert response.status_code == 200
    assert len(response.context["object_list"]) == (standing == "live") * (
        model.objects.filter(live=True).count()
    )


@pytest.mark.parametrize("model", CHOSEN)
def test_chooser_refuses_what_is_no_id(admin_client, model):
    assert admin_client.get(chooser_url(model, "chosen", "x")).status_code == 404
    several = chooser_url(model, "chosen_multiple")
    response = admin_client.get(several, {"id": ["x", "9" * 30]})
    assert json.loads(response.content)["result"] == []


@pytest.mark.parametrize("model", RECORDS)
def test_list_asks_no_more_for_more_rows(
    admin_client, model, django_assert_max_num_queries
):
    FACTORIES[model]()
    admin_client.get(url(model, "list"))
    with django_assert_max_num_queries(100) as few:
        admin_client.get(url(model, "list"))
    for _number in range(10):
        FACTORIES[model]()
        FACTORIES[model](draft=True)
    with django_assert_max_num_queries(100) as many:
        admin_client.get(url(model, "list"))
    assert len(many) <= len(few) + 1


@pytest.mark.parametrize("model", CHOSEN)
def test_chooser_asks_no_more_for_more_rows(
    admin_client, model, django_assert_max_num_queries
):
    for _number in range(11):
        FACTORIES[model]()
        FACTORIES[model](draft=True)
    with django_assert_max_num_queries(20):
        admin_client.get(chooser_url(model, "choose"))
