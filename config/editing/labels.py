"""How a record is called in lists and choosers, and where it stands."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.models import Revision, WorkflowState

from config.templating import partial_day
from jurisdictions.enums import Precision


def label_of(record):
    """Return enough words to tell a record from its namesakes."""
    label = getattr(record, "autocomplete_label", None)
    return label() if label else str(record)


def with_standing(records):
    """Annotate what `standing_of` reads, so that a list asks once for all rows."""
    kind = ContentType.objects.get_for_model(records.model)
    mine = {
        "base_content_type": kind,
        "object_id": Cast(OuterRef("pk"), CharField(max_length=255)),
    }
    return records.annotate(
        in_review=Exists(
            WorkflowState.objects.filter(
                **mine, status=WorkflowState.STATUS_IN_PROGRESS
            )
        ),
        is_scheduled=Exists(
            Revision.objects.filter(**mine, approved_go_live_at__isnull=False)
        ),
    )


def standing_of(record):
    """Return where a record stands between its first draft and the public page."""
    words = [gettext("live") if record.live else None]
    if record.in_review:
        words.append(gettext("in review"))
    elif record.is_scheduled:
        words.append(gettext("scheduled"))
    elif record.has_unpublished_changes or not record.live:
        words.append(gettext("draft"))
    return " + ".join(filter(None, words))


class StandingColumn(StatusTagColumn):
    """Live, draft, in review or scheduled.

    Wagtail's own column asks the database up to twice for every row.
    """

    def __init__(self, **kwargs):
        super().__init__(
            "standing",
            label=gettext_lazy("Status"),
            accessor=standing_of,
            primary=lambda record: record.live,
            **{"sort_key": "live"} | kwargs,
        )


class DayColumn(Column):
    """A date, as much of it as is known, and never “nine years ago”."""

    def get_value(self, instance):
        """Return the day, month or year in words."""
        day = getattr(instance, self.name)
        known = f"{self.name.removesuffix('_on')}_precision"
        precision = getattr(instance, known, Precision.DAY)
        return partial_day(day, precision) if day else ""
