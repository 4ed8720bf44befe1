"""A page in a picture, for where its address is shared: set by Typst, as the brief is.

It is drawn when somebody asks and kept as pages are, so it needs no place of its own
to be stored, and says what the page says today.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from textwrap import shorten

import typst
from django.conf import settings
from django.http import Http404, HttpResponse
from django.template import engines
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from PIL import Image

from config.templating import partial_day

TEMPLATES = Path(settings.BASE_DIR) / "templates" / "paper"
LARGEST = 60_000  # bytes
LONG_WORD = re.compile(r"\S{26,}")
# Letters of a title and of a sentence; what is longer ends at a word.
LONGEST_TITLE, LONGEST_SENTENCE = 150, 260
# A card is ink, paper and one hue or two, and their edges; fewer where it is crowded.
COLORS = (32, 16, 8)


@dataclass(frozen=True)
class Card:
    """All that a card prints: `over` stands above the title, `more` behind the tags.

    `path` is the page's, on the day it shows. A tag is its direction, its status and
    its words; `squares` are the options of a roll call, one a member.
    """

    title: str
    path: str
    as_of: date | None = None
    sentence: str = ""
    over: str = ""
    tags: tuple[tuple[str, str, str], ...] = ()
    squares: tuple[str, ...] = ()
    more: str = ""


class CardFace:
    """A record's page as its social card; `card` makes it of the page's context."""

    def address(self, row):
        """Return where the card of a record is."""
        return f"{row.get_absolute_url()}card.png"

    def absent(self, request, row, as_of):
        """Refuse: a record that no source had told of has nothing to show."""
        raise Http404

    def answer(self, request, context):
        """Return the card of the page."""
        return picture(self.card(context))

    def card(self, context):
        """Return what the card says."""
        raise NotImplementedError


def picture(card):
    """Answer with a card; the page it belongs to is what a search should find."""
    response = HttpResponse(drawn(card), "image/png")
    response["X-Robots-Tag"] = "noindex"
    return response


def drawn(card):
    """Return the bytes of a card: a PNG of 1200 by 630, its colors in a palette."""
    png = typst.compile(
        (TEMPLATES / "card.typ").read_bytes(),
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"card": json.dumps(told(card))},
        format="png",
        ppi=72,
    )
    opened = Image.open(BytesIO(png)).convert("RGB")
    for colors in COLORS:
        made = opened.quantize(
            colors, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        kept = BytesIO()
        made.save(kept, "PNG", optimize=True)
        if kept.tell() <= LARGEST:
            break
    return kept.getvalue()


def told(card):
    """Return all that the template prints, as plain data."""
    address = settings.SITE_URL.partition("://")[2] + card.path
    if card.as_of:
        address += f"?as_of={card.as_of.isoformat()}"
    day = card.as_of or timezone.localdate()
    return {
        "language": get_language(),
        "site": _("The Local Record"),
        "line": _("Independent · not a government website"),
        "over": card.over,
        "title": fitting(card.title, LONGEST_TITLE),
        "sentence": fitting(card.sentence, LONGEST_SENTENCE),
        "tags": [
            {"direction": direction, "stage": stage_of(status), "label": label}
            for direction, status, label in card.tags
        ],
        "squares": card.squares,
        "more": card.more,
        "address": address,
        "day": _("As of %(day)s.") % {"day": partial_day(day, "day")},
    }


def fitting(text, longest):
    """Return a text of so many letters at the most, which a line can break anywhere.

    It ends at a word, and a word that no line holds may break within.
    """
    cut = shorten(text, longest, placeholder=" …")
    if cut.strip() == "…":
        cut = f"{text.strip()[:longest]}…"
    return LONG_WORD.sub(lambda found: "\u200b".join(found[0]), cut)


def stage_of(status):
    """Return the stage of life that the border of a tag shows: the pages' own table."""
    tags = engines["jinja2"].env.get_template("components/status_tag.html").module
    return tags.STAGES.get(status, "unknown")
