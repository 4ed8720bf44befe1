"""The addresses of places: names first, then what tells namesakes apart."""

from collections import defaultdict

from django.utils.text import slugify

from jurisdictions.designations import BALANCE
from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction
from jurisdictions.registry.names import JOINED, Kind


def candidates(place, kind, county=""):
    """Return the addresses a place may have, the best first; the last is its own.

    A township always carries its county, so that no address depends on which file
    came first; a place that is no more leaves the plain address to the living.
    """
    name = place.name
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
        name = f"{name} {word} {county}"
        found = [name] if county else []
    elif not place.active:
        found = []
    else:
        found = [name, f"{name} {told}"] if told else [name]
    own = f"{slugify(name)[:100]} {place.geoid}"
    slugs = [slugify(text)[:112].strip("-") for text in [*found, own]]
    return [*filter(None, slugs)]


def settle(wanted):
    """Give places their addresses: [(place, candidates)], in the order they came.

    Asks once for each rank of candidates, for however many places. Of two that are
    called the same, two cities of one name, only the GEOID tells one from the other.
    """
    taken = defaultdict(dict)
    open_still = [(place, list(choices)) for place, choices in wanted]
    while open_still:
        slugs = {choices[0] for _, choices in open_still}
        used = Jurisdiction.objects.filter(slug__in=slugs)
        for state, slug, pk, called in used.values_list(
            "state_id", "slug", "pk", "designation"
        ):
            taken[state, slug][pk] = called
        clashing = []
        for place, choices in open_still:
            slug = choices.pop(0)
            others = taken[place.state_id, slug]
            alike = [called for pk, called in others.items() if pk != place.pk]
            if alike and choices:
                same = place.designation in alike
                clashing.append((place, choices[-1:] if same else choices))
            else:
                place.slug = slug
                others[place.pk or -id(place)] = place.designation
        open_still = clashing
