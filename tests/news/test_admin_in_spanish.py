"""What an editor stores is the same whatever language the admin is in."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, models, transaction
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.users.models import UserProfile

from news.changes.writing import record_all
from news.duplicates.merging import merge
from news.filing.dealing import deal
from news.filing.entering import file, rehearse
from policies.models import Statement
from tests import factories, loaded
from tests.editing import sent, url
from tests.news.filing.articles import places, taken_in
from tests.news.sheets import POLICY, entered
from tests.news.test_admin_edits import boxes
from tests.news.test_changes import publish

pytestmark = pytest.mark.django_db

PLAIN = (
    *(models.CharField, models.TextField, models.DateField, models.DecimalField),
    *(models.BooleanField, models.IntegerField, models.URLField, models.JSONField),
)
# When it was done, and random keys.
OF_THE_DAY = {"fingerprint", "key", "digest"}


@pytest.fixture
def editor():
    """Return somebody who may do everything."""
    return get_user_model().objects.create_superuser("editor")


def stored():
    """Return the plain values of every row of the record, and of what leads on."""
    kinds = [m for m in apps.get_models() if is_ours(m)]
    return {
        model.__name__: sorted(map(repr, model._base_manager.values_list(*fields)))
        for model in (*kinds, Redirect)
        if (fields := [f.name for f in model._meta.concrete_fields if is_plain(f)])
    }


def is_ours(model):
    return model._meta.app_label in {"jurisdictions", "news", "policies"}


def is_plain(field):
    timed = isinstance(field, models.DateTimeField)
    return isinstance(field, PLAIN) and not timed and field.name not in OF_THE_DAY


def in_both_languages(deed):
    """Return what a deed stores, done in English and in Spanish, each then undone."""
    found = []
    for language in ("en", "es"):
        with transaction.atomic():
            loaded.count_on(connection)
            with translation.override(language):
                deed()
                record_all()
            found.append(stored())
            transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_form_stores_days_numbers_choices_and_address(client, editor, language):
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = language
    profile.save()
    draft = factories.StatementFactory(draft=True, title="As it was")
    client.force_login(editor)
    form = client.get(url(Statement, "edit", draft.pk)).content.decode()
    assert f'lang="{language}"' in form
    typed = sent(
        draft,
        title="Mayor speaks",
        date="2021-12-07",
        date_precision="day",
        amount_from="1250.50",
        amount_unit="US dollars",
        stance="opposes",
    )
    typed |= {"action-publish": "action-publish"}
    address = url(Statement, "edit", draft.pk)
    asked = client.post(address, typed)
    client.post(address, typed | boxes(asked))
    said = Statement.objects.get(pk=draft.pk)
    assert said.live
    assert (said.title, said.date) == ("Mayor speaks", date(2021, 12, 7))
    assert (said.amount_from, said.stance) == (Decimal("1250.50"), "opposes")
    assert not said.get_absolute_url().startswith("/es/")
    record_all()
    with translation.override("es"):
        assert record_all() == []


def test_spreadsheet_stores_the_same(editor):
    places()
    factories.PlaceFactory(name="Mobile", state__usps="AL")
    english, spanish = in_both_languages(
        lambda: entered("policies", POLICY, user=editor)
    )
    assert english == spanish
    assert english["Policy"]


def test_merge_stores_the_same(editor):
    kept = publish(factories.OrganizationFactory(name="Neighbors United"))
    folded = publish(factories.OrganizationFactory(name="United Neighbors"))
    english, spanish = in_both_languages(
        lambda: merge(
            type(kept).objects.get(pk=kept.pk),
            type(kept).objects.get(pk=folded.pk),
            user=editor,
        )
    )
    for of_the_minute in (english, spanish):
        del of_the_minute["Merge"]  # says when each row was last touched
    assert english == spanish
    assert english["Redirect"]


def test_article_that_is_filed_stores_the_same(editor):
    places()
    intake = taken_in(user=editor)

    def file_it():
        again = type(intake).objects.get(pk=intake.pk)
        deal(again)
        file(again, editor, seen=rehearse(again, editor).digest)

    english, spanish = in_both_languages(file_it)
    assert english["Statement"]
    for kind in english:
        assert english[kind] == spanish[kind], kind
