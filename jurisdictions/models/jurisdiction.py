"""Places: states, counties, cities and the other governments of the country."""

from functools import reduce
from operator import or_

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Concat, Length, Lower
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.search import index

from jurisdictions.derive import fold_name, spellings
from jurisdictions.enums import STATE_LEVELS, Level
from jurisdictions.models.record import Record, RecordQuerySet, public


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
        counties = Jurisdiction.objects.filter(geoid__in=geoids).order_by()
        inside, same = counties.values("places_within"), counties.values("one_with")
        return self.filter(Q(geoid__in=geoids) | Q(pk__in=inside) | Q(pk__in=same))

    def where(self, words):
        """Return the places a text names, and those in a county or state it names."""
        named = Jurisdiction.objects.order_by().named_like(words)
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
        rows = Jurisdiction.objects.filter(
            public(Jurisdiction, path), pk__in=self.order_by().values("pk"), **more
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
        counties = Jurisdiction.objects.only("name", "live")
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
        rows = Jurisdiction.objects.filter(public(Jurisdiction, path)).order_by()
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
            Prefetch("counties", Jurisdiction.objects.for_listing()),
            Prefetch("also", Jurisdiction.objects.for_listing()),
        )


def state_choices():
    """Return (postal code, name) of every public state, for a choice field."""
    states = Jurisdiction.objects.published().states()
    return list(states.values_list("usps", "name"))


