"""ICE's published lists, kept row by row as printed."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models import Agency, Jurisdiction, public
from policies.enums import (
    MatchReason,
    ProgramModel,
    RosterChangeKind,
    RosterDecision,
    RosterKind,
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
        renewed = RosterRow.objects.filter(
            entry=OuterRef("pk"),
            changes_after__kind__in=[
                RosterChangeKind.RENEWED,
                RosterChangeKind.SWITCHED,
            ],
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

    def days_of(self, policies, day):
        """Return policy, agreement, list's source and day of each row by a day."""
        rows = self.filter(entry__policy__in=policies, roster__published_on__lte=day)
        return rows.values_list(
            "entry__policy", "entry", "roster__source", "roster__published_on"
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
