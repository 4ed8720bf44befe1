"""In words: what a record still needs before, or lacks since, a source is public."""

from django.utils.translation import gettext as _

from config.editing.labels import label_of
from news.models.support import parts_to_support, supporting


def support_needed(record):
    """Return why a record cannot be published yet, a sentence for each part."""
    return [sentence(part) for part in parts_to_support(record)]


def sentence(part):
    """Return what to do so that a published source supports a record or an event."""
    drafts = dict.fromkeys(label_of(source) for source in supporting(part))
    if drafts:
        words = _("No published source supports “%(part)s”: publish %(drafts)s first.")
    else:
        words = _("No source supports “%(part)s”: cite one that does.")
    named = "; ".join(f"“{draft}”" for draft in drafts)
    return words % {"part": part, "drafts": named}
