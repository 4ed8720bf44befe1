"""The addresses of places: names first, then what tells namesakes apart."""

from collections import defaultdict

from django.utils.text import slugify

from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction
from jurisdictions.registry.names import BALANCE, JOINED, Kind


def candidates(place, kind, county=""):
    """Return the addresses a place may have, the best first; the last is its own.

    A township always carries its county, so that no address depends on which file
    came first; a place that is no more leaves the plain address to the living.
    """
    name, own = place.name, f"{place.name} {place.geoid}"
    told = (
        ""
        if place.designation in JOINED or BALANCE in place.designation
        else (place.designation)
    )
    if kind is Kind.STATE:
        found = [name]
    elif kind is Kind.COUNTY:
        # Without a word of its own, as Carson City, it would take the city's place.
        found = [name] if place.designation else []
    elif place.level == Level.TOWNSHIP:
        word = "" if told in name.lower() else told
        found = [f"{name} {word} {county}"] if county else []
        own = f"{name} {word} {county} {place.geoid}"
    elif not place.active:
        found = []
    else:
        found = [name, f"{name} {told}"] if told else [name]
    return [slugify(text)[:110].strip("-") for text in [*found, own]]


def settle(wanted):
    """Give places their addresses: [(place, candidates)], in the order they came.

    Asks once for each rank of candidates, for however many places.
    """
    taken = defaultdict(set)
    open_still = [(place, list(choices)) for place, choices in wanted]
    while open_still:
        slugs = {choices[0] for _, choices in open_still}
        used = Jurisdiction.objects.filter(slug__in=slugs)
        for state, slug, pk in used.values_list("state_id", "slug", "pk"):
            taken[state, slug].add(pk)
        clashing = []
        for place, choices in open_still:
            slug = choices.pop(0)
            if taken[place.state_id, slug] - {place.pk} and choices:
                clashing.append((place, choices))
            else:
                place.slug = slug
                taken[place.state_id, slug].add(place.pk or -id(place))
        open_still = clashing
