"""Take a list: its rows as printed and as read, and what changed in them."""

from __future__ import annotations

import hashlib
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.enums import Precision
from jurisdictions.models import RecordVersion
from news.enums import SourceKind
from news.models import Source
from policies.models import Roster, RosterSpelling
from policies.roster.deciding.decisions import one_at_a_time
from policies.roster.reading.file_names import claim_of
from policies.roster.reading.rows import ReadList, read_list
from policies.roster.reading.workbook import ListRefused, read_workbook
from policies.roster.taking import admission
from policies.roster.taking.following import follow

LONGEST_NAME = 200


def take_list(
    data: bytes,
    file_name: str,
    *,
    published: date | None = None,
    kind: str | None = None,
    date_checked: bool = False,
    url: str = "",
) -> Roster:
    """Store a list of ICE's and its differences to the newest of its kind.

    `published`, `kind` and `url` go before what the file's name says; `date_checked`
    says that somebody compared a doubtful list with what ICE published that day. All
    of it is stored, or nothing.

    :raises ListRefused: telling an editor why, and what to do.
    """
    listed = read_list(read_workbook(data), known_spellings())
    claim = claim_of(file_name)
    admission.check_kind(listed, claim.kind, kind)
    day = admission.check_day(published or claim.day)
    sha256 = hashlib.sha256(data).hexdigest()
    check_address(url)
    with transaction.atomic():
        # Whoever else takes a list, or decides on one, waits until this one is in.
        one_at_a_time()
        RecordVersion.bump()
        admission.check_held(sha256)
        admission.check_signatures(listed, day, date_checked)
        before = Roster.objects.newest(listed.kind)
        if before:
            admission.check_order(before, day, claim.part)
            admission.check_progress(listed, before, day, date_checked)
        roster = enter(listed, day, url)
        roster.file_name, roster.sha256 = file_name[-LONGEST_NAME:], sha256
        roster.save()
        follow(roster, listed, before)
    return roster


def known_spellings() -> dict[tuple[str, str], str]:
    """Return what editors said that spellings of ICE's mean."""
    rows = RosterSpelling.objects.values_list("of", "printed", "meaning")
    return {(of, printed): meaning for of, printed, meaning in rows}


def check_address(url: str) -> None:
    """Check the address at which ICE published the list.

    :raises ListRefused: if it is none, or another source has it.
    """
    if not url:
        return
    try:
        URLValidator(schemes=["http", "https"])(url)
        Source._meta.get_field("url").run_validators(url)
    except ValidationError as error:
        raise ListRefused(_("The address of the list is not a web address.")) from error
    if Source.objects.filter(url=url).exists():
        raise ListRefused(
            _(
                "We already have a source at the address %(url)s. ICE puts each list "
                "at an address of its own: give that one, or none."
            )
            % {"url": url}
        )


def enter(listed: ReadList, day: date, url: str) -> Roster:
    """Return a list, unsaved, whose source is published."""
    held = Roster.objects.of_kind(listed.kind).filter(published_on=day).last()
    edition = held.edition + 1 if held else 1
    source = Source(
        kind=SourceKind.ICE_LIST,
        title=title_of(listed.kind, day, edition),
        date=day,
        date_precision=Precision.DAY,
        url=url,
        live=False,
    )
    source.save()
    source.save_revision(clean=False).publish()
    return Roster(
        kind=listed.kind,
        published_on=day,
        edition=edition,
        source=source,
        row_count=len(listed.rows),
        newest_signed_on=admission.newest_believable(listed, day),
    )


@translation.override(settings.LANGUAGE_CODE)
def title_of(kind: str, day: date, edition: int) -> str:
    """Return what a list is called as a source, whoever takes it in."""
    words = {
        "participating": _("ICE's list of participating agencies, %(day)s"),
        "pending": _("ICE's list of pending agencies, %(day)s"),
    }[kind]
    if edition > 1:
        words = _("%(title)s (list %(edition)d of that day)") % {
            "title": words,
            "edition": edition,
        }
    return words % {"day": admission.written(day)}
