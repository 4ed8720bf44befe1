"""What changed in the record: the listing, and the history of a source."""

from django.utils.translation import gettext_lazy as _

from config.listings import FilteredList
from news.changes.history import RecordHistory
from news.filters import ChangeFilters
from news.models import Source


class ChangeList(FilteredList):
    """Every change that a reader would care about, newest first."""

    filterset_class = ChangeFilters
    template_name = "pages/change_list.html"
    row_template = "rows/change.html"
    heading = _("What changed")


class SourceHistory(RecordHistory):
    """What we said of a source, and when."""

    model = Source
    section = "source-list"
