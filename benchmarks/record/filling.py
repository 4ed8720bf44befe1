"""A record of the nation's size, made up, the same for the same seed.

Nothing in it is a fact. Its places are those of `benchmarks.country`, its words are
drawn by chance, and it is never published.
"""

import random
from collections import ChainMap
from io import StringIO

from django.core.management import call_command
from django.db import transaction

from benchmarks.record.deeds import enter_policies, enter_votes
from benchmarks.record.ledger import Ledger
from benchmarks.record.plans import plan
from benchmarks.record.said import enter_statements
from benchmarks.record.sources import Citing, enter_sources
from benchmarks.record.where import Country, busiest, enter_places, holders
from benchmarks.record.who import (
    BODIES,
    OFFICIALS,
    ORGANIZATIONS,
    enter_agencies,
    enter_bodies,
    enter_officials,
    enter_organizations,
)

POLICIES, VOTES, STATEMENTS = 5_000, 2_000, 8_000


@transaction.atomic
def fill(share=1.0, seed=287):
    """Enter a share of the nation's record into a migrated, empty database.

    Returns the addresses of the places with the longest and with a short page.
    """
    enter_places(share)
    country, ledger = Country.read(), Ledger()
    chance = random.Random(seed)  # noqa: S311 - the same record every time
    places = holders(chance, country, sized(POLICIES, share))
    plans = [plan(chance, place) for place in places]
    by_place = enter_sources(chance, ledger, plans, share)
    citing = Citing(chance, by_place)
    acting = busiest(places, len(places))
    agencies = enter_agencies(ledger, citing, country, acting)
    federal = agencies.pop(country.nation.pk)
    bodies = enter_bodies(ledger, citing, acting[: sized(BODIES, share)])
    members, leaders = enter_officials(
        chance, ledger, citing, bodies, agencies, sized(OFFICIALS, share)
    )
    count = sized(ORGANIZATIONS, share)
    organizations = enter_organizations(chance, ledger, citing, country, count)
    policies = enter_policies(chance, ledger, citing, plans, agencies, federal, leaders)
    count = sized(VOTES, share)
    enter_votes(chance, ledger, citing, policies, bodies, members, count)
    people = ChainMap(members, {place: [row] for place, row in leaders.items()})
    count = sized(STATEMENTS, share)
    heavy, light = country.heavy, country.light
    enter_statements(
        chance, ledger, citing, policies, people, organizations, heavy, count
    )
    # Rows written in bulk tell the search nothing of themselves.
    call_command("index_words", stdout=StringIO())
    return heavy.get_absolute_url(), light.get_absolute_url()


def sized(count, share):
    """Return a share of a count, one at least."""
    return max(1, int(count * share))
