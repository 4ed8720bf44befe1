"""Before a record is made, an editor is asked whether we have it already."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from jurisdictions.enums import AgencyKind, Office, OrganizationKind
from jurisdictions.models import Agency, Jurisdiction, Official, Organization
from news.duplicates.finding import near_matches
from news.enums import OutletKind
from news.models import Distinction, Outlet
from policies.models import Vote
from tests import factories
from tests.editing import as_data, rows, url, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    """Sign in somebody who may do everything."""
    user = get_user_model().objects.create_superuser("root")
    client.force_login(user)
    return user


@pytest.fixture
def naacp():
    """Return an organization with a name that is written in many ways."""
    alabama = factories.StateFactory()
    return factories.OrganizationFactory(
        name="NAACP Alabama State Conference", jurisdiction=alabama
    )


def blank(model, **values):
    """Return the form for a new record, filled in with some values."""
    form = model.snippet_viewset.get_form_class()(instance=model())
    return as_data(form) | {"slug": ""} | values


def asked(response):
    """Return the labels of the records that a new one is said to be like."""
    question = response.context["asked"]
    if question is None or question.is_answered:
        return []
    return [candidate["label"] for candidate in question.candidates]


def add(client, model, **values):
    """Send the form for a new record and return the answer."""
    return client.post(url(model, "add"), blank(model, **values))


def test_close_name_is_asked_about_and_nothing_typed_is_lost(client, editor, naacp):
    response = add(
        client,
        Organization,
        name="Alabama NAACP",
        kind=OrganizationKind.CIVIL_RIGHTS,
        description="A chapter, it says",
        **rows("aliases", {"name": "Ala. NAACP"}),
    )
    assert response.status_code == 200
    assert Organization.objects.count() == 1
    assert asked(response) == [
        "NAACP Alabama State Conference (Alabama)",
    ]
    page = response.content.decode()
    assert url(Organization, "edit", naacp.pk) in page
    assert "A chapter, it says" in page
    assert "Ala. NAACP" in page
    assert "we may have this already" in words(response)[-1]


def test_reason_makes_the_record_and_is_kept(client, editor, naacp):
    typed = {"name": "Alabama NAACP", "different_from": naacp.pk}
    assert asked(add(client, Organization, **typed)) != []
    assert asked(add(client, Organization, **typed, different_because=" … ")) != []
    assert asked(add(client, Organization, **typed, different_because="x" * 301)) != []
    assert Organization.objects.count() == 1
    why = "It is the youth council, not the conference"
    response = add(client, Organization, **typed, different_because=why)
    assert response.status_code == 302
    made = Organization.objects.get(name="Alabama NAACP")
    kept = Distinction.objects.get()
    assert (kept.kind, kept.lower, kept.higher) == (
        "organization",
        naacp.pk,
        made.pk,
    )
    assert (kept.reason, kept.said_by) == (why, editor)
    history = client.get(url(Organization, "history", made.pk)).content.decode()
    assert "Different from NAACP Alabama State Conference" in history
    assert why in history


def test_reason_speaks_of_those_that_were_shown(client, editor, naacp):
    typed = {"name": "Alabama NAACP", "different_because": "The youth council"}
    assert asked(add(client, Organization, **typed)) != []
    assert asked(add(client, Organization, **typed, different_from="x")) != []
    assert Organization.objects.count() == 1


def test_save_nobody_asked_for_is_refused_in_words(client, editor, naacp):
    data = blank(Organization, name="Alabama NAACP")
    response = client.post(
        url(Organization, "add"), data, HTTP_ACCEPT="application/json"
    )
    assert response.status_code == 400
    told = json.loads(response.content)
    assert told["error_code"] == "validation_error"
    assert "we may have this already" in told["error_message"]
    assert Organization.objects.count() == 1


def test_other_names_make_no_trouble(client, editor, naacp):
    response = add(client, Organization, name="ACLU of Alabama")
    assert response.status_code == 302
    assert Organization.objects.count() == 2
    assert not Distinction.objects.exists()


def test_what_is_wrong_comes_before_the_question(client, editor, naacp):
    response = add(client, Organization, name="Alabama NAACP", slug="no slug!")
    assert response.status_code == 200
    assert asked(response) == []


def test_kinds_that_are_not_compared_are_made_as_before(client, editor):
    assert client.get(url(Vote, "add")).status_code == 200
    assert near_matches(factories.VoteFactory()) == []


def test_alias_of_either_is_a_name(client, editor):
    known = factories.OrganizationFactory(name="Hispanic Interest Coalition of Alabama")
    assert asked(add(client, Organization, name="¡HICA!")) != []
    factories.OrganizationAliasFactory(organization=known, name="La Casa Grande")
    known.save()
    assert asked(add(client, Organization, name="La Casa Grande")) != []
    other = {"name": "Quite Another"} | rows("aliases", {"name": "Casa Grande"})
    assert asked(add(client, Organization, **other)) != []


def test_draft_is_found_though_misspelt(client, editor):
    factories.OrganizationFactory(name="Adelante Worker Center", draft=True)
    [found] = asked(add(client, Organization, name="Adelnate Worker Center"))
    assert found.startswith("Adelante Worker Center")


def test_place_is_asked_about_in_its_state(client, editor):
    alabama, texas = (factories.StateFactory(usps=code) for code in ("AL", "TX"))
    place = factories.PlaceFactory(name="Birmingham", state=alabama)
    factories.CountyFactory(name="Birmingham County", state=alabama)
    typed = {"name": "Birmingam", "level": "municipality"}
    [found] = asked(add(client, Jurisdiction, **typed, state="AL"))
    assert found.startswith("Birmingham, Alabama")
    response = add(client, Jurisdiction, **typed, state="TX")
    assert response.status_code == 302
    assert place.state != texas


def test_agency_is_asked_about_in_its_place(client, editor):
    known = factories.AgencyFactory(name="Hoover Police Department")
    kind = {"kind": AgencyKind.POLICE}
    here = {"jurisdiction": known.jurisdiction_id} | kind
    [found] = asked(add(client, Agency, name="Hoover Police Dept.", **here))
    assert found.startswith("Hoover Police Department")
    there = {"jurisdiction": factories.PlaceFactory().pk} | kind
    response = add(client, Agency, name="Hoover Police Dept.", **there)
    assert response.status_code == 302


def test_person_is_asked_about_by_name_and_place(client, editor):
    term = factories.TermFactory(
        official__given_name="Randall", official__family_name="Woodfin"
    )
    name = {"given_name": "Randall L.", "family_name": "Woodfin"}
    assert asked(add(client, Official, **name)) != []
    office = {"office": Office.MAYOR, "start_precision": "unknown"}
    office |= {"end_precision": "unknown"}
    here = office | {"jurisdiction": term.jurisdiction_id}
    assert asked(add(client, Official, **name, **rows("terms", here))) != []
    texas = factories.StateFactory(usps="TX")
    there = office | {"jurisdiction": factories.PlaceFactory(state=texas).pk}
    response = add(client, Official, **name, **rows("terms", there))
    assert response.status_code == 302


def test_outlet_is_asked_about_by_name_and_website(client, editor):
    factories.OutletFactory(name="The Gadsden Times", website="https://www.gt.example/")
    kind = {"kind": OutletKind.choices[0][0]}
    assert asked(add(client, Outlet, name="Gadsden Times", **kind)) != []
    site = {"website": "https://www.gt.example/"}
    assert asked(add(client, Outlet, name="Another", **kind, **site)) != []
    assert add(client, Outlet, name="Another", **kind).status_code == 302


def test_chooser_asks_too(client, editor, naacp):
    chooser = Organization.snippet_viewset.chooser_viewset
    create = reverse(chooser.get_url_name("create"))
    typed = {"name": "Alabama NAACP", "kind": OrganizationKind.UNKNOWN}
    shown = json.loads(client.post(create, typed).content)
    assert shown["step"] == "reshow_creation_form"
    assert url(Organization, "edit", naacp.pk) in shown["htmlFragment"]
    assert 'value="Alabama NAACP"' in shown["htmlFragment"]
    assert Organization.objects.count() == 1
    answer = {"different_from": naacp.pk, "different_because": "The youth council"}
    made = json.loads(client.post(create, typed | answer).content)
    assert made["step"] == "chosen"
    assert Distinction.objects.get().higher == int(made["result"]["id"])
    choose = client.get(reverse(chooser.get_url_name("choose")))
    assert choose.status_code == 200


def test_few_questions_are_asked_of_many_records(naacp, django_assert_max_num_queries):
    state = naacp.jurisdiction
    for number in range(30):
        factories.OrganizationFactory(
            name=f"Alabama Group {number}", jurisdiction=state
        )
    with django_assert_max_num_queries(8):
        found = near_matches(Organization(name="Alabama NAACP"))
    assert [match.record for match in found] == [naacp]
