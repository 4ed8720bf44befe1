"""What an editor sees beside the form: source, public page, house style."""

from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from config.editing.passages import missing_quotes, paragraphs
from jurisdictions.bilingual import ENGLISH, SPANISH
from news.style.rules import findings
from news.style.texts import OURS, texts_of

SOURCE, PAGE, STYLE = "source", "page", "style"
# The public page in Spanish; an editor may work in either language.
PAGE_IN_SPANISH = "page-es"
SPOKEN = {PAGE: ENGLISH, PAGE_IN_SPANISH: SPANISH}


def preview_modes(viewset):
    """Return the previews of a kind of record: (name, label)."""
    modes = []
    if hasattr(viewset.model, "citations"):
        modes.append((SOURCE, _("Source article")))
    if viewset.public_page:
        modes.append((PAGE, _("Public page")))
        modes.append((PAGE_IN_SPANISH, _("Public page in Spanish")))
    if viewset.model._meta.model_name in OURS:
        modes.append((STYLE, _("House style")))
    return modes


def preview(viewset, record, request, mode):
    """Return the response for one preview of the record in the form."""
    if mode in SPOKEN and not has_a_page(record):
        return render(request, "editing/preview_later.html")
    if mode in SPOKEN:
        template, context = viewset.public_page
        # The public rows have this counted by the database.
        record.source_count = len(quotes_by_source(record))
        with translation.override(SPOKEN[mode]):
            return render(request, template, context(record))
    if mode == STYLE:
        found = findings(texts_of(record))
        context = {"record": record, "findings": found}
        return render(request, "editing/style_preview.html", context)
    return render(
        request,
        "editing/source_preview.html",
        {"record": record, "articles": articles_of(record)},
    )


def has_a_page(record):
    """Return whether a draft is saved and has the choices its page is made of."""
    return record.pk is not None and all(
        getattr(record, field.attname)
        for field in record._meta.concrete_fields
        if field.choices and not field.blank
    )


def articles_of(record):
    """Return the text of each source a record cites, its quotations marked."""
    return [
        {
            "source": source,
            "paragraphs": paragraphs(source.text, quotes),
            "missing": missing_quotes(source.text, quotes) if source.text else [],
        }
        for source, quotes in quotes_by_source(record)
    ]


def quotes_by_source(record):
    """Return (source, quotations) pairs of a record, or of what rests on a source.

    Pairs, because a source that is not saved yet cannot be the key of a dict.
    """
    if hasattr(record, "text"):  # a source, whose citations are those of others
        rest = record.citations.all() if record.pk else []
        quotes = (citation.quote for citation in rest if citation.quote)
        return [(record, list(dict.fromkeys(quotes)))]
    found = {}
    for owner in (record, *_events_of(record)):
        for citation in owner.citations.all():
            if citation.source_id:
                quotes = found.setdefault(citation.source, [])
                quotes += filter(None, [citation.quote])
    return list(found.items())


def _events_of(record):
    events = record.events.all() if hasattr(record, "events") else []
    return [event for event in events if hasattr(event, "citations")]
