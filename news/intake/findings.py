"""Everything the rules found in one article."""

from __future__ import annotations

from dataclasses import dataclass

from news.intake.agencies import Agency
from news.intake.bodies import Bodies
from news.intake.dates import FoundDate
from news.intake.laws import FoundLaw
from news.intake.lawsuits import FoundCase
from news.intake.letters import FoundLetter
from news.intake.organizations import FoundOrganization
from news.intake.people import People
from news.intake.places import Places
from news.intake.policy import FoundPolicy
from news.intake.reading import Reading
from news.intake.seats import Seats
from news.intake.statements import FoundStatement
from news.intake.vote import FoundVote


@dataclass
class Findings:
    """What the rules found in one article, before it becomes suggestions."""

    reading: Reading
    places: Places
    people: People
    seats: Seats
    bodies: Bodies
    agencies: list[Agency]
    dates: list[FoundDate]
    votes: list[FoundVote]
    policies: list[FoundPolicy]
    organizations: list[FoundOrganization]
    statements: list[FoundStatement]
    letters: list[FoundLetter]
    cases: list[FoundCase]
    laws: list[FoundLaw]
