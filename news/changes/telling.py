"""Changes as the listing and the feeds tell them: a sentence, with its links."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from config.atom import Entry
from config.listings.columns import absolute
from news.changes.names import public_names
from news.enums import ChangeKind, RecordType
from news.history.quiet import STATE
from news.history.said import Difference, news_of
from news.history.words import lines_of
from news.models import Change, Source

# A row names so many of the sources; the record's page has them all.
SOURCES = 3


@dataclass(frozen=True)
class Told:
    """One change in words: whose, what differs, and where it can be read."""

    change: Change
    title: str
    place: str
    address: str
    differences: list[Difference]
    sources: list[tuple[str, str]]  # label, address
    state: str = ""  # where it stands, of what is entered
    sources_are_new: bool = False

    @property
    def pk(self):
        """The key of the change, by which a page of rows keeps it."""
        return self.change.pk

    @property
    def differences_but_sources(self):
        """The differences without new sources, which stand beside as links."""
        return [row for row in self.differences if row.column != "citations" or row.was]

    @property
    def happened(self):
        """What happened, in a few words: “status: Approved → Signed”."""
        kind = self.change.kind
        state = STATE.get(self.change.record_type)
        if kind == ChangeKind.STATUS_CHANGED:
            for difference in self.differences:
                if difference.column == state:
                    return difference.words
        if kind == ChangeKind.CHANGED and self.differences:
            labels = ", ".join(row.label for row in self.differences)
            return _("changed: %s") % labels
        label = str(self.change.get_kind_display())
        return f"{label}: {self.state}" if self.state else label

    @property
    def sentence(self):
        """The whole of it in one line, as the title of a feed's entry."""
        whose = f"{self.place}: {self.title}" if self.place else self.title
        return Truncator(f"{whose} — {self.happened}").chars(300)


def tell(changes):
    """Return changes in words, in their order, with a fixed number of queries."""
    changes = list(changes)
    names = public_names(changes)
    return [told_of(change, names) for change in changes]


def told_of(change, names):
    """Return one change in words. Of what is withdrawn only its number is told."""
    if change.kind == ChangeKind.WITHDRAWN:
        kind = change.get_record_type_display()
        title = _("%(kind)s no. %(number)s") % {"kind": kind, "number": change.number}
        return Told(change, title, "", reverse("change-list"), [], [])
    record = change.record
    sources, new = sources_of(change, names)
    return Told(
        change,
        record.told_title(),
        place_of(record, change.record_type),
        record.get_absolute_url(),
        news_of(change, names),
        sources,
        state_of(change, names),
        new,
    )


def state_of(change, names):
    """Return where a record that is entered stands, or which position it takes."""
    if change.kind not in (ChangeKind.ENTERED, ChangeKind.RESTORED):
        return ""
    column = STATE.get(change.record_type, "stance")
    lines = lines_of(change.record_type, column, change.told, names)
    return lines[0] if lines else ""


def place_of(record, record_type):
    """Return the name of the place that a record is about, if it is about one."""
    if record_type == RecordType.VOTE:
        return record.body.jurisdiction.full_name
    if record_type in (RecordType.POLICY, RecordType.STATEMENT):
        return record.jurisdiction.full_name
    return ""


def sources_of(change, names):
    """Return the public sources of a change, and whether it brought them.

    Those it brought, if it brought some; else all that the record has.
    """
    before = {row["source_id"] for row in (change.before or {}).get("citations", ())}
    ids = list(dict.fromkeys(r["source_id"] for r in change.told.get("citations", ())))
    new = [pk for pk in ids if pk not in before] if before else []
    found = [
        (names.of[RecordType.SOURCE, pk], Source(pk=pk).get_absolute_url())
        for pk in new or ids
        if (RecordType.SOURCE, pk) in names.of
    ]
    return found[:SOURCES], bool(new)


def entries(changes):
    """Return changes as the entries of a feed."""
    return [
        Entry(
            f"urn:uuid:{told.change.uid}",
            told.sentence,
            told.address,
            told.change.at,
            html_of(told),
        )
        for told in tell(changes)
    ]


def html_of(told):
    """Return the body of an entry: what differs, then its sources."""
    lines = [row.words for row in told.differences] or [told.happened]
    correction = told.change.correction
    if correction:
        lines += [
            _("Was: %s") % correction.told("was"),
            _("Now: %s") % correction.told("now"),
            _("Why: %s") % correction.told("reason"),
        ]
    html = format_html(
        "<ul>{}</ul>", format_html_join("", "<li>{}</li>", zip(lines, strict=True))
    )
    if told.sources:
        links = format_html_join(
            ", ",
            '<a href="{}">{}</a>',
            ((absolute(address), label) for label, address in told.sources),
        )
        html += format_html("<p>{}: {}</p>", _("Sources"), links)
    return html
