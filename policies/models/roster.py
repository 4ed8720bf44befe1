"""ICE's published lists, kept row by row as printed, and what changed between them."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models import Agency, Jurisdiction, public
from policies.enums import (
    MatchReason,
    ProgramModel,
    RosterChangeKind,
    RosterDecision,
    RosterKind,
    SpellingOf,
)
from policies.models.policy import Policy


class RosterQuerySet(models.QuerySet):
    """ICE's lists, in the order in which ICE published them."""

    def published(self):
        """Return the lists whose source the public may see."""
        return self.filter(public(self.model, "source"))

    def of_source(self, source):
        """Return the list that a source is, if it is one."""
        return self.filter(source=source)

    def for_listing(self):
        """Return public lists with their source, without its text, newest first."""
        return (
            self.published()
            .newest_first()
            .select_related("source__outlet")
            .defer("source__text", "source__editorial_note")
        )

    def of_kind(self, kind):
        """Return the lists of participating, or of pending agencies, oldest first."""
        return self.filter(kind=kind).order_by("published_on", "edition")

    def newest_first(self):
        """Return the lists with their source, the newest of both kinds first."""
        return self.select_related("source").order_by(
            "-published_on", "kind", "-edition"
        )

    def newest(self, kind):
        """Return the newest list of a kind, or None while we hold none."""
        return self.of_kind(kind).last()

    def before(self, roster):
        """Return the lists of a list's kind that ICE published before it."""
        earlier = Q(published_on__lt=roster.published_on) | Q(
            published_on=roster.published_on, edition__lt=roster.edition
        )
        return self.of_kind(roster.kind).filter(earlier)

    def with_open_changes(self):
        """Annotate `open_changes`: how many differences wait for a decision."""
        waiting = Q(changes__decision=RosterDecision.OPEN)
        return self.annotate(open_changes=Count("changes", filter=waiting))

    def with_decided_changes(self):
        """Annotate `decided_changes`: how many differences somebody decided."""
        decisions = [RosterDecision.ACCEPTED, RosterDecision.REFUSED]
        decided = Q(changes__decision__in=decisions)
        return self.annotate(decided_changes=Count("changes", filter=decided))

    def with_draft_count(self):
        """Annotate `draft_count`: how many agreements taken over are not yet public."""
        waiting = Q(changes__decision=RosterDecision.ACCEPTED) & (
            Q(changes__entry__policy__live=False)
            | Q(changes__entry__policy__has_unpublished_changes=True)
        )
        policies = Count("changes__entry__policy", filter=waiting, distinct=True)
        return self.annotate(draft_count=policies)

    def undecided(self):
        """Return the lists with differences that wait, the newest first."""
        rows = self.newest_first().with_open_changes()
        return rows.filter(open_changes__gt=0)


class Roster(models.Model):
    """One workbook ICE published: its participating or its pending agencies."""

    kind = models.CharField(_("list"), max_length=13, choices=RosterKind)
    published_on = models.DateField(_("published"))
    edition = models.PositiveSmallIntegerField(
        _("list of that day"),
        default=1,
        help_text=_("2 for the second list that ICE published on one day."),
    )
    source = models.OneToOneField(
        "news.Source",
        verbose_name=_("source"),
        on_delete=models.PROTECT,  # records cite the list through it
        related_name="roster",
    )
    file_name = models.CharField(_("file"), max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    row_count = models.PositiveIntegerField(_("rows"), default=0)
    newest_signed_on = models.DateField(_("newest signature"), null=True, blank=True)
    imported_at = models.DateTimeField(auto_now_add=True)

    objects = RosterQuerySet.as_manager()

    class Meta:
        verbose_name = _("ICE list")
        verbose_name_plural = _("ICE lists")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "published_on", "edition"], name="roster_edition_once"
            ),
            models.CheckConstraint(
                name="roster_edition_from_one", condition=Q(edition__gte=1)
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.published_on}"


