"""The page of one record, of which its card and its frame are made too."""

from django.shortcuts import render
from django.views import View

from config.listings import moved_to, not_on_file


class RecordPage(View):
    """A record's page: `get` finds the record and its context, the rest answers.

    A card or a frame is the same class with other answers, so none of them can tell
    of a record, or of a day, what the page would not.
    """

    template_name = ""

    def address(self, row):
        """Return where a record is shown this way."""
        return row.get_absolute_url()

    def moved(self, request, row):
        """Lead an old address to the record's own, the question kept."""
        return moved_to(request, self.address(row))

    def absent(self, request, row, as_of):
        """Answer that no source had told of a record by a day."""
        return not_on_file(request, row, as_of)

    def answer(self, request, context):
        """Return the page."""
        return render(request, self.template_name, context)
