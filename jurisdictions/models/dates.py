"""Dates as sources give them: a real date, how much of it is known, and how."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.derive import counting_day
from jurisdictions.enums import Certainty, Precision
from jurisdictions.models.choices import Worded


def precision_agrees(date, precision, name):
    """Return the constraint that a date and its precision say the same.

    Without a date the precision is unknown; a date known by its week is stored as
    the week's Monday, by its month as the first, by its year as January 1.
    """
    # Said each time: a CHECK lets a comparison with NULL pass.
    known = {f"{date}__isnull": False}
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{date}__isnull": True, precision: Precision.UNKNOWN})
        | Q(**known, **{precision: Precision.DAY})
        | Q(**known, **{f"{date}__iso_week_day": 1, precision: Precision.WEEK})
        | Q(**known, **{f"{date}__day": 1, precision: Precision.MONTH})
        | Q(
            **known,
            **{f"{date}__day": 1, f"{date}__month": 1, precision: Precision.YEAR},
        ),
        violation_error_message=_(
            "The date and its precision do not agree: a week is stored as its Monday, "
            "a month as its first day, a year as January 1, and an unknown date is "
            "left empty."
        ),
    )


def precision_field(**kwargs):
    """Return a field saying how much of the date beside it is known."""
    return models.CharField(
        max_length=7, choices=Precision, default=Precision.UNKNOWN, **kwargs
    )


def in_span(since=None, until=None):
    """Return the condition that a date, or its period, touches a span of days.

    A date known by its week, month or year touches the span when its period does.
    """
    condition = Q()
    if since:
        condition &= (
            Q(date_precision=Precision.DAY, date__gte=since)
            | Q(
                date_precision=Precision.WEEK,
                date__gte=since - timedelta(days=since.weekday()),
            )
            | Q(date_precision=Precision.MONTH, date__gte=since.replace(day=1))
            | Q(date_precision=Precision.YEAR, date__gte=since.replace(month=1, day=1))
        )
    if until:
        condition &= Q(date__lte=until)
    return condition


def earliest_report(citations):
    """Return the day the earliest of some citations' public sources told, or None.

    A draft source tells nothing yet, not even its day. When no source has a date,
    that is the day the first of them was entered: what no source dates is known
    today, and was not known before we knew it.
    """
    sources = [c.source for c in citations if c.source.live]
    dated = [source.date for source in sources if source.date]
    return min(dated or [source.entered_on for source in sources], default=None)


class Dated(Worded):
    """Something with one date, kept with its precision and the source's words."""

    date = models.DateField(
        _("date"),
        null=True,
        blank=True,
        help_text=_("For a week its Monday, a month its first day, a year January 1."),
    )
    date_precision = precision_field(verbose_name=_("how much is known"))
    date_certainty = models.CharField(
        _("how it is known"),
        max_length=8,
        choices=Certainty,
        default=Certainty.STATED,
    )
    date_phrase = models.CharField(
        _("the source's words"),
        max_length=120,
        blank=True,
        help_text=_("As printed: “Tuesday”, “last month”."),
    )
    date_anchor = models.DateField(
        _("counted from"),
        null=True,
        blank=True,
        help_text=_("The day the source's words were counted from."),
    )
    counts_from = models.DateField(null=True, editable=False, db_index=True)

    class Meta:
        abstract = True
        constraints = [
            precision_agrees("date", "date_precision", "%(class)s_precision_agrees")
        ]

    def first_reported(self):
        """Return the day of the earliest source that tells of this, or None."""
        return earliest_report(self.citations.all())

    @property
    def phrase_language(self):
        """The language of the source's words, "" where no citation is at hand."""
        at_hand = getattr(self, "_prefetched_objects_cache", {}).get("citations", ())
        return next((citation.source.language for citation in at_hand), "")

    def set_counts_from(self):
        """Set the first day on which this is part of the record.

        A page as of a day shows what counts on that day, so the field is kept by
        `save` and, when a source's date is corrected, by `news.actions`.
        """
        self.counts_from = counting_day(self.date, self.first_reported())
