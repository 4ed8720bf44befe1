"""What readers say is wrong with the record."""

from base64 import b32encode
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from config.writing import one_write
from news.enums import ReportState
from news.models.correction import Correction

# So long after a decision an editor may still answer who reported.
ADDRESS_KEPT = timedelta(days=90)
# Characters of a reference, four by four; 60 bits tell reports apart for good.
REFERENCE = 12


class ErrorReportQuerySet(models.QuerySet):
    """Reports; editors who may correct the record see them, and nobody else."""

    def hand_in(self, *, likely_spam=False, **written):
        """Keep what a reader wrote and return its reference.

        The same words of one reader, sent again on the same day, are the same report:
        a double click, a page loaded anew. Of the table the public role may neither
        read nor count a row, so what is there already is passed over unseen.
        """
        report = ErrorReport(
            reference=reference_of(timezone.localdate(), written),
            state=ReportState.LIKELY_SPAM if likely_spam else ReportState.NEW,
            **written,
        )
        with one_write():
            self.bulk_create([report], ignore_conflicts=True)
        return report.reference

    def new(self):
        """Return the reports nobody has looked at yet, the oldest first."""
        return self.filter(state=ReportState.NEW).order_by("received_at", "pk")

    def undecided(self):
        """Return the reports of which nobody has said what comes of them."""
        return self.exclude(state__in=ReportState.decided())

    # Each of these leaves alone what is decided, and returns how many reports it
    # changed: of two editors at once the second learns that there was nothing to do.

    def take_up(self, user):
        """Say that an editor looks into these."""
        return self.undecided().update(state=ReportState.AT_WORK, decided_by=user)

    def put_back(self, state):
        """Say that these are new after all, or look like spam."""
        return self.undecided().update(state=state, decided_by=None)

    def decline(self, user, note):
        """Say that the record stands, and why."""
        return self._decide(user, state=ReportState.DECLINED, note=note)

    def accept(self, user, correction):
        """Say that a correction of the public log came of these."""
        accepted = ReportState.ACCEPTED
        return self._decide(user, state=accepted, correction=correction)

    def _decide(self, user, **decision):
        now = timezone.now()
        return self.undecided().update(decided_by=user, decided_at=now, **decision)

    def past_answering(self, now=None):
        """Return the reports with an address that nobody needs any more.

        Ninety days after the decision; what looks like spam has none, and counts from
        the day it came.
        """
        since = (now or timezone.now()) - ADDRESS_KEPT
        spam = Q(state=ReportState.LIKELY_SPAM, received_at__lte=since)
        return self.filter(Q(decided_at__lte=since) | spam).exclude(email="")

    def forget_addresses(self):
        """Delete the readers' addresses of these reports, and return how many."""
        return self.update(email="")


def reference_of(day, written):
    """Return what a report of a day is called: its words, hashed with our key.

    So it is the same for the same words, and tells nothing of them.
    """
    words = "\n".join([day.isoformat(), *(written[name] for name in sorted(written))])
    digest = salted_hmac("news.models.report", words, algorithm="sha256").digest()
    text = b32encode(digest).decode()[:REFERENCE]
    return "-".join(text[start : start + 4] for start in range(0, REFERENCE, 4))


class ErrorReport(models.Model):
    """What a reader says is wrong, and what editors made of it. Never public."""

    # Nothing of it belongs into lists of where a record is used; nor may the public
    # deployment, which puts reports in, write such lists.
    wagtail_reference_index_ignore = True

    # Known before the row is there: who puts it in need not ask for a number.
    reference = models.CharField(
        _("reference"), primary_key=True, max_length=14, editable=False
    )
    about = models.CharField(_("page"), max_length=300, blank=True)
    wrong = models.TextField(_("what is wrong"))
    known = models.TextField(_("how the reader knows"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    state = models.CharField(
        _("state"), max_length=11, choices=ReportState, default=ReportState.NEW
    )
    note = models.TextField(_("note for editors"), blank=True)
    # Who looks into it, and then who decided.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("editor"),
        on_delete=models.SET_NULL,  # what was decided stands without the account
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    correction = models.ForeignKey(
        Correction,
        verbose_name=_("correction"),
        on_delete=models.SET_NULL,  # a correction taken back leaves the report
        null=True,
        blank=True,
        related_name="reports",
    )

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report from a reader")
        verbose_name_plural = _("reports from readers")
        constraints = [
            models.CheckConstraint(
                name="report_says_what_is_wrong", condition=~Q(wrong="")
            ),
            models.CheckConstraint(
                name="report_decided_on_a_day",
                condition=Q(state__in=ReportState.decided(), decided_at__isnull=False)
                | Q(decided_at__isnull=True) & ~Q(state__in=ReportState.decided()),
            ),
            models.CheckConstraint(
                name="report_declined_with_a_note",
                condition=~Q(state=ReportState.DECLINED, note=""),
            ),
            models.CheckConstraint(
                name="report_corrected_is_accepted",
                condition=Q(correction__isnull=True) | Q(state=ReportState.ACCEPTED),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "received_at"], name="report_by_state"),
        ]

    def __str__(self):
        return self.reference

    @property
    def is_decided(self):
        """Whether an editor has said what comes of it."""
        return self.state in ReportState.decided()
