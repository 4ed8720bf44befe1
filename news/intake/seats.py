"""Which place a person, an office or “the city” belongs to in an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jurisdictions.enums import Level, Office
from news.intake.bodies import Bodies, Body
from news.intake.gazetteer import Place
from news.intake.named_states import Standing
from news.intake.people import Person
from news.intake.places import Places
from news.intake.reading import Reading
from news.intake.roles import ANY, COUNTY, GROUP, NATION, STATE, TOWN
from news.intake.sentences import Sentence

BEFORE_TITLE = re.compile(
    r"^(?:'s?)?,? ?(?:[A-Z][a-z]+\.?,? )?(?:City |County |Metro |Police |"
    r"city |county |police |state |former |interim |acting )*$"
)
FEDERAL = re.compile(
    r"\b(?:ICE|HSI|DHS|Homeland|U\.S\.|federal|White House|Justice Department)\b"
)
# What a body is called tells what it governs.
LEVELS = (
    (TOWN, re.compile(r"\b(?:city|town|village|borough|aldermen|select ?board)\b")),
    (
        COUNTY,
        re.compile(
            r"\b(?:county|parish|supervis\w+|commissioners|fiscal court|quorum court|"
            r"police jury|condado|comisionados)\b"
        ),
    ),
)
DATELINE = re.compile(r"[A-ZÁÉÍÓÚÑ .'-]{3,}(?:, [A-Z][\w. ]+)?(?: \([\w /]+\))? ?-+ ")
FAR_MORE = 3  # in weight, as a dateline or a title gives
TOWN_LEVELS = (
    Level.MUNICIPALITY,
    Level.CONSOLIDATED,
    Level.TOWNSHIP,
    Level.DISTRICT,
)


@dataclass
class Seats:
    """Tells places for people and for words such as “the county”."""

    reading: Reading
    places: Places
    bodies: Bodies | None = None

    def of_person(self, person: Person) -> tuple[Place | None, bool]:
        """Return the place somebody serves, and whether the article names it there.

        A place beside the title is named; else the office tells the level, and the
        heading above or the article's subject the place.
        """
        if person.of in (GROUP, NATION):
            return None, True
        named = self._beside(person)
        if named is not None:
            return named, True
        if FEDERAL.search(f"{person.role} {person.detail}"):
            return None, True
        if person.of == STATE and person.office != Office.GOVERNOR:
            return None, True  # of the country, perhaps: no state beside the title
        if (own := self._of_body(person)) is not None:
            return own, True
        if person.office == Office.GOVERNOR:
            code = self.places.context_state()
            return (self.places.gazetteer.state(code) if code else None), False
        if person.former:
            return None, False
        return self.at(person.start, level_of(person)), False

    def governed_by(self, body: Body, start: int) -> Place | None:
        """Return the place of a body, by its name or what kind of body it is."""
        if body.place is not None:
            return body.place
        words = body.name.casefold()
        level = next((of for of, names in LEVELS if names.search(words)), ANY)
        place = self.at(start, level) or (self.at(start) if level != ANY else None)
        return place or self._alone_in(body.sentence)

    def _alone_in(self, sentence: Sentence) -> Place | None:
        """Return the one place that a sentence names, its dateline left aside."""
        dateline = DATELINE.match(sentence.plain)
        start = sentence.start + (dateline.end() if dateline else 0)
        named = {
            place
            for _since, _till, place in self.places.between(start, sentence.end)
            if not place.is_state
        }
        return named.pop() if len(named) == 1 else None

    def _of_body(self, person: Person) -> Place | None:
        """Return the place of the one body that a member's title is of."""
        if self.bodies is None or person.former or person.of not in (ANY, TOWN, COUNTY):
            return None
        if person.office not in (Office.LEGISLATOR, Office.CHAIR):
            return None
        family = _family_of(person.role.casefold())
        if person.of == ANY and family in ("commission", "council"):
            placed = self._governed(self.bodies.named(), family)
            if len(placed) == 1:
                return placed.pop()
        near = self._governed(
            [
                body
                for body in self.bodies.everything
                if body.sentence.paragraph is person.sentence.paragraph
            ],
            family,
        )
        if len(near) == 1 and self._fits(person, near_by := near.pop()):
            return near_by
        whole = self._governed(self.bodies.everything, "")
        if person.office == Office.CHAIR and len(whole) == 1:
            return whole.pop()
        return None

    def _governed(self, bodies: list[Body], family: str) -> set[Place]:
        """Return the places that bodies of a family govern; all that vote for ""."""
        return {
            body.place
            for body in bodies
            if body.place is not None
            and body.family not in ("committee", "legislature")
            and family in ("", body.family)
        }

    def is_torn(self, person: Person) -> bool:
        """Return whether the article has several places that an office could be of."""
        if person.of not in (COUNTY, TOWN, ANY):
            return False
        level = level_of(person)
        if self.places.heading_of(person.start) is not None:
            return False
        return len(self._leading(level)) > 1

    def _beside(self, person: Person) -> Place | None:
        """Return the place that stands right before the title or in what follows."""
        sentence = person.sentence
        text, offset = sentence.plain, sentence.start
        title = (
            text.rfind(person.role, 0, person.start - offset)
            if person.rule == "before"
            else -1
        )
        spans = self.places.between(offset, sentence.end)
        if title >= 0:
            for since, till, place in reversed(spans):
                between = text[till - offset : title]
                # “Lebanon City” of “Lebanon City Manager” runs into the title.
                inside = since - offset < title <= till - offset
                beside = till - offset <= title and BEFORE_TITLE.match(between)
                if (inside or beside) and self._fits(person, place):
                    return place
                if title <= since - offset < person.start - offset and self._fits(
                    person, place
                ):
                    return place
            lead = text[:title]
            state = re.search(
                r"([A-Z]\w+(?: [A-Z]\w+)?)(?:'s)? (?:Republican |Democratic )?$", lead
            )
            if state and person.of == STATE:
                return self._state_named(state[1])
            return None
        end = person.end - offset
        stop = re.search(r"[.;:\"]|, (?:said|told|who)\b| said\b| told\b", text[end:])
        limit = end + (stop.start() if stop else 120)
        for since, _till, place in spans:
            if end <= since - offset < limit and self._fits(person, place):
                return place
        return None

    def _state_named(self, words: str) -> Place | None:
        from_words = [
            row.place for row in self.places.found if row.place and row.place.is_state
        ]
        return next((place for place in from_words if words.endswith(place.name)), None)

    def _fits(self, person: Person, place: Place) -> bool:
        """Return whether an office can be one of a place, by their levels."""
        if person.of == STATE or person.office == Office.GOVERNOR:
            return place.is_state
        if person.former:
            return True
        if person.of == COUNTY:
            return (
                place.is_county or place.level == Level.CONSOLIDATED or place.is_state
            )
        if person.of == TOWN:
            return not place.is_county and (
                not place.is_state or place.level == Level.DISTRICT
            )
        return not place.is_state or place.level == Level.DISTRICT

    def at(self, start: int, level: str = ANY) -> Place | None:
        """Return the place that “the city” or “the county” means at a passage."""
        heading = self.places.heading_of(start)
        if heading is not None and self._is_level(heading, level):
            return heading
        leading = self._leading(level)
        if len(leading) == 1:
            return leading[0]
        if leading:
            return self._latest(leading, start) or leading[0]
        others = [
            row.place
            for row in self.places.found
            if row.place
            and row.standing is Standing.NAMED
            and not row.place.is_state
            and self._is_level(row.place, level)
        ]
        return others[0] if len(others) == 1 else None

    def _leading(self, level: str) -> list[Place]:
        """Return the subjects of a level: one alone if it far outweighs the others."""
        rows = [
            (weight, place)
            for weight, place in self.places.primary(self.reading)
            if self._is_level(place, level)
        ]
        if len(rows) > 1 and rows[0][0] >= rows[1][0] + FAR_MORE:
            return [rows[0][1]]
        return [place for _weight, place in rows]

    def _latest(self, among: list[Place], start: int) -> Place | None:
        """Return which of some places was named last before a passage."""
        before = [
            (since, place)
            for since, _till, place in self.places.between(0, start)
            if place in among
        ]
        return before[-1][1] if before else None

    def _is_level(self, place: Place, level: str) -> bool:
        if level == COUNTY:
            return place.is_county or place.level == Level.CONSOLIDATED
        if level == TOWN:
            return place.level in TOWN_LEVELS
        return not place.is_state or place.level == Level.DISTRICT


def _family_of(title: str) -> str:
    """Return the family of bodies that a member's title is of, "" for any."""
    if "commission" in title:
        return "commission"
    return "council" if "council" in title else ""


def level_of(person: Person) -> str:
    """Return the level of the place an office is of, by its own words too."""
    if person.of != ANY:
        return person.of if person.of in (COUNTY, TOWN) else ANY
    first = person.role.split(" ", 1)[0].casefold()
    if first in ("city", "town", "village", "borough"):
        return TOWN
    return COUNTY if first in ("county", "parish") else ANY