class RosterEntryQuerySet(models.QuerySet):
    """Agreements as the lists show them, beside what they are taken to be about."""

    def listed_on(self, roster):
        """Return the agreements that a list shows, it being the newest of its kind."""
        return self.filter(kind=roster.kind, last_roster=roster)

    def gone_by(self, roster):
        """Return the agreements that earlier lists show and the newest does not.

        One that was signed anew, or for another model, goes on under its new row.
        """
        renewed = RosterChange.objects.filter(
            kind__in=[RosterChangeKind.RENEWED, RosterChangeKind.SWITCHED],
            before__entry=OuterRef("pk"),
        )
        return self.filter(kind=roster.kind).exclude(
            Exists(renewed) | Q(last_roster=roster)
        )

    def for_reconciling(self):
        """Return agreements with what the report prints of each, by state and name."""
        return self.select_related(
            "jurisdiction__state", "agency", "last_roster"
        ).order_by("state", "agency_name", "pk")


class RosterEntry(models.Model):
    """One agreement or application as ICE's lists show it, through all of them.

    ICE gives its rows no id. An entry is what rows of several lists have in common:
    state, agency, model and signature, with respellings and corrections followed.
    What it says is what the newest list with it prints.
    """

    kind = models.CharField(_("list"), max_length=13, choices=RosterKind)
    state = models.CharField(_("state"), max_length=2, blank=True)
    agency_name = models.CharField(_("agency"), max_length=200, blank=True)
    county_name = models.CharField(_("county"), max_length=120, blank=True)
    place_type = models.CharField(_("type"), max_length=40, blank=True)
    model = models.CharField(
        _("model"), max_length=10, choices=ProgramModel, blank=True
    )
    signed_on = models.DateField(_("signed"), null=True, blank=True)
    moa_url = models.URLField(_("agreement"), max_length=1000, blank=True)
    addendum_url = models.URLField(_("addendum"), max_length=1000, blank=True)
    first_roster = models.ForeignKey(
        Roster,
        verbose_name=_("first listed"),
        on_delete=models.PROTECT,  # a list that the record rests on is never removed
        related_name="first_entries",
    )
    last_roster = models.ForeignKey(
        Roster,
        verbose_name=_("last listed"),
        on_delete=models.PROTECT,
        related_name="last_entries",
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("place"),
        on_delete=models.SET_NULL,  # what ICE printed stands, matched or not
        null=True,
        blank=True,
        related_name="roster_entries",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("our agency"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="roster_entries",
    )
    policy = models.ForeignKey(
        Policy,
        verbose_name=_("our record"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="roster_entries",
    )
    matched_by = models.CharField(
        _("why it fits"),
        max_length=14,
        choices=MatchReason,
        blank=True,
        default=MatchReason.NONE,
    )
    doubts = models.JSONField(_("doubts"), default=list, blank=True)

    objects = RosterEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement on ICE's lists")
        verbose_name_plural = _("agreements on ICE's lists")
        indexes = [
            models.Index(fields=["kind", "state", "agency_name"], name="entry_by_name")
        ]

    def __str__(self):
        return f"{self.state} · {self.agency_name} · {self.get_model_display()}"


class RosterRowQuerySet(models.QuerySet):
    """Rows of ICE's lists."""

    def of_policy(self, policy):
        """Return the rows taken to be about a policy, agreement by agreement.

        Of an agreement that a list prints twice the upper row comes last.
        """
        return (
            self.filter(entry__policy=policy)
            .select_related("entry")
            .defer("printed", "links")
            .order_by("entry__kind", "-entry", "roster", "-number")
        )


class RosterRow(models.Model):
    """One row of a list: the cells as printed, and what they were read as."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    printed = models.JSONField(
        _("cells as printed"), help_text=_("{heading: text}, nothing cleaned.")
    )
    links = models.JSONField(
        _("links as printed"),
        default=dict,
        blank=True,
        help_text=_("{heading: address behind the cell}, nothing cleaned."),
    )
    state = models.CharField(max_length=2, blank=True)
    agency_name = models.CharField(max_length=200, blank=True)
    county_name = models.CharField(max_length=120, blank=True)
    place_type = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=10, choices=ProgramModel, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    moa_url = models.URLField(max_length=1000, blank=True)
    addendum_url = models.URLField(max_length=1000, blank=True)
    doubts = models.JSONField(default=list, blank=True)
    entry = models.ForeignKey(
        RosterEntry,
        on_delete=models.SET_NULL,  # a row stays as printed, followed or not
        null=True,
        blank=True,
        related_name="rows",
    )

    objects = RosterRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an ICE list")
        verbose_name_plural = _("rows of an ICE list")
        constraints = [
            models.UniqueConstraint(
                fields=["roster", "number"], name="roster_row_number_once"
            ),
            models.CheckConstraint(
                name="roster_row_number_from_one", condition=models.Q(number__gte=1)
            ),
        ]

    def __str__(self):
        return f"{self.roster} · {self.number}"


class RosterChangeQuerySet(models.QuerySet):
    """Differences between a list and the one before, by what became of them."""

    def waiting(self):
        """Return those that nobody has decided yet."""
        return self.filter(decision=RosterDecision.OPEN)

    def of_ids(self, ids):
        """Return the changes with these ids."""
        return self.filter(pk__in=ids)

    def about_entries(self):
        """Return the changes of single rows, which a systematic one is not."""
        return self.exclude(kind=RosterChangeKind.SYSTEMATIC)

    def systematic(self):
        """Return the spellings that are one decision each, in the order found."""
        rows = self.filter(kind=RosterChangeKind.SYSTEMATIC)
        return rows.select_related("decided_by").order_by("pk")

    def outlined(self):
        """Return what sorts each change into sections and groups, and no more."""
        return self.order_by().values_list(
            "pk",
            "kind",
            "state",
            "decision",
            "certain",
            "details",
            "entry__agency_name",
            "row__number",
            "before__number",
            named=True,
        )

    def for_review(self):
        """Return changes with all that the screen prints of each, by state."""
        return self.select_related(
            "row",
            "before__roster",
            "entry__jurisdiction__state",
            "entry__agency__jurisdiction__state",
            "entry__policy__jurisdiction__state",
            "decided_by",
        ).order_by("kind", "state", F("row__number").asc(nulls_last=True), "pk")


class RosterChange(models.Model):
    """One difference between a list and the list before, and what was decided."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(_("change"), max_length=10, choices=RosterChangeKind)
    entry = models.ForeignKey(
        RosterEntry,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
    )
    before = models.ForeignKey(
        RosterRow,
        verbose_name=_("row of the list before"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes_after",
    )
    row = models.ForeignKey(
        RosterRow,
        verbose_name=_("row of this list"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
    )
    state = models.CharField(_("state"), max_length=2, blank=True)
    details = models.JSONField(
        _("what changed"),
        default=dict,
        blank=True,
        help_text=_(
            "{field: [was, is]} of an edited row; printed, meaning and rows of a "
            "systematic change."
        ),
    )
    certain = models.BooleanField(_("certain"), default=False)
    decision = models.CharField(
        _("decision"),
        max_length=8,
        choices=RosterDecision,
        default=RosterDecision.OPEN,
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,  # the decision outlives the account
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = RosterChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change on an ICE list")
        verbose_name_plural = _("changes on an ICE list")
        constraints = [
            models.CheckConstraint(
                name="roster_change_decided_on_a_day",
                condition=Q(decision=RosterDecision.OPEN, decided_at__isnull=True)
                | Q(~Q(decision=RosterDecision.OPEN), decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="roster_change_is_about_an_entry",
                condition=Q(kind=RosterChangeKind.SYSTEMATIC, entry__isnull=True)
                | Q(~Q(kind=RosterChangeKind.SYSTEMATIC), entry__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["roster", "decision", "kind"], name="change_by_decision"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.entry or self.details}"


class RosterSpelling(models.Model):
    """A spelling of ICE's that an editor said what it means, kept for every list."""

    of = models.CharField(_("spelling of"), max_length=6, choices=SpellingOf)
    printed = models.CharField(
        _("as printed"), max_length=120, help_text=_("Folded: lower case, no stops.")
    )
    meaning = models.CharField(
        _("means"),
        max_length=20,
        blank=True,
        help_text=_("A postal code or a model; empty when it is no such thing."),
    )

    class Meta:
        verbose_name = _("spelling on ICE's lists")
        verbose_name_plural = _("spellings on ICE's lists")
        constraints = [
            models.UniqueConstraint(
                fields=["of", "printed"], name="roster_spelling_once"
            )
        ]

    def __str__(self):
        return f"{self.printed} → {self.meaning}"
