"""The brief as a PDF, set by Typst from one template and nothing outside of it.

The record's words go in as data, so none of them can be taken for markup; the faces
are those inside the library, so one record gives one file on every machine.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.bilingual import Told, readers_language

TEMPLATES = Path(settings.BASE_DIR) / "templates" / "paper"
# What a reader may ask for, by Typst's name of it.
PAPERS = {"letter": "us-letter", "a4": "a4"}


def written(brief, size):
    """Return the bytes of a brief's PDF: tagged, titled, its language said."""
    return typst.compile(
        (TEMPLATES / "brief.typ").read_bytes(),
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"brief": json.dumps(told(brief, size))},
        # A cached file and a new one are the same to the byte.
        timestamp=datetime(2000, 1, 1, tzinfo=UTC),
    )


def told(brief, size):
    """Return all that the template prints, as plain data."""
    return {
        "paper": PAPERS[size],
        "language": get_language(),
        "title": _("%(place)s: one-page brief") % {"place": brief.place.full_name},
        "place": brief.place.full_name,
        "site": _("The Local Record"),
        "line": _("Independent · not a government website"),
        "leads": brief.leads,
        "foot": brief.foot,
        "sources_title": _("Sources"),
        "sources": [_source(source) for source in brief.sources],
        "blocks": [_block(block) for block in brief.blocks],
        "code": brief.code.svg,
        "code_words": _("Code that leads to %(address)s") % {"address": brief.address},
        "address": brief.address,
        "url": brief.code.address,
        "way": brief.way,
    }


def _block(block):
    return {
        "title": block.title,
        "note": block.note,
        "more": block.more,
        "running": block.runs,
        "facts": [_fact(fact) for fact in block.facts],
    }


def _fact(fact):
    return {
        "lead": pieces(fact.lead),
        "words": pieces(fact.words) + pieces(fact.rest),
        "quote": fact.quote,
        "quote_language": fact.quote_language,
        "url": f"{settings.SITE_URL}{fact.url}" if fact.url else "",
        "address": fact.address,
        "marks": [
            {"number": mark.number, "sign": "≠" if mark.contradicts else ""}
            for mark in fact.marks
        ],
    }


def _source(source):
    url = f"{settings.SITE_URL}{source.url}"
    words = pieces(source.words) + pieces(source.rest)
    told = {"number": source.number, "words": words}
    return told | {"address": source.address, "url": url}


def pieces(text):
    """Return a text in pieces, each with its language where that is not the page's."""
    told = [{"words": str(text), "language": ""}]
    if isinstance(text, Told) and text.language != readers_language():
        told = [
            {"words": text.before, "language": ""},
            {"words": text.words, "language": text.language},
            {"words": f" {text.note}" if text.note else "", "language": ""},
        ]
    return [piece for piece in told if piece["words"]]
