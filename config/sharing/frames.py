"""A page in a few lines, for a frame on another site: no script, nothing fetched."""

from django.shortcuts import render
from django.utils.translation import get_language

from config.languages import bare, in_language

FRAMES = "/embed/"


def framed(path):
    """Return where the page of a path is shown for frames: `/es/embed/us/al/`."""
    return in_language(f"{FRAMES}{bare(path).lstrip('/')}", get_language())


def is_framed(path):
    """Return whether what is at a path may stand in a frame of any site."""
    return bare(path).startswith(FRAMES)


class FrameFace:
    """A record's page for a frame; `lines` picks from the page's context."""

    template_name = "frames/record.html"

    def address(self, row):
        """Return where a record is shown for frames."""
        return framed(row.get_absolute_url())

    def absent(self, request, row, as_of):
        """Answer that no source had told of a record by a day."""
        context = {"record": row, "as_of": as_of}
        return render(request, "frames/not_on_file.html", context)

    def answer(self, request, context):
        """Return the few lines of the page."""
        return render(request, self.template_name, context | self.lines(context))

    def lines(self, context):
        """Return what the frame prints: its title, address, sentences and tags."""
        raise NotImplementedError
