"""What a brief tells of a place: what its page tells, in plain words."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.templating import partial_day
from jurisdictions.bilingual import ENGLISH
from policies.enums import StatementKind
from policies.grammar import marked
from policies.rollcall import result_words
from policies.timeline import DEEDS

# What one comparable place is compared by; its own page tells the rest.
MOST_SHARED = 2


@dataclass
class Fact:
    """One thing told: `lead` is when or who, `quote` what was said, word for word.

    `lead` and `words` may be a text that knows its language; `rest` follows the words.
    """

    words: str
    citations: list = field(default_factory=list)
    lead: str = ""
    quote: str = ""
    quote_language: str = ENGLISH
    rest: str = ""
    url: str = ""
    marks: list = field(default_factory=list)

    @property
    def address(self):
        """Where to read on, as people write it down; "" if the page itself tells."""
        return short(self.url) if self.url else ""


def short(path):
    """Return an address of ours without what a browser does not need."""
    return settings.SITE_URL.partition("://")[2] + path


def day_of(dated):
    """Return a date as far as it is known, and how."""
    if not dated.date:
        return _("date not recorded")
    return marked(partial_day(dated.date, dated.date_precision), dated)


def sentences(told_of):
    """Return the sentences of the opening as facts."""
    return [Fact(sentence.words, sentence.citations) for sentence in told_of]


def happened(entries):
    """Return the entries of a timeline as facts."""
    return [
        Fact(
            entry.title.after(f"{entry.label}: "),
            entry.citations,
            rest=f" · {entry.agency}" if entry.agency else "",
            lead=day_of(entry.dated),
        )
        for entry in entries
    ]


def voted(votes, day):
    """Return the votes as facts: body and day, the matter, the result, the count."""
    return [
        Fact(
            vote.told("motion"),
            list(vote.citations.all()),
            rest=f". {result_words(vote, day)}.",
            lead=f"{vote.body.name}, {day_of(vote)}",
        )
        for vote in votes
    ]


def named(votes, day):
    """Return who voted how, vote by vote, where a source names members."""
    return [
        Fact(
            "; ".join(_group(group) for group in roll.groups),
            list(vote.citations.all()),
            lead=vote.told("motion"),
        )
        for vote in votes
        if (roll := vote.roll_call(day)).kind == "named"
    ]


def _group(group):
    names = ", ".join(ballot.name for ballot in group.ballots)
    return f"{group.option.label}: {names}"


def said(statements):
    """Return what was said in so many words: the newest, one for each speaker.

    A letter is words, and a source may have told of it before it told the day.
    """
    quoted = [
        row
        for row in statements
        if row.quote and (row.kind == StatementKind.LETTER or row.kind not in DEEDS)
    ]
    quoted.sort(key=_when_told, reverse=True)
    facts, speakers = [], set()
    for row in quoted:
        who = _speaker(row)
        if who in speakers:
            continue
        speakers.add(who)
        quote = row.quote.strip('“”"')
        citations = list(row.citations.all())
        language = row.language_of("quote")
        facts.append(Fact(day_of(row), citations, who, quote, language))
    return facts


def _when_told(statement):
    stamp = statement.date or statement.counts_from
    return (stamp is not None, stamp, statement.pk)


def _speaker(statement):
    """Return who speaks, as the page names them; of a letter how many signed."""
    names = statement.speaker_names()
    if signed := len(statement.signatories.all()):
        words = ngettext(
            "Signed by %(num)s", "Signed by %(num)s organizations or officials", signed
        )
        names.append(words % {"num": signed})
    return " · ".join(names)


def laws(standings):
    """Return the laws and orders that also apply, one line each."""
    return [
        Fact(
            row.policy.told("title"),
            list(row.policy.citations.all()),
            rest="".join(
                f" · {part}"
                for part in (row.status.label, row.policy.get_law_effect_display())
                if part
            ),
            lead=row.policy.jurisdiction.full_name,
        )
        for row in standings
    ]


def comparable(rows, standings):
    """Return places beside this one: those that share most types first, then by name.

    `rows` are places with their policies of the types that this place has.
    """
    types = {row.policy.type for row in standings}

    def shared(row):
        return len(types & {standing.policy.type for standing in row.policies})

    return [
        Fact(
            "; ".join(
                standing.policy.kind_words(standing.status)
                for standing in row.policies[:MOST_SHARED]
            ),
            lead=row.place.full_name,
            url=row.place.get_absolute_url(),
        )
        for row in sorted(rows, key=lambda row: (-shared(row), row.place.name))
    ]
