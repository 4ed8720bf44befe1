"""A text in Spanish is filled in and mended without a question about its English."""

import pytest

from config.editing.reading import reading_of
from news.duplicates.comparing import compared
from news.duplicates.merging import merge
from news.edits.comparing import edits_between
from news.edits.small import is_small_fix
from news.edits.standing import standing
from news.models import Correction
from news.models.edits import public_version
from tests.editing import url
from tests.factories import (
    CitationFactory,
    OrganizationFactory,
    PolicyEventFactory,
    PolicyFactory,
    PolicyRoleFactory,
)
from tests.news.test_admin_edits import DEVELOPMENT, boxes, save, text_of
from tests.news.test_admin_review import SUBMIT, member
from tests.news.test_changes import publish

pytestmark = pytest.mark.django_db

LEFT = "Its text in Spanish was not changed."


@pytest.fixture
def policy():
    """Return a public agreement, each part of it cited, and nothing in Spanish."""
    policy = PolicyFactory(
        title="Customs designation", summary="It does this.", events=[]
    )
    for field in ("title", "summary", "roles", "status"):
        CitationFactory(policy=policy, field=field, quote=field)
    event = PolicyEventFactory(policy=policy, note="By hand.")
    CitationFactory(event=event, field="note", quote="by hand")
    PolicyRoleFactory(policy=policy, capacity="Mayor")
    return publish(policy)


def versions(record):
    """Return a record twice: as it is, and to be changed in memory."""
    return public_version(record), public_version(record)


def test_field_for_the_spanish_follows_the_english(client, policy):
    client.force_login(member("editor", "Editors"))
    page = client.get(url(type(policy), "edit", policy.pk)).content.decode()
    for name in ("title", "summary", "scope", "exclusions", "conditions"):
        english, spanish = (page.index(f'name="{n}"') for n in (name, f"{name}_es"))
        between = page[english:spanish]
        assert " name=" not in between, name
    assert "Title in Spanish" in page


def test_twin_is_filled_in_and_asks_nothing(client, policy):
    editor = member("editor", "Editors")
    response = save(
        client,
        editor,
        policy,
        SUBMIT,
        title_es="Designación de aduanas",
        **{"events-0-note_es": "A mano.", "roles-0-capacity_es": "Alcaldía"},
    )
    assert "Not saved yet" not in text_of(response)
    draft = policy.get_latest_revision_as_object()
    assert draft.title_es == "Designación de aduanas"
    assert draft.title == "Customs designation"
    assert draft.events.first().note_es == "A mano."
    assert draft.roles.first().capacity_es == "Alcaldía"
    assert policy.workflow_in_progress


def test_twin_that_changes_asks_no_source(policy):
    policy.title_es, policy.scope_es = "Designación", "Agentes"
    was, now = versions(publish(policy))
    now.title_es, now.scope_es = "Nombramiento", "Algunos agentes"
    edits = edits_between(was, now)
    assert [edit.label for edit in edits] == ["Title in Spanish", "Scope in Spanish"]
    assert [standing(edit) for edit in edits] == [[], []]


def test_twin_of_a_row_is_an_edit_of_its_own(policy):
    was, now = versions(policy)
    next(iter(now.roles.all())).capacity_es = "Alcaldía"
    [edit] = edits_between(was, now)
    assert edit.is_twin
    assert edit.label == "Who took part, in Spanish"
    assert standing(edit) == []
    assert edit.lines()[0] == []
    assert "Alcaldía" in edit.lines()[1][0]


def test_row_of_which_more_changes_is_one_edit(policy):
    was, now = versions(policy)
    role = next(iter(now.roles.all()))
    role.capacity, role.capacity_es = "Former mayor", "Antigua alcaldía"
    [edit] = edits_between(was, now)
    assert (edit.part, edit.is_twin) == ("roles", False)
    assert standing(edit)


@pytest.mark.parametrize(
    ("before", "after", "is_small"),
    [
        ("", "Designación de aduanas", False),
        ("Designacion de aduanas", "Designación de aduanas", True),
        ("Los agentes participan", "Los agentes no participan", False),
        ("Se aprobó la orden", "Se rechazó la orden", False),
        ("Votaron siete concejales", "Votaron ocho concejales", False),
        ("Lo firmó el alcalde Ruiz", "Lo firmó el alcalde Díaz", False),
        ("Solo en la cárcel", "En la cárcel", False),
        ("La policía de la ciudad", "La policía municipal", True),
    ],
)
def test_small_fix_of_a_twin_keeps_its_facts(policy, before, after, is_small):
    policy.summary_es = before
    was, now = versions(publish(policy))
    now.summary_es = after
    assert is_small_fix(was, now, edits_between(was, now)) is is_small


def test_second_reader_hears_that_the_spanish_was_left(client, policy):
    policy.summary_es = "Hace esto."
    publish(policy)
    editor = member("editor", "Editors")
    changes = {"summary": "It does that.", "title": "Customs agreement"}
    asked = save(client, editor, policy, SUBMIT, DEVELOPMENT, **changes)
    save(client, editor, policy, SUBMIT, DEVELOPMENT, boxes(asked), **changes)
    client.force_login(member("reader", "Second readers"))
    page = text_of(client.get(url(type(policy), "edit", policy.pk)))
    assert page.count(LEFT) == 1  # the title has no text in Spanish to be left
    assert page.index("It does") < page.index(LEFT)
    draft = policy.get_latest_revision_as_object()
    draft.summary_es = "Hace aquello."
    draft.save_revision()
    policy.refresh_from_db()
    assert not any(change.leaves_twin for change in reading_of(policy).changes)


def test_correction_has_its_fields_in_spanish(admin_client):
    data = {
        "corrected_on": "2025-03-04",
        "record_title": "A vote",
        "was": "Five",
        "was_es": "Cinco",
        "now": "Six",
        "now_es": "Seis",
        "reason": "Misread",
        "reason_es": "Mal leído",
    }
    admin_client.post(url(Correction, "add"), data)
    assert Correction.objects.get().reason_es == "Mal leído"


@pytest.mark.parametrize(
    ("kept", "folded", "after"),
    [
        (("", ""), ("A choir.", "Un coro."), ("A choir.", "Un coro.")),
        (("A band.", ""), ("A choir.", "Un coro."), ("A band.", "")),
        (
            ("A band.", "Una banda."),
            ("A choir.", "Un coro."),
            ("A band.", "Una banda."),
        ),
        (("", ""), ("A choir.", ""), ("A choir.", "")),
    ],
)
def test_merge_takes_a_twin_only_with_its_english(admin_user, kept, folded, after):
    names = ("description", "description_es")
    one = OrganizationFactory(**dict(zip(names, kept, strict=True)))
    other = OrganizationFactory(**dict(zip(names, folded, strict=True)))
    taken = {row.label for row in compared(one, other) if row.is_taken}
    assert ("What it is, in Spanish" in taken) is (kept[1] != after[1])
    merge(one, other, user=admin_user)
    one.refresh_from_db()
    assert (one.description, one.description_es) == after
