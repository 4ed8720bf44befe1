"""Whether the addresses of sources still answer, and copies that were found of them."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news.enums import LinkFinding
from news.models.source import Source

# A site that says “no such page” on two days knows what it says. Anything else, such
# as an outage, an expired certificate or a name that did not resolve, may be over
# tomorrow; on a third day it is no accident any more.
DAYS_GONE = 2
DAYS_FAILED = 3


def dead():
    """Return the condition that a check found nothing, and on enough days."""
    gone = Q(finding=LinkFinding.GONE, failed_days__gte=DAYS_GONE)
    return gone | Q(failed_days__gte=DAYS_FAILED)


class LinkCheckQuerySet(models.QuerySet):
    """What was found at the addresses of sources, and which to look at next."""

    def of_current_addresses(self):
        """Return the checks of the addresses that sources have now."""
        return self.filter(address=F("source__url"))

    def dead(self):
        """Return the checks of addresses at which no reader finds the source."""
        return self.of_current_addresses().filter(dead())

    def dead_sources(self):
        """Return the public sources whose address is dead."""
        return Source.objects.published().filter(pk__in=self.dead().values("source"))

    def sources_due(self, now, days):
        """Return the ids of sources to look at: published first, longest unseen first.

        Due is what nobody looked at for so many days, or not since it has its
        address; and what failed, until it is dead or answers, each day anew.
        """
        failing = self.filter(failed_days__gt=0).exclude(dead())
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0)
        seen = self.of_current_addresses().filter(
            checked_at__gt=now - timedelta(days=days)
        )
        again = failing.filter(checked_at__lt=today)
        return (
            Source.objects.exclude(url="")
            .exclude(pk__in=seen.exclude(pk__in=again.values("pk")).values("source"))
            .order_by("-live", F("link_check__checked_at").asc(nulls_first=True), "pk")
            .values_list("pk", flat=True)
        )

    def sources_without_copy(self, now, days):
        """Return the ids of sources to ask the archive about, in the same order.

        Those without an archived copy or one to propose, whose address was looked at.
        """
        waiting = (
            self.of_current_addresses()
            .filter(archive_found="")
            .exclude(archive_asked_at__gt=now - timedelta(days=days))
        )
        return (
            Source.objects.without_archive()
            .filter(pk__in=waiting.values("source"))
            .order_by(
                "-live", F("link_check__archive_asked_at").asc(nulls_first=True), "pk"
            )
            .values_list("pk", flat=True)
        )

    @transaction.atomic
    def keep(self, source_id, address, answer, now):
        """Keep what was found at the address of a source, if the source is still there.

        Nothing of the source itself is touched, so no page or version of it moves.
        """
        rows = Source.objects.select_for_update().only("pk")
        if not rows.filter(pk=source_id).exists():
            return
        check = self.filter(source_id=source_id).first()
        check = check or LinkCheck(source_id=source_id)
        check.take(address, answer, now)
        check.save()

    def keep_copy(self, source_id, address, copy, now):
        """Keep the archived copy that may be proposed for an address, "" for none."""
        self.filter(source_id=source_id, address=address).update(
            archive_found=copy, archive_asked_at=now
        )


class LinkCheck(models.Model):
    """What was last found at the address of a source. Never public.

    `address` is the one that was asked: of another, given since, it says nothing.
    """

    source = models.OneToOneField(
        Source,
        verbose_name=_("source"),
        on_delete=models.CASCADE,
        related_name="link_check",
    )
    address = models.URLField(_("address that was asked"), max_length=1000)
    checked_at = models.DateTimeField(_("looked at"))
    finding = models.CharField(_("found"), max_length=10, choices=LinkFinding)
    status = models.PositiveSmallIntegerField(
        _("status"), null=True, blank=True, help_text=_("As HTTP numbers them.")
    )
    failed_days = models.PositiveSmallIntegerField(
        _("days"),
        default=0,
        help_text=_("On so many days in a row that it was looked at it failed."),
    )
    failing_since = models.DateField(_("failing since"), null=True, blank=True)
    moved_to = models.URLField(
        _("moved to"),
        max_length=1000,
        blank=True,
        help_text=_("Where the site redirects for good."),
    )
    archive_found = models.URLField(
        _("proposed copy"),
        max_length=1000,
        blank=True,
        help_text=_("The Internet Archive's, nearest to the day of publication."),
    )
    archive_asked_at = models.DateTimeField(_("archive asked"), null=True, blank=True)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("check of an address")
        verbose_name_plural = _("checks of addresses")
        constraints = [
            models.CheckConstraint(
                name="link_fails_since_a_day",
                condition=Q(failed_days=0, failing_since__isnull=True)
                | Q(failed_days__gt=0, failing_since__isnull=False),
            )
        ]

    def __str__(self):
        words = str(LinkFinding(self.finding).label)
        if self.status and self.failed_days:
            words = f"{words} ({self.status})"
        if not self.failed_days:
            return words
        since = date_format(self.failing_since, "DATE_FORMAT")
        return gettext("%(found)s since %(day)s") % {"found": words, "day": since}

    def take(self, address, answer, now):
        """Take over what was found now; a second failure on one day counts once."""
        day = timezone.localdate(now)
        if address != self.address:
            self.failed_days, self.failing_since = 0, None
            self.archive_found, self.archive_asked_at = "", None
        if not answer.failed:
            self.failed_days, self.failing_since = 0, None
        elif not (self.failed_days and timezone.localdate(self.checked_at) == day):
            self.failed_days += 1
            self.failing_since = self.failing_since or day
        self.address, self.checked_at = address, now
        self.finding, self.status = answer.finding, answer.status
        self.moved_to = answer.moved_to
