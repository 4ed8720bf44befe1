"""A record that an editor names by its id, its address or its name."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from config.editing.labels import label_of

ID = re.compile(r"#?(\d{1,18})|\S*/edit/(\d{1,18})/?\S*")
# The last part of a public page's address.
PAGE = re.compile(r"\S*/([\w-]+)/?(?:[?#]\S*)?")
SHOWN = 5


def record_called(model, text):
    """Return the record of a kind that is meant.

    :raises ValidationError: if there is none, or several are called so.
    """
    text = text.strip()
    rows = model._default_manager
    if match := ID.fullmatch(text):
        found = rows.filter(pk=match[1] or match[2])
    elif match := PAGE.fullmatch(text):
        found = rows.filter(slug=match[1])
    elif hasattr(rows, "sought"):
        found = rows.sought(text)
    else:
        found = rows.none()
    found = list(found[: SHOWN + 1])
    if len(found) == 1:
        return found[0]
    kind = model._meta.verbose_name
    if not found:
        words = _("There is no %(kind)s at “%(text)s”.")
        raise ValidationError(words % {"kind": kind, "text": text})
    words = _("“%(text)s” could be any of these, write the id: %(list)s.")
    called = [f"#{row.pk} {label_of(row)}" for row in found[:SHOWN]]
    listed = "; ".join(called + (["…"] if len(found) > SHOWN else []))
    raise ValidationError(words % {"text": text, "list": listed})
