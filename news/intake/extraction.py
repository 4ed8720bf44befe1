"""From an article to suggestions: every rule applied, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from news.intake.agencies import agencies_of
from news.intake.articles import Article
from news.intake.bodies import bodies_of
from news.intake.dates import dates_of
from news.intake.findings import Findings
from news.intake.gazetteer import Gazetteer
from news.intake.laws import laws_of
from news.intake.lawsuits import cases_of
from news.intake.letters import letters_of
from news.intake.named_states import Standing
from news.intake.organizations import organizations_of
from news.intake.people import people_of
from news.intake.places import places_of
from news.intake.policies import policies_of
from news.intake.presenting import (
    suggestions_of,
)
from news.intake.reading import Reading, read
from news.intake.seats import Seats
from news.intake.statements import statements_of
from news.intake.suggestions import Suggestion
from news.intake.votes import votes_of


@dataclass(frozen=True)
class Known:
    """Names that the record has already and an article may use; all optional."""

    organizations: tuple[str, ...] = field(default=())


def suggest(
    article: Article, gazetteer: Gazetteer, known: Known | None = None
) -> list[Suggestion]:
    """Return everything an article suggests for the record, in the order of the text.

    Facts are taken from the story alone, in the article's own voice: not from
    captions, other headlines, corrections or what somebody is quoted to say.
    """
    findings = find(article, gazetteer, known or Known())
    suggestions = [_printed(one, findings.reading) for one in suggestions_of(findings)]
    return sorted(suggestions, key=lambda one: (one.passage.start, one.kind.value))


def _printed(suggestion: Suggestion, reading: Reading) -> Suggestion:
    """Return a suggestion whose words have the marks that the article prints.

    The rules read a text with one kind of quotation mark and apostrophe.
    """
    values = dict(suggestion.values)
    for passage in (suggestion.passage, *suggestion.more):
        own = reading.plain[passage.start : passage.end]
        for name, value in values.items():
            if isinstance(value, str) and value and (place := own.find(value)) >= 0:
                values[name] = passage.text[place : place + len(value)]
    return replace(suggestion, values=values)


def find(article: Article, gazetteer: Gazetteer, known: Known) -> Findings:
    """Return what the rules find in an article, the places' standing settled."""
    reading = read(article)
    people = people_of(reading)
    places = places_of(reading, gazetteer, people)
    dates = dates_of(reading)
    bodies = bodies_of(reading, places)
    seats = Seats(reading, places, bodies)
    votes = votes_of(reading, bodies, people, dates)
    policies = policies_of(reading, seats, people, dates, votes)
    groups = organizations_of(reading, people, known.organizations)
    findings = Findings(
        reading,
        places,
        people,
        seats,
        bodies,
        agencies_of(reading, places),
        dates,
        votes,
        policies,
        groups,
        statements_of(reading, people, groups, bodies, places, dates),
        letters_of(reading, groups),
        cases_of(reading, dates),
        laws_of(reading, places, dates),
    )
    _raise_subjects(findings)
    return findings


def _raise_subjects(findings: Findings) -> None:
    """Make the places that decide or have a policy the article's subjects."""
    subjects = {policy.place for policy in findings.policies}
    for vote in findings.votes:
        if vote.body is not None and vote.doubt != "matter":
            subjects.add(vote.body.place)
    told = {law.place for law in findings.laws}
    people = [one for one in findings.people.everyone if not one.former]
    told |= {findings.seats.of_person(one)[0] for one in people}
    for row in findings.places.found:
        if row.place in told and row.standing is Standing.PASSING:
            row.standing = Standing.NAMED
        if row.place in subjects and row.place and not row.place.is_state:
            row.standing = Standing.PRIMARY
