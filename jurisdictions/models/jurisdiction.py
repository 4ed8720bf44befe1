"""Places: states, counties, cities and the other governments of the country."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.search import index

from jurisdictions import designations
from jurisdictions.derive import fold_name
from jurisdictions.enums import STATE_LEVELS, Level
from jurisdictions.models.jurisdiction_queries import JurisdictionQuerySet
from jurisdictions.models.record import Record


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
    named_after = ("also", "counties")
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
        return designations.told(self.designation)

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
