"""Whether a list can be what it claims: which one, of which day, and a newer one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.derive import fold_name
from policies.enums import RosterKind
from policies.models import Roster
from policies.roster.reading.file_names import claim_of
from policies.roster.reading.rows import ReadList, ReadRow
from policies.roster.reading.workbook import ListRefused

# A signature later than this after its list is a mistyped year, not a wrong day of
# the list: names of files were wrong by a year at most.
TYPING_ERROR = timedelta(days=366)
# So many rows with a signature after the list's day may be slips of ICE's.
FEW = 5
# A new row signed so long before the list before should have stood on that one.
LATE = timedelta(days=120)
# What came to the lists one after the other; a list without is of an earlier time.
COLUMNS = frozenset({"TYPE", "COUNTY", "SIGNED", "MOA", "ADDENDUM"})
# A list of participating agencies never yet lost a tenth of its rows.
KEPT = 0.9


def check_kind(listed: ReadList, claimed: str, given: str | None) -> None:
    """Check that the columns are those of the list the file is said to be.

    :raises ListRefused: if the name, or the editor, says the other list.
    """
    columns = RosterKind(listed.kind).label.lower()
    if given and given != listed.kind:
        raise ListRefused(
            _(
                "The columns are those of the list of %(columns)s agencies, so this "
                "cannot be taken as the other one. Choose the list that it is."
            )
            % {"columns": columns}
        )
    if not given and claimed and claimed != listed.kind:
        raise ListRefused(
            _(
                "The file is named after the list of %(named)s agencies, but its "
                "columns are those of the list of %(columns)s agencies. ICE has "
                "published the two under each other's name before. Look into the "
                "file; if the columns are right, say which list it is."
            )
            % {"named": RosterKind(claimed).label.lower(), "columns": columns}
        )


def check_day(day: date | None) -> date:
    """Return the day a list was published.

    :raises ListRefused: if nobody and nothing says it, or it is yet to come.
    """
    if day is None:
        raise ListRefused(
            _(
                "The file's name does not say on which day ICE published the list. "
                "Give the day."
            )
        )
    if day > timezone.localdate():
        raise ListRefused(
            _("%(day)s is yet to come. Give the day on which ICE published the list.")
            % {"day": written(day)}
        )
    return day


def signed_later(rows: Iterable[ReadRow], day: date) -> list[ReadRow]:
    """Return the rows whose signature is later than the day of their list."""
    return [row for row in rows if row.signed_on and row.signed_on > day]


def check_signatures(listed: ReadList, day: date, date_checked: bool) -> None:
    """Check that nothing on the list was signed after its day.

    Signatures of years to come are slips of ICE's and prove nothing.

    :raises ListRefused: if something was: the day is wrong.
    """
    later = signed_later(listed.rows, day)
    believable = [row for row in later if row.signed_on <= day + TYPING_ERROR]
    if len(later) <= FEW and (date_checked or not believable):
        return
    newest = max(believable or later, key=lambda row: row.signed_on)
    words = ngettext(
        "The list cannot be of %(day)s: row %(row)d was signed on %(signed)s. Give the "
        "day on which ICE published it.",
        "The list cannot be of %(day)s: %(count)d rows were signed later, row %(row)d "
        "on %(signed)s. Give the day on which ICE published it.",
        len(later),
    ) % {
        "day": written(day),
        "count": len(later),
        "row": newest.number,
        "signed": written(newest.signed_on),
    }
    if len(later) <= FEW:
        words = f"{words} {when_checked()}"
    raise ListRefused(words)


def newest_believable(listed: ReadList, day: date) -> date | None:
    """Return the latest signature that is not after the day of the list."""
    days = [row.signed_on for row in listed.rows if row.signed_on]
    return max((signed for signed in days if signed <= day), default=None)


def check_held(sha256: str) -> None:
    """Check that we do not hold the very same file.

    :raises ListRefused: if we do.
    """
    held = Roster.objects.filter(sha256=sha256).first()
    if held:
        raise ListRefused(
            _(
                "We hold this very file as the list of %(kind)s agencies of %(day)s. "
                "If ICE published it again, it says nothing new; if this should be a "
                "newer list, download it again."
            )
            % named(held)
        )


def check_order(newest: Roster, day: date, part: tuple[int, int, str] | None) -> None:
    """Check that a list is not older than the newest of its kind.

    :raises ListRefused: if it is; lists are taken in order.
    """
    before = claim_of(newest.file_name).part
    same_day = day == newest.published_on
    if day < newest.published_on or (same_day and part and before and part < before):
        raise ListRefused(
            _(
                "We already hold a newer list, of %(kind)s agencies of %(day)s. Lists "
                "are taken in the order in which ICE published them, so that each is "
                "compared with the one before; an older one cannot be put in between."
            )
            % named(newest)
        )


def check_progress(
    listed: ReadList, newest: Roster, day: date, date_checked: bool
) -> None:
    """Check that a list goes on from the one before, not back to an earlier one.

    One sign of an older list may have another reason, and an editor who checked it
    may say so; two have none.

    :raises ListRefused: naming the signs.
    """
    signs = [*signs_of_age(listed, newest, day)]
    if older := same_rows_as(listed, newest):
        signs.append(
            _("it has the very rows of the list of %(day)s") % {"day": written(older)}
        )
    if not signs or (date_checked and len(signs) == 1):
        return
    words = _(
        "This looks like an older list under a new date. Compared with the list of "
        "%(kind)s agencies of %(day)s that we hold, %(signs)s. Check what ICE "
        "published on that day."
    ) % {**named(newest), "signs": "; ".join(signs)}
    raise ListRefused(f"{words} {when_checked()}" if len(signs) == 1 else words)


def signs_of_age(listed: ReadList, newest: Roster, day: date) -> Iterable[str]:
    """Tell in words what an older list would lack; of pending ones only columns."""
    first = newest.rows.order_by("number").first()
    headings = COLUMNS & set(first.printed if first else ())
    if missing := sorted(headings - set(listed.headings)):
        yield ngettext(
            "it has no column %(columns)s",
            "it has no columns %(columns)s",
            len(missing),
        ) % {"columns": ", ".join(missing)}
    if listed.kind == RosterKind.PENDING:
        return
    signed = newest_believable(listed, day)
    if newest.newest_signed_on and (not signed or signed < newest.newest_signed_on):
        yield (
            _("its newest signature is of %(signed)s, not %(before)s")
            % {
                "signed": written(signed) if signed else _("no day"),
                "before": written(newest.newest_signed_on),
            }
        )
    if len(listed.rows) < KEPT * newest.row_count:
        yield (
            _("it has %(rows)d rows, not %(before)d")
            % {"rows": len(listed.rows), "before": newest.row_count}
        )


def same_rows_as(listed: ReadList, newest: Roster) -> date | None:
    """Return the day of the older list with the same rows, if there is one.

    The newest we hold does not count: ICE may publish a list again unchanged.
    """
    rows = Counter(row.reading for row in listed.rows)
    if readings_of(newest) == rows:
        return None
    older = Roster.objects.before(newest).filter(row_count=len(listed.rows))
    for roster in older.reverse():
        if readings_of(roster) == rows:
            return roster.published_on
    return None


def readings_of(roster: Roster) -> Counter[tuple[object, ...]]:
    """Return what the rows of a list we hold were read as."""
    return Counter(
        (state, fold_name(agency), *rest)
        for state, agency, *rest in roster.rows.values_list(
            "state",
            "agency_name",
            "model",
            "signed_on",
            "county_name",
            "place_type",
            "moa_url",
            "addendum_url",
        )
    )


def written(day: date) -> str:
    """Return a day as an editor reads it."""
    return date_format(day, "DATE_FORMAT")


def named(roster: Roster) -> dict[str, str]:
    """Return the words for a list we hold."""
    return {
        "kind": roster.get_kind_display().lower(),
        "day": written(roster.published_on),
    }


def when_checked() -> str:
    """Return what somebody can do who knows that the list is right."""
    return _("If it is right all the same, say that the date is checked.")