class Jurisdiction(Record):
    """A government with a territory; unique by its Census geoid."""

    needs_citation = False
    is_searched = names_may_slip = True
    citable_fields = ("name", "population", "counties")
    hangs_on = ("state",)
    slug_scope = "state"

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As people say it: “Birmingham”.")
    )
    legal_name = models.CharField(
        _("legal name"),
        max_length=160,
        blank=True,
        help_text=_("As the law says it: “City of Birmingham”."),
    )
    level = models.CharField(_("level"), max_length=12, choices=Level)
    usps = models.CharField(
        _("postal code"),
        max_length=2,
        null=True,
        blank=True,
        unique=True,
        help_text=_("Two letters; only for states, territories and the District."),
    )
    state = models.ForeignKey(
        "self",
        verbose_name=_("state"),
        # The key is the postal code, which only a state can have: so the database
        # itself refuses a parent that is not one.
        to_field="usps",
        on_delete=models.PROTECT,  # a state with places is never removed
        null=True,
        blank=True,
        related_name="places",
        limit_choices_to={"level__in": STATE_LEVELS},
    )
    state.wagtail_reference_index_ignore = True
    counties = ParentalManyToManyField(
        "self",
        verbose_name=_("counties"),
        symmetrical=False,
        blank=True,
        related_name="places_within",
        help_text=_("Every county the place lies in; a city can lie in several."),
    )
    geoid = models.CharField(
        _("Census GEOID"),
        max_length=12,
        null=True,
        blank=True,
        unique=True,
    )
    ocd_id = models.CharField(_("Open Civic Data id"), max_length=160, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(
        _("population of the year"), null=True, blank=True
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    designation = models.CharField(
        _("designation"),
        max_length=40,
        blank=True,
        help_text=_("What the Census calls it: city, borough, parish, township."),
    )
    # As the registry prints it, by which an import sees that a place was renamed.
    registry_name = models.CharField(max_length=160, blank=True, editable=False)
    one_with = models.ForeignKey(
        "self",
        verbose_name=_("one government with"),
        on_delete=models.SET_NULL,  # then each stands for itself again
        null=True,
        blank=True,
        related_name="also",
        help_text=_("Denver County is one with Denver: its page leads there."),
    )
    active = models.BooleanField(
        _("exists today"),
        default=True,
        help_text=_("Off for a government that was dissolved; its record stays."),
    )

    objects = JurisdictionQuerySet.as_manager()

    search_fields = [*Record.search_fields, index.FilterField("level")]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.UniqueConstraint(
                fields=["state", "slug"],
                name="place_slug_unique_in_state",
                violation_error_message=_(
                    "Another place of this state has the address."
                ),
            ),
            models.UniqueConstraint(
                fields=["slug"],
                condition=Q(state__isnull=True),
                name="state_slug_unique",
            ),
            # With `state` keyed to the postal code these two make every place's
            # parent a state.
            models.CheckConstraint(
                name="only_states_have_postal_codes",
                condition=Q(level__in=STATE_LEVELS, usps__isnull=False)
                | Q(~Q(level__in=STATE_LEVELS), usps__isnull=True),
                violation_error_message=_(
                    "A state, territory or the District needs its postal code; "
                    "no other place has one."
                ),
            ),
            models.CheckConstraint(
                name="places_lie_in_a_state",
                condition=Q(
                    level__in=[*STATE_LEVELS, Level.FEDERAL], state__isnull=True
                )
                | Q(~Q(level__in=[*STATE_LEVELS, Level.FEDERAL]), state__isnull=False),
                violation_error_message=_(
                    "A place lies in a state; a state lies in none."
                ),
            ),
            models.CheckConstraint(
                name="population_has_its_year",
                condition=Q(population__isnull=True, population_year__isnull=True)
                | Q(population__isnull=False, population_year__isnull=False),
                violation_error_message=_("A population needs its year."),
            ),
            models.CheckConstraint(
                name="place_is_one_with_another",
                condition=Q(one_with__isnull=True) | ~Q(one_with=F("id")),
                violation_error_message=_("A place cannot be one with itself."),
            ),
        ]
        indexes = [models.Index(fields=["name", "state"], name="place_by_name")]

    def __str__(self):
        return self.full_name

    @property
    def full_name(self):
        """The name with its state, as a reader tells two Birminghams apart."""
        if self.state_id is None:
            return self.name
        return f"{self.name}, {self.state.name}"

    @property
    def is_state(self):
        """Whether the place is a state, a territory or the federal district."""
        return self.level in STATE_LEVELS

    @property
    def state_code(self):
        """The postal code of the state the place is or lies in, or None."""
        return self.usps or self.state_id

    @property
    def kind(self):
        """What the place is in the Census's words, such as borough, or its level."""
        if self.level == Level.CONSOLIDATED or not self.designation:
            return self.get_level_display()
        return self.designation.removesuffix("(balance)").strip()

    def tell_apart(self):
        """Return what tells the place from its namesakes: its kind, county, GEOID.

        Only an address that holds the GEOID says that name and kind are not enough.
        """
        words = [self.kind]
        if self.level == Level.TOWNSHIP:
            words += [county.name for county in self.counties.all()]
        if not self.active:
            words.append(gettext("no longer exists"))
        elif self.geoid and self.slug.endswith(f"-{self.geoid}"):
            words.append(f"GEOID {self.geoid}")
        return ", ".join(words)

    @property
    def path(self):
        """What a comparison calls the place, like its address; "" for the nation."""
        if self.state_code is None:
            return ""
        code = self.state_code.lower()
        return f"us/{code}" if self.usps else f"us/{code}/{self.slug}"

    def autocomplete_label(self):
        """Return the words a chooser shows: name, state and kind."""
        return f"{self.full_name} ({self.tell_apart()})"

    def full_names(self):
        """Return the names and aliases, folded; of a state also its code.

        Read from `lookup`, which ends each with the state, so that no alias is fetched.
        """
        behind = self._states_behind()[-1]
        names = [name.removesuffix(behind) for name in self.lookup.split(" | ")]
        return [*names, fold_name(self.usps or "")]

    def answers_to(self, folded):
        """Return whether a folded text is a name in full, alone or with the state."""
        return any(
            folded == f"{name}{behind}"
            for name in filter(None, self.full_names())
            for behind in ("", *self._states_behind())
        )

    def _states_behind(self):
        """Return what may stand behind a name: the state, its code, and both."""
        code = f" {fold_name(self.state_code or '')}".rstrip()
        state = f" {fold_name(self.state.name)}" if self.state_id else ""
        return state, code, f"{state}{code}"

    @property
    def is_found(self):
        """Whether the search may find it: what is one with another, that one is."""
        return self.is_public and self.one_with_id is None

    @property
    def search_weight(self):
        """How far ahead the place comes of others that fit as well."""
        return (self.population or 0) + (10**10 if self.active else 0)

    def name_words(self):
        """Return the names, aliases and state a place is looked up by.

        Those of the places it is one government with are among them: New Orleans is
        found as Orleans Parish; and a township is found by its county too.
        """
        state = self.state.name if self.state_id else ""
        names = [self.name, self.legal_name, self.registry_name]
        for place in (self, *(self.also.all() if self.pk else ())):
            names += [place.name, *(alias.name for alias in place.aliases.all())]
        if self.level == Level.TOWNSHIP:  # one in every other county has its name
            names += [f"{self.name} {county.name}" for county in self.counties.all()]
        return [
            f"{name} {state} {self.state_code or ''}".strip() for name in names if name
        ]

    def slug_source(self):
        """Return the bare name; the state is another part of the address."""
        return self.name

    def clean(self):
        """Refuse a county that lies in another state.

        :raises ValidationError: naming the county.
        """
        super().clean()
        for county in self.counties.all():
            if county.level != Level.COUNTY or county.state_id != self.state_id:
                raise ValidationError(
                    {"counties": _("%s is not a county of this state.") % county}
                )

    def get_absolute_url(self):
        """Return the address of the place page."""
        if self.level == Level.FEDERAL:
            return reverse("state-list")
        if self.is_state:
            return reverse("state-detail", args=[self.usps.lower()])
        return reverse("place-detail", args=[self.state_id.lower(), self.slug])


class JurisdictionAlias(models.Model):
    """Another name a place is called by or has had."""

    jurisdiction = ParentalKey(
        Jurisdiction, on_delete=models.CASCADE, related_name="aliases"
    )
    name = models.CharField(_("name"), max_length=160)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "name"], name="place_alias_once"
            )
        ]

    def __str__(self):
        return self.name
