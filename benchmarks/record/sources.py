"""What the record rests on: outlets, articles, and citations of them."""

from collections import defaultdict

from benchmarks.country import name_of
from benchmarks.record.days import LAST, as_known, some_day
from benchmarks.record.words import RARE, phrase, text
from news.enums import Bearing, OutletKind, SourceKind
from news.models import Citation, Outlet, Source

OUTLETS, SOURCES_PER_POLICY, TEXTS = 400, 4, 200
PAPERS = ("Ledger", "Gazette", "Courier", "Observer", "Radio", "Wire")
KINDS = {
    SourceKind.NEWS: 80,
    SourceKind.OFFICIAL_RECORD: 14,
    SourceKind.PRESS_RELEASE: 5,
    SourceKind.COURT_FILING: 1,
}


def enter_sources(chance, ledger, plans, share):
    """Enter the sources of every planned policy; return {place's id: sources}."""
    outlets = [
        Outlet(name=f"{name_of(n)} {PAPERS[n % len(PAPERS)]}", kind=kind_of(n))
        for n in range(max(1, int(OUTLETS * share)))
    ]
    ledger.enter(outlets)
    # Some of one length serve: nobody reads them, but every row carries its weight.
    texts = [text(chance, 20) for _ in range(TEXTS)]
    sources, by_place = [], defaultdict(list)
    for plan in plans:
        for _ in range(SOURCES_PER_POLICY):
            day = some_day(chance, chance.choice(plan.days))
            source = article(chance, len(sources), min(day, LAST), outlets, texts)
            sources.append(source)
            by_place[plan.place.pk].append(source)
    sources[0].title = f"{sources[0].title} {RARE}"
    ledger.enter(sources)
    return by_place


def kind_of(number):
    """Return what an outlet is; every ninth nobody knows."""
    kinds = [OutletKind.NEWSPAPER] * 5 + [OutletKind.BROADCAST, OutletKind.DIGITAL]
    return [*kinds, OutletKind.WIRE, OutletKind.UNKNOWN][number % 9]


def article(chance, number, day, outlets, texts):
    """Return a source: some have no outlet, byline or address that anybody knows."""
    (kind,) = chance.choices(list(KINDS), list(KINDS.values()))
    known = chance.random
    return Source(
        kind=kind,
        title=phrase(chance, chance.randint(5, 11)),
        outlet=chance.choice(outlets) if known() < 0.95 else None,
        byline=f"A. {name_of(chance.randrange(150))}" if known() < 0.8 else "",
        url=f"https://press.example/{number}" if known() < 0.97 else "",
        text=chance.choice(texts),
        **as_known(chance, day),
    )


class Citing:
    """Citations of what a place's sources tell."""

    def __init__(self, chance, by_place):
        self.chance, self.by_place = chance, by_place
        self.all = [source for sources in by_place.values() for source in sources]

    def of(self, place, count, fields=()):
        """Return so many citations, of different sources of a place or of any."""
        held = self.by_place.get(place.pk if place else None, self.all)
        chosen = self.chance.sample(held, min(count, len(held)))
        return [self.citation(source, n, fields) for n, source in enumerate(chosen)]

    def citation(self, source, number, fields):
        """Return a citation: the first of the whole record, others of a field."""
        chance = self.chance
        against = number and chance.random() < 0.05  # the first supports the record
        return Citation(
            source=source,
            field=chance.choice(fields) if number and fields else "",
            bearing=Bearing.CONTRADICTS if against else Bearing.SUPPORTS,
            quote=phrase(chance, 8) if chance.random() < 0.7 else "",
            paragraph=chance.randint(1, 30),
            sort_order=number,
        )
