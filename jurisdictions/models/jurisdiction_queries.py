"""Queries for places, by state, level, name and what is on record."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Concat, Length, Lower

from jurisdictions.derive import fold_name, spellings
from jurisdictions.enums import STATE_LEVELS, Level
from jurisdictions.models.record_queries import RecordQuerySet, public


class JurisdictionQuerySet(RecordQuerySet):
    """Places, found by state, level and name."""

    def states(self):
        """Return states, territories and the federal district, by name."""
        return self.filter(level__in=STATE_LEVELS).order_by("name", "pk")

    def in_states(self, codes):
        """Return the states with these USPS codes and every place in them."""
        return self.filter(Q(state__in=codes) | Q(usps__in=codes))

    def within(self, geoids):
        """Return the counties with these GEOIDs and every place that lies in them.

        A city that is one government with its county lies in it.
        """
        counties = self.model.objects.filter(geoid__in=geoids).order_by()
        inside, same = counties.values("places_within"), counties.values("one_with")
        return self.filter(Q(geoid__in=geoids) | Q(pk__in=inside) | Q(pk__in=same))

    def where(self, words):
        """Return the places a text names, and those in a county or state it names."""
        named = self.model.objects.order_by().named_like(words)
        states = named.filter(level__in=STATE_LEVELS).values("usps")
        inside = named.filter(level=Level.COUNTY).values("places_within")
        return self.filter(
            Q(pk__in=named.values("pk")) | Q(pk__in=inside) | Q(state__in=states)
        )

    def active(self):
        """Return the places that exist today."""
        return self.filter(active=True)

    def principal(self):
        """Return the places that stand for themselves, not for another."""
        return self.filter(one_with__isnull=True)

    def at_paths(self, paths):
        """Return the places at these addresses: `us/al`, `us/al/mobile`."""
        found = Q(pk__in=())
        for path in paths:
            code, _slash, slug = path.removeprefix("us/").partition("/")
            state = Q(usps=code.upper())
            found |= Q(state=code.upper(), slug=slug) if slug else state
        return self.filter(found).select_related("state", "one_with__state")

    def registered_as(self, kind):
        """Return the places of a kind of the registry, by the length of the GEOID."""
        return self.alias(digits=Length("geoid")).filter(digits=kind)

    def counties_in(self, state):
        """Return the public counties of a state, and what stands for them, by name."""
        counties = self.published().active().registered_as(5)
        named = counties.select_related("state", "one_with__state")
        return named.filter(state=state.usps).order_by("name", "pk")

    def territory_of(self, place):
        """Return a place, and if it is a state every place that lies in it."""
        inside = Q(state=place.usps) if place.usps else Q()
        return (
            self.filter(Q(pk=place.pk) | inside) if inside else self.filter(pk=place.pk)
        )

    def first_day(self):
        """Return the first day that something public of these places counts from."""
        source, no_event = "policies__citations__source", {"policies__events": None}
        days = (
            self._first_day("policies", "policies__events"),
            self._first_day("bodies__votes", "bodies__votes"),
            self._first_day("statements", "statements"),
            # Of a policy without an event its sources tell the day.
            self._first_day(
                "policies", source, **no_event, **{f"{source}__live": True}
            ),
        )
        found = self.order_by("pk").values_list(*days)[:1]
        return min((day for row in found for day in row if day), default=None)

    def _first_day(self, path, dated, **more):
        """Return the query for the first day of one kind of record, a single value."""
        rows = self.model.objects.filter(
            public(self.model, path), pk__in=self.order_by().values("pk"), **more
        )
        first = models.Func(
            F(f"{dated}__counts_from"),
            template="MIN(%(expressions)s)",
            output_field=models.DateField(),
        )
        return Subquery(rows.order_by().annotate(first=first).values("first"))

    def for_registry(self):
        """Return places, drafts too, with all that their names are made of."""
        return self.select_related("state").prefetch_related(
            "aliases", "counties", "also__aliases", "also__state"
        )

    def for_index(self):
        """Return places with all that they are found by, and the state they are in."""
        return self.for_registry()

    def in_former_counties(self):
        """Return the county subdivisions whose county is no more."""
        return self.registered_as(10).filter(counties__active=False)

    def cited_fields(self):
        """Return (id, field) of what citations support, "" for a whole record."""
        cited = self.filter(citations__isnull=False)
        return cited.values_list("pk", "citations__field").distinct()

    def for_listing(self):
        """Return public places with their state, by name."""
        return (
            self.published()
            .select_related("state")
            .with_policy_count()
            .order_by("name", "state_id", "level", "pk")
        )

    def for_export(self, day=None):
        """Return public places with their counties, and what was on file by a day."""
        counties = self.model.objects.only("name", "live")
        rows = super().for_export(day).with_policy_count(day)
        return rows.prefetch_related("state", Prefetch("counties", counties))

    def names_by_geoid(self, geoids):
        """Return (GEOID, name) of the public places with these GEOIDs."""
        return [(row.geoid, row) for row in self.named().filter(geoid__in=geoids)]

    def for_search(self, words):
        """Return the public places a text may mean, the likeliest first.

        “Birmingham”, “Birmingham, AL” and “birmingham alabama” all find the city.
        """
        found = self.for_listing().principal().sought(words)
        return found.with_record_flag().prefetch_related("counties")

    def for_found(self, ids):
        """Return public places by id, with what a line about each prints."""
        rows = super().for_found(ids).select_related("state")
        held = (
            Exists(self._holders(path, path, None).filter(pk=OuterRef("pk")))
            for path in ("policies", "bodies__votes", "statements")
        )
        recorded = models.Case(models.When(reduce(or_, held), then=True), default=False)
        return rows.annotate(recorded=recorded).prefetch_related("counties")

    def nearest_letters(self, words):
        """Return the ids of public places in whose names the letters of words are."""
        rows = self.published().principal().named_like(words)
        largest = rows.order_by(F("population").desc(nulls_last=True), "pk")
        return largest.values_list("pk", flat=True)

    def sought(self, words):
        """Return the places a text may mean: by name, on record, by population."""
        return self.named_like(words).order_by(
            self._fit(fold_name(words)),
            "-active",
            models.Case(models.When(self._recorded(), then=0), default=1),
            F("population").desc(nulls_last=True),
            "name",
            "state_id",
            "level",
            "pk",
        )

    def _fit(self, folded):
        """Return how well a text names a row: its name, another of its, or part.

        `lookup` has "name state code" for each name; the state may be in the text.
        """
        state, code = Lower("state__name"), Lower("state_id")

        def names(text, behind, within="startswith"):
            words = Concat(models.Value(f"{text} "), behind)
            return Q(**{f"lookup__{within}": words})

        whole, other, begun = Q(), Q(), Q()
        for text in spellings(folded):
            rest, _, last = text.rpartition(" ")
            whole |= names(text, state) | names(text, code)
            whole |= names(rest, state) & Q(state_id=last.upper())
            whole |= Q(lookup=text) | Q(lookup__startswith=f"{text} |")
            other |= names(f"| {text}", state, "contains")
            begun |= Q(lookup__startswith=text) | Q(lookup__contains=f"| {text}")
            if rest:
                begun |= Q(lookup__startswith=rest, state_id=last.upper())
        return models.Case(
            models.When(whole, then=0),
            models.When(other, then=1),
            models.When(begun, then=2),
            default=3,
        )

    def with_records(self, day=None):
        """Return the places with a public policy, vote or statement, by a day too."""
        return self.filter(self._recorded(day))

    def with_record_flag(self, day=None):
        """Annotate `recorded`: whether something is on record, by a day if told."""
        recorded = models.Case(
            models.When(self._recorded(day), then=True), default=False
        )
        return self.annotate(recorded=recorded)

    def _recorded(self, day=None):
        return (
            Q(pk__in=self._holders("policies", "policies__events", day))
            | Q(pk__in=self._holders("bodies__votes", "bodies__votes", day))
            | Q(pk__in=self._holders("statements", "statements", day))
        )

    def _holders(self, path, dated, day):
        rows = self.model.objects.filter(public(self.model, path)).order_by()
        if day:
            rows = rows.filter(**{f"{dated}__counts_from__lte": day})
        return rows.values("pk")

    def with_policy_count(self, day=None):
        """Annotate `policy_count`: the published policies, on file by a day if told.

        Counted for each row that is shown; to group all places would take longer.
        """
        policies = self.model._meta.get_field("policies").related_model
        rows = policies._base_manager.filter(jurisdiction=OuterRef("pk"), live=True)
        if day:
            rows = rows.filter(events__counts_from__lte=day)
        counted = models.Func(
            F("pk"),
            template="COUNT(DISTINCT %(expressions)s)",
            output_field=models.IntegerField(),
        )
        count = rows.order_by().annotate(counted=counted).values("counted")
        return self.annotate(policy_count=Subquery(count))

    def for_detail(self):
        """Return public places with what a place page prints of themselves."""
        return self.for_listing().prefetch_related(
            "aliases",
            "citations",
            Prefetch("counties", self.model.objects.for_listing()),
            Prefetch("also", self.model.objects.for_listing()),
        )
