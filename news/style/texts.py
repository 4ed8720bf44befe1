"""The texts of a record that the rules look at: ours, and what it quotes."""

from dataclasses import replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from jurisdictions.bilingual import ENGLISH, SPANISH, twin_of
from news.articles.language import language_of
from news.claims import part_words
from news.style.rules import PROSE, QUOTE, TITLE, Text
from policies.enums import PolicyType

# What each kind of record says in our words: {field: what it is held to}.
OURS = {
    "courtcase": {"title": TITLE, "summary": PROSE},
    "organization": {"description": PROSE},
    "policy": {
        "title": TITLE,
        "summary": PROSE,
        "scope": PROSE,
        "exclusions": PROSE,
        "conditions": PROSE,
        "excerpt": QUOTE,
    },
    "policyevent": {"note": PROSE},
    "source": {"description": PROSE},
    "statement": {
        "title": TITLE,
        "speaker_label": PROSE,
        "summary": PROSE,
        "quote": QUOTE,
    },
    "vote": {"motion": TITLE},
}
# What calls itself by a word that is not ours.
CALLS_ITSELF = {PolicyType.SANCTUARY_DECLARATION, PolicyType.WELCOMING_DECLARATION}


def texts_of(record):
    """Return the texts of a record and of its events, then those of its citations."""
    texts = [*_texts(record)]
    rows = [record]
    if hasattr(record, "events"):
        for event in record.events.all():
            texts += _texts(event, f"{event}: ")
            rows.append(event)
    for row in rows:
        texts += _quotations(row)
    return texts


def _texts(row, before=""):
    for name, kind in OURS.get(row._meta.model_name, {}).items():
        english = getattr(row, name) or ""
        told = Text(
            place=before + capfirst(part_words(type(row), name)),
            text=english,
            kind=kind,
            is_cited=is_cited(row, name),
            is_declared=getattr(row, "type", "") in CALLS_ITSELF,
            language=language_of(english) or ENGLISH,
        )
        yield told
        if name in getattr(row, "bilingual", ()):
            # It says what the English says, and rests on what supports that.
            yield replace(
                told,
                place=before + capfirst(part_words(type(row), twin_of(name))),
                text=getattr(row, twin_of(name)),
                is_cited=True,
                language=SPANISH,
            )


def is_cited(row, name):
    """Return whether a citation supports a part of a row, or the row as a whole."""
    if name not in getattr(row, "citable_fields", ()):
        return True
    return any(citation.field in (name, "") for citation in row.citations.all())


def _quotations(row):
    if not getattr(row, "citable_fields", ()):
        return
    for citation in row.citations.all():
        place = _("Citation of %s") % capfirst(part_words(type(row), citation.field))
        yield Text(place, citation.quote, QUOTE)
