"""A brief put together: as many facts of a place as one sheet holds, with sources."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.bilingual import Told
from jurisdictions.views.brief import facts, words
from jurisdictions.views.brief.code import Code, code_of
from jurisdictions.views.brief.fitting import (
    LINE,
    SHEET,
    Part,
    Piece,
    fitting,
    lines_of,
)

# The sheet's own lines: the name of the site, the heading of the sources, the rule
# above the foot, and the space around them.
OWN_LINES = 3.5
# The square code is so high, and leaves the words beside it so many letters a line.
CODE_HEIGHT, BESIDE_CODE = 6, 76
# Letters of a line of the place's name, which is drawn larger, and what it takes.
NAME_LINE, NAME_HEIGHT = 52, 1.6
# A headline longer than this is cut: its own page has the whole of it.
HEADLINE = 140
# The number of a source beside a fact, in letters.
MARK = 5


@dataclass
class Block:
    """Facts of one kind under a heading, `most` of them where there is room.

    `note` says what they are; `more` how many the sheet leaves to the page, if the
    page has them.
    """

    name: str
    title: str
    facts: list
    most: int
    note: str = ""
    more: str = ""
    on_page: bool = True

    @property
    def runs(self):
        """Whether its facts are one paragraph, as on the page of the place."""
        return self.name == "standing"

    def cut(self, shown):
        """Keep so many facts, and say how many are left."""
        left = len(self.facts) - shown
        if left and self.on_page:
            told = ngettext(
                "and %(num)s more on the page", "and %(num)s more on the page", left
            )
            self.more = told % {"num": left}
        del self.facts[shown:]
        if not self.facts:
            self.note = ""


@dataclass(frozen=True)
class SourceLine:
    """A source in one line: outlet, headline, date, and its page in few letters.

    `words` end with the headline, in its own language; the date is the `rest`.
    """

    number: int
    words: Told
    rest: str
    url: str
    address: str


@dataclass
class Brief:
    """All that the sheet prints, in the order in which it is read."""

    place: object
    way: str
    address: str
    code: Code
    leads: list
    foot: list
    blocks: list
    sources: list = field(default_factory=list)


def brief_of(context, beside, inside=()):
    """Return the brief of a place, from all that its page prints.

    `beside` are the places it can be compared with, `inside` those of a state that
    are on record, each with its policies.
    """
    place, notes = context["place"], context["notes"]
    path = place.get_absolute_url()
    if context["as_of"]:
        path += f"?as_of={context['as_of'].isoformat()}"
    brief = Brief(
        place=place,
        way=_("The whole page, with every source: %(address)s")
        % {"address": facts.short(path)},
        address=facts.short(path),
        code=code_of(f"{settings.SITE_URL}{path}"),
        leads=words.leads(context, inside),
        foot=words.foot(context["day"]),
        blocks=[block for block in _blocks(context, beside) if block.facts],
    )
    shown = _room_for(brief, notes)
    for block in brief.blocks:
        block.cut(shown[block.name])
        for fact in block.facts:
            # Numbered as they are printed: a source that nothing cites has none.
            fact.marks = notes.mark(notes.few(fact.citations))
    brief.blocks = [block for block in brief.blocks if block.facts or block.more]
    brief.sources = [_source_line(note.number, note.source) for note in notes.notes]
    return brief


def _blocks(context, beside):
    """Return every block of the sheet with all its facts, in the order of print."""
    place, day, votes = context["place"], context["day"], context["votes"]
    spoken = [*context["statements"], *context["positions"]]
    return [
        Block(
            "standing",
            _("Where things stand"),
            facts.sentences(context["opening"]),
            len(context["opening"]),
            words.checked(context),
        ),
        Block("further", _("Also on record"), facts.sentences(context["further"]), 3),
        Block("timeline", _("Timeline"), facts.happened(context["timeline"]), 6),
        Block("votes", _("Votes"), facts.voted(votes, day), 2),
        Block("names", _("How members voted"), facts.named(votes, day), 2),
        Block(
            "said",
            _("What people said"),
            facts.said(spoken),
            3,
            _("The newest words on record, those of one speaker once."),
        ),
        Block(
            "laws", _("Laws and orders that also apply"), facts.laws(context["laws"]), 2
        ),
        Block(
            "comparable",
            _("Comparable places"),
            facts.comparable(beside, context["standings"]),
            3,
            words.chosen(place),
            on_page=False,
        ),
        Block(
            "unknown",
            _("What we don’t know"),
            facts.sentences(context["questions"]),
            2,
        ),
    ]


def _room_for(brief, notes):
    """Return how many facts of each block one sheet has room for."""
    own = OWN_LINES + NAME_HEIGHT * lines_of(len(brief.place.full_name), NAME_LINE)
    own += sum(lines_of(len(told)) for told in brief.leads)
    foot = (lines_of(len(told), BESIDE_CODE) for told in (brief.way, *brief.foot))
    own += max(CODE_HEIGHT, sum(foot))
    cost, parts = {}, {}
    for block in brief.blocks:
        pieces = []
        for fact in block.facts:
            sources = {row.source for row in notes.few(fact.citations)}
            for source in sources - cost.keys():
                cost[source] = _lines_of_source(source)
            letters = _letters(fact) + MARK * len(sources)
            lines = letters / LINE if block.runs else lines_of(letters)
            pieces.append(Piece(lines, tuple(sources)))
        parts[block.name] = Part(pieces, block.most, lines_of(len(block.note)))
    return fitting(parts, cost, SHEET - own)


def _letters(fact):
    return len(f"{fact.lead} {fact.words}{fact.rest} {fact.quote} {fact.address}")


def _lines_of_source(source):
    line = _source_line(99, source)
    return lines_of(len(f"99. {line.words}{line.rest} {line.address}"))


def _source_line(number, source):
    title = source.told_title()
    label = Truncator(title.words).chars(HEADLINE)
    outlet = source.published_by() or _("outlet not known")
    told = Told(label, title.language, note=title.note, before=f"{outlet} · ")
    url = source.get_absolute_url()
    rest = f" · {facts.day_of(source)}"
    return SourceLine(number, told, rest, url, facts.short(url))
