"""Sources for programs."""

from django.utils.translation import gettext_lazy as _

from config.api.addresses import endpoints
from config.api.records import RecordSet
from news.columns import SOURCES
from news.filters import SourceFilters


class SourceSet(RecordSet):
    """Sources, without their text."""

    filterset_class = SourceFilters
    columns = SOURCES
    record = "Source"
    known_by = RecordSet.known_by | {"outlet": _("its short name in an address")}
    about = _("Articles and documents that the record rests on; never their text.")


urlpatterns = [*endpoints("sources", SourceSet)]
