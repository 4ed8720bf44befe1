"""Reading the published record in the tests of the stories: a record by its slug."""

from datetime import date

from jurisdictions.models import Agency, Body, Jurisdiction, Official, Organization
from news.models import Outlet, Source
from policies.models import CourtCase, Policy, Statement, Vote

BIRMINGHAM_2021 = "wiat-birmingham-hsi"
CLARKSTON_2017 = "nbc-latino-clarkston"
SOUTH_MIAMI = "nbc6-south-miami"
SEVEN_CITIES = "abc-news-seven-cities"
BIRMINGHAM_2017 = "birmingham-sanctuary-2017"


def place(code, slug=None):
    """Return a state by its postal code, or a place in it by its slug."""
    rows = Jurisdiction.objects.published()
    return rows.get(state=code, slug=slug) if slug else rows.get(usps=code)


def nation():
    """Return the United States."""
    return Jurisdiction.objects.published().get(level="federal")


def agency(where, slug):
    """Return a place's agency."""
    return Agency.objects.published().get(jurisdiction=where, slug=slug)


def body(where, slug):
    """Return a place's body."""
    return Body.objects.published().get(jurisdiction=where, slug=slug)


def official(slug):
    """Return an official."""
    return Official.objects.published().get(slug=slug)


def term(slug, office):
    """Return the one term in which an official held an office."""
    return official(slug).terms.get(office=office)


def organization(slug):
    """Return an organization."""
    return Organization.objects.published().get(slug=slug)


def outlet(slug):
    """Return an outlet."""
    return Outlet.objects.published().get(slug=slug)


def source(slug):
    """Return a source."""
    return Source.objects.published().get(slug=slug)


def policy(slug):
    """Return an agreement or policy."""
    return Policy.objects.published().get(slug=slug)


def vote(slug):
    """Return a vote."""
    return Vote.objects.published().get(slug=slug)


def case(slug):
    """Return a court case."""
    return CourtCase.objects.published().get(slug=slug)


def statement(slug):
    """Return a statement."""
    return Statement.objects.published().get(slug=slug)


def event(policy_slug, kind):
    """Return the one event of a kind that happened to a policy."""
    return policy(policy_slug).events.get(kind=kind)


def dated(row):
    """Return all that is told of a date: day, precision, certainty, words, anchor."""
    return (
        row.date and row.date.isoformat(),
        row.date_precision,
        row.date_certainty,
        row.date_phrase,
        row.date_anchor and row.date_anchor.isoformat(),
    )


UNDATED = (None, "unknown", "stated", "", None)


def inferred(day, phrase, anchor, precision="day"):
    """Return what `dated` tells of a date worked out from a source's words."""
    return (day, precision, "inferred", phrase, anchor)


def told_by(record, field=""):
    """Return the sources that support a field of a record, each by its slug."""
    rows = record.citations.filter(field=field, bearing="supports")
    return set(rows.values_list("source__slug", flat=True))


def concerns(slug):
    """Return the kinds of concern that a statement raises."""
    return set(statement(slug).concerns.values_list("kind", flat=True))


def day(text):
    """Return a day from its ISO form."""
    return date.fromisoformat(text)
