"""What an editor stores is the same whatever language the admin is in."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, models, transaction
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from news.changes.writing import record_all
from news.duplicates.merging import merge
from news.filing.dealing import deal
from news.filing.entering import file, rehearse
from news.models import Change, Correction
from policies.models import Statement, Vote
from tests import factories, loaded
from tests.editing import sent, url
from tests.news.filing.articles import places, taken_in
from tests.news.sheets import POLICY, entered
from tests.news.test_admin_edits import CORRECTION, boxes, save, text_of
from tests.news.test_admin_review import APPROVE, SUBMIT, member
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


def speak(user, language):
    """Let somebody's admin be in a language."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


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
    speak(editor, language)
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


# What was wrong of a vote: a choice, a day, a number, a text with its twin.
CORRECTED = {
    "result": "failed",
    "date": "2021-12-14",
    "yes_count": "3",
    "location": "Room 2",
    "location_es": "Sala 2",
}


@pytest.fixture
def vote():
    """Return a public vote, cited as a whole, with both twins of where it was."""
    return factories.VoteFactory(
        result="passed",
        date=date(2021, 12, 7),
        yes_count=6,
        location="Room 1",
        location_es="Sala 1",
        citation__quote="It passed, six to three.",
    )


def test_correction_stores_the_same(client, editor, vote):
    editors = member("one", "Editors"), member("two", "Second readers")
    source = vote.citations.get().source
    record_all()
    logged = []

    def correct():
        """Submit a correction, and approve it."""
        mine = Vote.objects.get(pk=vote.pk)
        for user in editors:
            speak(user, translation.get_language())
        why = CORRECTION | {"change_source": source.pk}
        asked = save(client, editors[0], mine, SUBMIT, why, **CORRECTED)
        save(client, editors[0], mine, SUBMIT, why, boxes(asked), **CORRECTED)
        save(client, editors[1], mine, APPROVE)
        assert mine.result == "failed"
        of_mine = ModelLogEntry.objects.for_instance(mine).order_by("pk")
        answers = of_mine.filter(action__in=["record.supported", "record.reason"])
        logged.append([*answers.values_list("action", "data")])

    english, spanish = in_both_languages(correct)
    assert english["Correction"]
    for kind in english:
        assert english[kind] == spanish[kind], kind
    assert len(logged[0]) == 2
    assert logged[0] == logged[1]


def test_correction_made_in_spanish_reads_as_one_made_in_english(client, vote):
    one, two = member("one", "Editors"), member("two", "Second readers")
    speak(one, "es")
    speak(two, "es")
    source = vote.citations.get().source
    why = CORRECTION | {"change_source": source.pk}
    changed = {"location": "Room 2", "location_es": "Sala 2"}
    save(client, one, vote, SUBMIT, why, **changed)
    save(client, two, vote, APPROVE)
    assert (vote.location, vote.location_es) == ("Room 2", "Sala 2")
    told = Correction.objects.get()
    assert told.was.splitlines() == [
        "Place of the meeting: Room 1",
        "Place of the meeting, in Spanish: Sala 1",
    ]
    assert told.now.splitlines() == [
        "Place of the meeting: Room 2",
        "Place of the meeting, in Spanish: Sala 2",
    ]
    assert (told.reason, told.source) == ("We misread the minutes", source)
    assert (told.was_es, told.now_es, told.reason_es) == ("", "", "")
    assert told.record_path == vote.get_absolute_url()
    assert told.record_path.startswith("/votes/")
    assert Change.objects.get(correction=told).kind == "corrected"


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (" – ", "Diga en pocas palabras por qué cambia esto."),
        ("", "Este campo es necesario."),
    ],
)
def test_reason_is_asked_for_in_spanish_and_nothing_typed_is_lost(
    client, vote, given, error
):
    editor = member("one", "Editors")
    speak(editor, "es")
    source = vote.citations.get().source
    why = CORRECTION | {"change_reason": given, "change_source": source.pk}
    changed = {"location": "Room 2", "location_es": "Sala 2"}
    response = save(client, editor, vote, SUBMIT, why, **changed)
    shown = text_of(response)
    for words in (
        "¿Por qué cambia esto?",
        "Corrección: estaba mal",
        "Tipo de cambio",
        "La fuente que lo dice",
        "<b>Lugar de la reunión</b>: <del>Room 1</del> → <ins>Room 2</ins>",
        error,
    ):
        assert words in shown
    for words in ("Why does this change?", "It is a", "Correction: it", "The source"):
        assert words not in shown
    form, reason = response.context["form"], response.context["asked_of_edits"].reason
    assert form["location"].value() == "Room 2"
    assert form["location_es"].value() == "Sala 2"
    assert reason["change_kind"].value() == "correction"
    assert str(reason["change_source"].value()) == str(source.pk)
    assert 'value="correction" required' in shown
    assert not vote.workflow_in_progress
    assert not Correction.objects.exists()


TYPED = {
    "corrected_on": "2026-02-03",
    "record_title": "Mobile: a vote",
    "was": "4 to 3",
    "was_es": "4 a 3",
    "now": "5 to 2",
    "now_es": "5 a 2",
    "reason": "A reader reported the error.",
    "reason_es": "Una persona avisó del error.",
    "source": "",
}


def test_entry_in_the_log_of_corrections_stores_the_same(client, editor, vote):
    client.force_login(editor)
    address = url(Correction, "add")

    def enter():
        """Type an entry, with the address of the page as the editor reads it."""
        language = translation.get_language()
        speak(editor, language)
        path = vote.get_absolute_url()
        client.post(address, TYPED | {"record_path": path})

    english, spanish = in_both_languages(enter)
    assert english["Correction"] == spanish["Correction"]
    assert len(english["Correction"]) == 1
    assert "'/votes/" in english["Correction"][0]
    assert english["Change"] == spanish["Change"]


def test_entry_without_its_reason_is_refused_in_spanish(client, editor):
    speak(editor, "es")
    client.force_login(editor)
    response = client.post(url(Correction, "add"), TYPED | {"reason": ""})
    shown = text_of(response)
    assert "Este campo es necesario." in shown
    assert "Pública desde el momento en que se guarda." in shown
    assert "Por qué, en español" in shown
    assert "in Spanish" not in shown
    form = response.context["form"]
    lost = [name for name in TYPED if (form[name].value() or "") != TYPED[name]]
    assert lost == ["reason"]
    assert not Correction.objects.exists()
