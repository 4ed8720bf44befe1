"""What is on record of each of several places, sorted out of rows of all of them."""

from dataclasses import dataclass, field

from policies.sentences import weight
from policies.standings import standings_on


@dataclass
class Subject:
    """One place with what a source had told of it by the day of the page.

    `laws` are those of its state; a state's own laws are among them.
    """

    place: object
    standings: list = field(default_factory=list)
    laws: list = field(default_factory=list)
    votes: list = field(default_factory=list)
    statements: list = field(default_factory=list)


def subjects(places, policies, laws, votes, statements, day):
    """Return what is on record of each place, from rows of all of them together."""
    standings = standings_on(policies, day)
    standings.sort(key=lambda row: weight(row.policy, row.status))
    laws = standings_on(laws, day)
    return [
        Subject(
            place,
            [row for row in standings if row.policy.jurisdiction_id == place.pk],
            [row for row in laws if row.policy.jurisdiction.usps == place.state_code],
            [vote for vote in votes if vote.body.jurisdiction_id == place.pk],
            [said for said in statements if said.jurisdiction_id == place.pk],
        )
        for place in places
    ]
