"""The public log of corrections."""

from django.utils.translation import gettext_lazy as _

from config.listings import FilteredList
from news.columns import CORRECTIONS
from news.filters import CorrectionFilters


class CorrectionList(FilteredList):
    """What the record said and should not have, newest first."""

    filterset_class = CorrectionFilters
    columns = CORRECTIONS
    template_name = "pages/correction_list.html"
    row_template = "rows/correction.html"
    heading = _("Corrections")
