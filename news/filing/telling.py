"""What the cells of a card tell of its record, once the names in them are records."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from config.editing.passages import missing_quotes
from news.enums import SuggestionKind
from news.filing.deciding import paragraph_at
from news.filing.quoting import passage_of
from news.spreadsheets.drafting import Passage
from news.spreadsheets.told import Told, linked, place_of, tell
from policies.enums import EventKind

# So many passages beside the first are cited: more say nothing new.
MOST_MORE = 2


def tell_card(card, row, names, record, source):
    """Return what a card tells; what cannot be found is noted on its row."""
    kind = SuggestionKind(card.kind)
    own = {
        SuggestionKind.AGENCY: tell_in_place,
        SuggestionKind.BODY: tell_in_place,
        SuggestionKind.OFFICIAL: tell_official,
        SuggestionKind.CASE: tell_case,
    }
    if kind in own:
        told = Told(row.fields())
        own[kind](row, names, told, source)
        told.fields = {n: said for n, said in told.fields.items() if said is not None}
        return told
    told = tell(row, names, record)
    if kind in (SuggestionKind.POLICY, SuggestionKind.LAW):
        tell_events(card, row, told, source)
        told.fields |= {"predecessor": names.by_reference(row, "predecessor")}
        if told.fields["predecessor"] is None:
            told.fields.pop("predecessor")
            told.fields.pop("predecessor_relation", None)
    else:
        tell_date(card, told)
    return told


def tell_in_place(row, names, told, _source):
    """Add the place of an agency or a body."""
    told.fields["jurisdiction"] = place_of(row, names, None)


def tell_official(row, names, told, source):
    """Add the office of an official, as the article describes it on its day."""
    place = place_of(row, names, None)
    of = {
        "agency": agency_of(row, names, place),
        "body": linked(row, "body", names.body, place),
        "organization": linked(row, "organization", names.organization),
    }
    here = ("jurisdiction", place)
    seat = next(((name, found) for name, found in of.items() if found), here)
    if seat[1] is None and not row.wrong:
        row.refuse(
            "place", _("Say of which place, agency, body or organization it is.")
        )
    term = {name: told.fields.pop(name, None) for name in ("office", "title", "former")}
    told.beneath["terms"] = [
        {
            "office": term["office"],
            "title": term["title"] or "",
            "former": bool(term["former"]),
            "described_on": source.date,
            seat[0]: seat[1],
        }
    ]


def agency_of(row, names, place):
    """Return the agency that a cell names: a federal one where no place is told."""
    text = row.value("agency")
    if text is None:
        return None
    if place is None:
        return row.told("agency", names.federal_agency, text)
    return row.told("agency", names.agency, text, place)


def tell_case(row, names, told, _source):
    """Add the place of a court case, what it is about and when it was filed."""
    place = place_of(row, names, None)
    told.fields |= {
        "jurisdiction": place,
        "policy": linked(row, "policy", names.policy, place),
    }
    if filed := row.value("filed_on"):
        told.fields |= {"filed_on": filed.day, "filed_precision": filed.precision}


def tell_date(card, told):
    """Add how a date is known, while it is the one that was counted."""
    worded = card.told.get("date")
    if worded and worded["text"] == card.cells.get("date", ""):
        told.fields |= known_by(worded)


def tell_events(card, row, told, source):
    """Add to each event the words of its date and its passages in the article."""
    dealt = {act["kind"]: act for act in card.told.get("events", [])}
    numbers = [number for number in range(1, 5) if row.value(f"event_{number}")]
    for index, number in enumerate(numbers):
        event = told.beneath["events"][index]
        act = dealt.get(event["kind"])
        if act is None:
            continue
        worded = act["date"]
        if worded and worded["text"] == card.cells.get(f"event_{number}_date", ""):
            event |= known_by(worded) | {"date_phrase": worded["phrase"]}
        passages = [
            quoted(card, source, start, end, paragraph, EventKind(act["kind"]).label)
            for start, end, paragraph in act["at"][:MOST_MORE]
        ]
        if passages := [passage for passage in passages if is_there(passage)]:
            told.passages["events", index] = passages


def quoted(card, source, start, end, paragraph, *wanted):
    """Return the telling words of a sentence as a passage of the source."""
    text = card.intake.text
    start, end = passage_of(text, start, end, map(str, wanted))
    return Passage(source, text[start:end], paragraph)


def is_there(passage):
    """Return whether the text of the source, as it is by now, has a passage."""
    return not missing_quotes(passage.source.text, [passage.quote])


def known_by(worded):
    """Return the fields that say how a date is known."""
    anchor = worded["anchor"]
    return {
        "date_certainty": worded["certainty"],
        "date_anchor": date.fromisoformat(anchor) if anchor else None,
    }


def passages_of(card, source, speaker, *, several):
    """Return what a card rests on: its quotation, and of records what says so too."""
    found = [Passage(source, card.quote, card.paragraph, speaker=speaker)]
    for start, end in card.more[:MOST_MORE] if several else ():
        paragraph = paragraph_at(card.intake.text, start)
        also = quoted(card, source, start, end, paragraph, *card.cells.values())
        known = (passage.quote for passage in found)
        if also.quote not in known and is_there(also):
            found.append(replace(also, speaker=speaker))
    return found


def undated(card):
    """Return the words of a date that nobody has counted, "" for none."""
    phrase = card.cells.get("date_phrase", "")
    return "" if card.cells.get("date") else phrase
