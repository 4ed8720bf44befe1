"""Cells that tell what a place is: people, government, county."""

from django.contrib.humanize.templatetags.humanize import intcomma

from jurisdictions.enums import Level
from policies.comparison.cells import IN_NO_COUNTY, NOT_RECORDED, Cell, Fact


def population(subject):
    """Return how many people live there, with the year."""
    place, facts = subject.place, []
    if place.population is not None:
        words = f"{intcomma(place.population)} ({place.population_year})"
        facts = [Fact(words, citations=place.citations_for("population"))]
    return Cell(place, facts, place.population, NOT_RECORDED)


def kind(subject):
    """Return the level of government, and what the Census calls the place."""
    place = subject.place
    words = [place.get_level_display()]
    if place.designation and place.kind.lower() != str(words[0]).lower():
        words.append(place.kind)
    citations = place.citations_for("level", "designation")
    fact = Fact(" · ".join(str(word) for word in words), citations=citations)
    return Cell(place, [fact], (place.level, place.kind), NOT_RECORDED)


def counties(subject):
    """Return the counties a place lies in, which only a city or town does."""
    place = subject.place
    if place.is_state or place.level == Level.COUNTY:
        return Cell(place, [], IN_NO_COUNTY, IN_NO_COUNTY)
    citations = place.citations_for("counties")
    counties = sorted(place.counties.all(), key=lambda county: county.name)
    facts = [
        Fact(county.name, county.get_absolute_url(), citations=citations)
        for county in counties
    ]
    return Cell(place, facts, [county.pk for county in counties], NOT_RECORDED)
