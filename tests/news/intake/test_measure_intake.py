"""`measure_intake`: figures for people and machines, and refusals in words."""

import json
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from jurisdictions.enums import Level
from news.intake.known import national_gazetteer, read_gazetteer
from tests.factories import PlaceFactory, StateFactory
from tests.news.intake.articles import PRACTICE

NAME = "11-no-second"
FACTS = {
    "jurisdictions": [],
    "agreements": [],
    "votes": [],
    "officials": [],
    "organizations": [],
}


@pytest.fixture
def folder(tmp_path):
    """Return a folder with one article and its facts."""
    for ending in (".txt", ".facts.json"):
        shutil.copy(PRACTICE / f"{NAME}{ending}", tmp_path)
    return tmp_path


@pytest.fixture
def places(db):
    """Enter the places of the article."""
    state = StateFactory(name="Oregon", usps="OR", geoid="41")
    PlaceFactory(name="Bend", state=state, geoid="4105800", level=Level.MUNICIPALITY)


def measured(folder, *options):
    """Return what the command prints."""
    out = StringIO()
    call_command("measure_intake", str(folder), *options, stdout=out)
    return out.getvalue()


def test_figures_as_json(folder, places):
    told = json.loads(measured(folder, "--json"))
    kinds = {"places", "agreements", "votes", "officials", "organizations", "dates"}
    assert {*told} == {*kinds, "invented"}
    assert told["places"] == {"precision": 1.0, "recall": 1.0}
    assert told["votes"] == {"precision": 1.0, "recall": 1.0}
    assert told["invented"] == []


def test_figures_in_words(folder, places):
    told = measured(folder)
    assert "1 articles" in told
    assert "Not in the facts: none" in told
    assert f"{NAME}: 0." in told


def test_invented_facts_are_listed(folder, places):
    (folder / f"{NAME}.facts.json").unlink()
    (folder / f"{NAME}.json").write_text(json.dumps(FACTS))
    told = json.loads(measured(folder, "--json"))
    assert told["votes"]["precision"] == 0
    assert told["votes"]["recall"] is None
    assert any("result" in line for line in told["invented"])


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("alone.txt", "Rain fell.", "has no facts"),
        ("alone.json", json.dumps(FACTS), "has no article"),
        (f"{NAME}.json", json.dumps(FACTS), "are both of"),
        (f"{NAME}.facts.json", "{", "is no JSON"),
        (f"{NAME}.facts.json", "[]", "has to be one object"),
        (f"{NAME}.facts.json", "{}", "has no list “jurisdictions”"),
        (f"{NAME}.facts.json", json.dumps(FACTS | {"votes": [{}]}), "has no “body”"),
        (
            f"{NAME}.facts.json",
            json.dumps(FACTS | {"published": "May"}),
            "and not a day",
        ),
    ],
)
def test_refusals_name_the_file(folder, places, name, text, words):
    (folder / name).write_text(text)
    with pytest.raises(CommandError, match=words) as refusal:
        measured(folder)
    assert refusal.value.returncode == 1
    assert name.split(".")[0] in str(refusal.value)


def test_text_that_is_no_utf8(folder, places):
    (folder / f"{NAME}.txt").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(CommandError, match="cannot be read"):
        measured(folder)


def test_missing_and_empty_folder(tmp_path, db):
    with pytest.raises(CommandError, match="There is no folder"):
        measured(tmp_path / "none")
    with pytest.raises(CommandError, match="has no article"):
        measured(tmp_path)


def test_record_without_places(folder, db):
    with pytest.raises(CommandError, match="no places to look up"):
        measured(folder)


def test_gazetteer_is_read_from_the_record(places, django_assert_num_queries):
    gazetteer = read_gazetteer()
    (bend,) = gazetteer.named("Bend")
    assert (bend.geoid, bend.state, bend.full_name) == ("4105800", "OR", "Bend, OR")
    assert gazetteer.state("OR").name == "Oregon"
    first = national_gazetteer()
    with django_assert_num_queries(1):  # the version, by which it is kept
        assert national_gazetteer() is first
