"""What the log of corrections tells of a record by itself, and in which language."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from news.models import Correction
from tests.factories import (
    CorrectionFactory,
    CourtCaseFactory,
    OfficialFactory,
    OutletFactory,
    PlaceFactory,
    PolicyFactory,
    SourceFactory,
    VoteFactory,
)
from tests.news.test_admin_edits import CORRECTION, boxes, save
from tests.news.test_admin_review import APPROVE, SUBMIT, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return member("editor", "Editors")


@pytest.fixture
def reader():
    return member("reader", "Second readers")


def corrected(client, editor, reader, record, **changes):
    """Return the correction of a record, which both have read and its sources hold."""
    asked = save(client, editor, record, SUBMIT, CORRECTION, **changes)
    save(client, editor, record, SUBMIT, CORRECTION, boxes(asked), **changes)
    save(client, reader, record, APPROVE)
    return Correction.objects.get()


def test_a_correction_of_a_choice_and_a_day_is_told_in_both_languages(
    client, editor, reader
):
    vote = VoteFactory(result="failed", date=date(2026, 3, 2), date_precision="day")
    changed = {"result": "passed", "date": "2026-03-03"}
    correction = corrected(client, editor, reader, vote, **changed)
    assert "Failed" in correction.was
    assert "Mar 2, 2026" in correction.was
    assert "No se aprobó" in correction.was_es
    assert "2 mar 2026" in correction.was_es
    assert "Se aprobó" in correction.now_es
    assert correction.record_title == str(vote)


def test_a_correction_names_what_is_related_in_spanish(client, editor, reader):
    """As the page names it: in our words in Spanish, without a word on the language."""
    old = PolicyFactory(title="Old pact", title_es="Pacto viejo")
    new = PolicyFactory(title="New pact", title_es="Pacto nuevo")
    vote = VoteFactory(policy=old)
    told = corrected(client, editor, reader, vote, policy=new.pk)
    assert told.was == f"Agreement or policy: {old}"
    assert told.was_es.endswith(f": {old.jurisdiction.full_name}: Pacto viejo")
    assert told.now_es.endswith(f": {new.jurisdiction.full_name}: Pacto nuevo")


def test_a_correction_that_names_what_has_no_spanish_leaves_it_to_an_editor(
    client, editor, reader
):
    old = PolicyFactory(title="Old pact", title_es="Pacto viejo")
    new = PolicyFactory(title="New pact")
    vote = VoteFactory(policy=old)
    told = corrected(client, editor, reader, vote, policy=new.pk)
    assert told.now == f"Agreement or policy: {new}"
    assert (told.was_es, told.now_es) == ("", "")


def test_a_correction_of_who_is_named_is_told_in_both_languages(client, editor, reader):
    """A person's name is the same in both."""
    first, second = OfficialFactory(), OfficialFactory()
    vote = VoteFactory(mover=first)
    told = corrected(client, editor, reader, vote, mover=second.pk)
    assert str(first) in told.was_es
    assert str(second) in told.now_es


def test_a_correction_of_an_events_day_names_the_event_as_each_version_did(
    client, editor, reader
):
    policy = PolicyFactory(events=[("proposed", "2021-11-05")])
    changed = {"events-0-date": "2021-11-07"}
    told = corrected(client, editor, reader, policy, **changed)
    assert told.was == "Proposed · Nov 5, 2021: Date: Nov 5, 2021"
    assert told.now == "Proposed · Nov 7, 2021: Date: Nov 7, 2021"
    assert "5 nov 2021: Fecha: 5 nov 2021" in told.was_es
    assert "7 nov 2021: Fecha: 7 nov 2021" in told.now_es


@pytest.mark.parametrize(
    "made", [OfficialFactory, OutletFactory, PlaceFactory, SourceFactory]
)
def test_a_correction_of_what_has_one_name_has_it_in_both_languages(made):
    """A headline in English is what it is: nobody is to put it into Spanish."""
    record = made()
    correction = CorrectionFactory.build(source=None)
    correction.name_after(record)
    assert correction.record_title == correction.record_title_es == str(record)


def test_a_correction_of_what_is_in_our_words_alone_has_no_spanish_title():
    correction = CorrectionFactory.build(source=None)
    correction.name_after(PolicyFactory(title="Old pact"))
    assert correction.record_title_es == ""


def test_titles_of_older_corrections_that_are_names_are_repeated_in_spanish():
    policy = PolicyFactory(title="Old pact")
    records = [
        OfficialFactory(given_name="Ada", family_name="Rivers", suffix="Sr."),
        OfficialFactory(given_name="", family_name="Roe"),
        *(made() for made in (CourtCaseFactory, OutletFactory, PlaceFactory)),
        SourceFactory(title="Council minutes"),
        policy.jurisdiction.state,
    ]
    named = [CorrectionFactory(record_title=str(record)) for record in records]
    ours = CorrectionFactory(record_title=str(policy))
    import_module("news.migrations.0017_corrections_of_names").repeat_names(apps, None)
    for correction in named:
        correction.refresh_from_db()
        assert correction.record_title_es == correction.record_title
    ours.refresh_from_db()
    assert ours.record_title_es == ""
