"""The addresses of sources are looked at, and what was found is kept."""

from datetime import timedelta
from functools import partial
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from jurisdictions.models import RecordVersion
from news.articles.links import Answer, Visitor
from news.duplicates.merging import merge
from news.enums import LinkFinding
from news.models import LinkCheck, Source
from tests.factories import LinkCheckFactory, SourceFactory
from tests.news.articles.sites import Names, page, redirect, site

pytestmark = pytest.mark.django_db

GONE = [b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"]
FAULT = Answer(LinkFinding.FAULT, 500)
NOWHERE = Answer(LinkFinding.GONE, 404)
THERE = Answer(LinkFinding.ANSWERS, 200)
ARCHIVE = "http://archive.example/wayback/available"
COPY = "https://web.archive.org/web/20211206000000/https://ledger.example/1"


def run(answers, *args):
    """Run the command while a site here is the internet; return what it says."""
    out = StringIO()
    with site(answers) as server:
        visitor = partial(
            Visitor, network=server.network, resolve=Names(), archive=ARCHIVE
        )
        with patch("news.management.commands.check_links.Visitor", visitor):
            call_command("check_links", "--pause=0", *args, stdout=out)
    return out.getvalue(), server.heads


def source(name, **fields):
    """Return a source at an address of its own on the site."""
    return SourceFactory(url=f"http://ledger.example/{name}", **fields)


def paths(heads):
    """Return the paths that were asked for, in their order, each once."""
    return list(dict.fromkeys(head.split()[1] for head in heads))


def looked(found, days_ago=0, source=None):
    """Keep what was found at the address of a source so many days ago."""
    now = timezone.now() - timedelta(days=days_ago)
    LinkCheck.objects.keep(source.pk, source.url, found, now)


def test_what_was_found_is_kept_and_summed_up():
    there, gone, moved = source("there"), source("gone"), source("moved")
    steps = {
        "/gone": GONE,
        "/moved": redirect("http://ledger.example/new", "301 Moved"),
    }
    said, _heads = run(lambda path: steps.get(path, page(b"")))
    assert "Addresses: Answers: 2; No such page: 1" in said
    assert there.link_check.finding == LinkFinding.ANSWERS
    assert (gone.link_check.status, gone.link_check.failed_days) == (404, 1)
    assert gone.link_check.failing_since == timezone.localdate()
    assert moved.link_check.moved_to == "http://ledger.example/new"


def test_no_page_and_no_version_of_a_source_is_disturbed():
    one = source("1")
    before = Source.objects.values().get(pk=one.pk), RecordVersion.current()
    run(lambda path: GONE)
    assert (Source.objects.values().get(pk=one.pk), RecordVersion.current()) == before
    assert one.get_latest_revision() is None


def test_published_ones_come_first_and_then_the_longest_unseen():
    draft, late, early, never = (
        source("draft", draft=True),
        source("late"),
        source("early"),
        source("never"),
    )
    SourceFactory(url="")
    looked(THERE, 40, late)
    looked(THERE, 50, early)
    _said, heads = run(lambda path: page(b""))
    assert paths(heads) == ["/never", "/early", "/late", "/draft"]
    assert {never.link_check.status, draft.link_check.status} == {200}


def test_run_goes_on_where_the_last_one_ended():
    for name in "abc":
        source(name)
    _said, first = run(lambda path: page(b""), "--limit=2")
    _said, second = run(lambda path: page(b""))
    said, third = run(lambda path: page(b""))
    assert (paths(first), paths(second), paths(third)) == (["/a", "/b"], ["/c"], [])
    assert "none was due" in said


def test_run_that_is_broken_off_keeps_what_it_has():
    one, other = source("a"), source("b")
    answers = iter([THERE])

    def look(visitor, address):
        if (answer := next(answers, None)) is None:
            raise KeyboardInterrupt
        return answer

    out = StringIO()
    with patch.object(Visitor, "look", look), pytest.raises(KeyboardInterrupt):
        call_command("check_links", stdout=out)
    assert "Addresses: Answers: 1" in out.getvalue()
    assert LinkCheck.objects.get().source == one != other


def test_new_address_is_looked_at_at_once_and_begins_anew():
    one = source("old")
    looked(NOWHERE, 2, one)
    looked(NOWHERE, 1, one)
    assert list(LinkCheck.objects.dead_sources()) == [one]
    one.url = "http://ledger.example/new"
    one.save()
    assert list(LinkCheck.objects.dead_sources()) == []
    assert Source.objects.get(pk=one.pk).link() is None
    _said, heads = run(lambda path: GONE)
    assert paths(heads) == ["/new"]
    assert LinkCheck.objects.get().failed_days == 1


@pytest.mark.parametrize(
    ("found", "days_ago", "is_dead"),
    [
        ([NOWHERE], [0], False),
        ([NOWHERE, NOWHERE], [0, 0], False),  # on one day
        ([NOWHERE, NOWHERE], [1, 0], True),
        ([FAULT, FAULT], [1, 0], False),
        ([FAULT, FAULT, FAULT], [2, 1, 0], True),
        ([FAULT, NOWHERE], [1, 0], True),
        ([NOWHERE, THERE, NOWHERE], [2, 1, 0], False),
        ([NOWHERE, NOWHERE, THERE], [2, 1, 0], False),
        ([Answer(LinkFinding.CLOSED, 403)] * 4, [3, 2, 1, 0], False),
    ],
)
def test_address_is_dead_after_failing_on_enough_days(found, days_ago, is_dead):
    one = source("1")
    for answer, days in zip(found, days_ago, strict=True):
        looked(answer, days, one)
    assert LinkCheck.objects.dead_sources().exists() is is_dead


def test_failure_is_looked_at_again_the_next_day_until_it_is_dead():
    failing, dead, today = source("failing"), source("dead"), source("today")
    looked(FAULT, 1, failing)
    looked(NOWHERE, 2, dead)
    looked(NOWHERE, 1, dead)
    looked(FAULT, 0, today)
    _said, heads = run(lambda path: page(b""))
    assert paths(heads) == ["/failing"]


def test_source_that_is_deleted_meanwhile_is_passed_over():
    one = source("1")
    gone = one.pk
    one.delete()
    LinkCheck.objects.keep(gone, "http://ledger.example/1", THERE, timezone.now())
    assert not LinkCheck.objects.exists()


def archive(copy=COPY):
    """Return a site that has every page, and the archive a copy or none."""
    closest = f'{{"closest": {{"available": true, "url": "{copy}", "status": "200"}}}}'
    told = page(f'{{"archived_snapshots": {closest if copy else "{}"}}}'.encode())
    return lambda path: told if path.startswith("/wayback") else page(b"")


def test_archive_is_asked_only_when_told_to():
    source("1")
    _said, heads = run(archive())
    assert paths(heads) == ["/1"]


def test_copy_near_the_day_of_publication_is_proposed_and_not_set():
    one, has = source("1"), source("2", archive_url="https://archive.example/2")
    said, heads = run(archive(), "--archive")
    assert "Copies: found: 1" in said
    [asked] = [head for head in heads if "/wayback" in head]
    assert f"timestamp={one.date:%Y%m%d}" in asked
    one = Source.objects.get(pk=one.pk)
    assert (one.archive_url, one.proposed_copy()) == ("", COPY)
    assert Source.objects.get(pk=has.pk).proposed_copy() == ""


def test_source_without_a_copy_is_not_asked_about_every_night():
    source("1")
    said, _heads = run(archive(copy=""), "--archive")
    assert "Copies: none: 1" in said
    said, heads = run(archive(), "--archive")
    assert heads == []
    said, _heads = run(archive(), "--archive", "--again-after=0")
    assert "Copies: found: 1" in said


def test_archive_that_does_not_answer_is_asked_again():
    source("1")
    said, _heads = run(lambda path: GONE, "--archive")
    assert "Copies: no answer: 1" in said
    said, _heads = run(archive(), "--archive")
    assert "Copies: found: 1" in said


@pytest.mark.parametrize("option", ["--limit=-1", "--pause=-1", "--again-after=-1"])
def test_number_below_zero_is_refused(option):
    with pytest.raises(CommandError, match="below zero"):
        call_command("check_links", option)


def test_merge_leaves_to_each_source_what_was_found_at_its_address():
    kept, folded = LinkCheckFactory().source, LinkCheckFactory(gone=True).source
    merge(kept, folded, user=None)
    found = dict(LinkCheck.objects.values_list("source", "finding"))
    assert found == {kept.pk: LinkFinding.ANSWERS, folded.pk: LinkFinding.GONE}
