"""The view that answers for every face of every listing."""

from django.http import StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views import View

from config.listings.faces.export import export_of, problems_of


class ListingFace(View):
    """A listing as one kind of file: the same question, the same rows as its page."""

    listing = None  # a FilteredList
    face = None  # a Face
    path = ""  # of the listing's page

    def get(self, request):
        """Answer with every matching row, or say what is wrong with the question."""
        filterset = self.listing.filterset_class.from_request(request)
        if problems := problems_of(filterset):
            return self.face.refusal(problems)
        export = export_of(self.listing, filterset, self.path)
        if self.face.most is not None and export.count > self.face.most:
            return self.face.refusal({"rows": [self.too_many(export.count)]})
        # Whoever asks for the headers alone is not made to wait for the rows.
        body = self.face.response if request.method == "GET" else no_body
        return self.labelled(body(export), export)

    def labelled(self, response, export):
        """Say what the file is, what to call it, and that it is no page to find."""
        stem = self.path.strip("/").replace("/", "-")
        name = f"{stem}-{export.day.isoformat()}.{self.face.suffix}"
        shown = "attachment" if self.face.attached else "inline"
        response["Content-Type"] = self.face.content_type
        response["Content-Disposition"] = f'{shown}; filename="{name}"'
        response["X-Robots-Tag"] = "noindex"
        return response

    def too_many(self, count):
        """Return why a face does not hold so many rows, and what to do."""
        return _(
            "These are %(count)s rows, and %(face)s holds %(most)s at most: take CSV, "
            "or narrow the list."
        ) % {
            "count": f"{count:,}",
            "face": self.face.label,
            "most": f"{self.face.most:,}",
        }


def no_body(export):
    """Return an answer without its rows."""
    return StreamingHttpResponse(())
