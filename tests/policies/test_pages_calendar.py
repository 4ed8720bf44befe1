"""Votes as a calendar: those that match, with a day, and published."""

from datetime import time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions.enums import Precision
from policies.enums import VoteResult
from tests import factories
from tests.reading import read

pytestmark = pytest.mark.django_db

COMING = timezone.localdate() + timedelta(days=9)


@pytest.fixture
def vote():
    """A vote that is still to be held."""
    return factories.VoteFactory(
        motion="To renew it", result=VoteResult.SCHEDULED, date=COMING, time=time(18)
    )


def events(address):
    """Return the unfolded text of a calendar."""
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode().replace("\r\n ", "")


def test_coming_votes_are_in_the_calendar(vote):
    factories.VoteFactory(motion="To table it")
    factories.VoteFactory(
        motion="Draft", draft=True, result=VoteResult.SCHEDULED, date=COMING
    )
    text = events("/votes.ics?upcoming=1")
    assert text.count("BEGIN:VEVENT") == 1
    assert "To renew it" in text
    assert f"DTSTART:{COMING:%Y%m%d}T180000" in text
    assert events("/votes.ics").count("BEGIN:VEVENT") == 2


def test_vote_without_a_day_is_in_no_calendar():
    vote = factories.VoteFactory(
        date=COMING.replace(day=1), date_precision=Precision.MONTH
    )
    assert "VEVENT" not in events("/votes.ics")
    address = f"/votes/{vote.pk}-{vote.slug}.ics"
    assert Client().get(address).status_code == 404


def test_calendar_that_nothing_comes_in_is_one_that_programs_take():
    factories.VoteFactory()
    text = events("/votes.ics?upcoming=1")
    assert text.count("BEGIN:VEVENT") == 0
    assert text.count("BEGIN:VTIMEZONE") == text.count("END:VTIMEZONE") == 1


def test_page_of_a_coming_vote_offers_it(vote):
    address = f"/votes/{vote.pk}-{vote.slug}.ics"
    assert address in read(vote.get_absolute_url()).links()
    assert events(address).count("BEGIN:VEVENT") == 1
    moved = Client().get(f"/votes/{vote.pk}-old.ics")
    assert (moved.status_code, moved["Location"]) == (301, address)
    held = factories.VoteFactory()
    assert not [x for x in read(held.get_absolute_url()).links() if x.endswith(".ics")]


def test_draft_has_no_calendar():
    vote = factories.VoteFactory(draft=True, date=COMING)
    assert Client().get(f"/votes/{vote.pk}-{vote.slug}.ics").status_code == 404


def test_question_nobody_understands_is_refused_in_words():
    response = Client().get("/votes.ics?result=maybe")
    assert response.status_code == 400
    assert "Result" in response.content.decode()


def test_home_leads_to_what_comes_and_what_is_not_recorded(vote):
    factories.VoteFactory(result=VoteResult.UNKNOWN)
    links = read("/").links()
    assert "/votes.ics?upcoming=1" in links
    assert "/votes/?result_missing=1" in links
    assert "/changes/" in links
