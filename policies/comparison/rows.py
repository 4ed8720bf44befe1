"""The rows of a comparison, in the order of the page."""

from django.utils.translation import gettext as _

from policies.comparison.acts import latest, positions, votes
from policies.comparison.cells import Row
from policies.comparison.places import counties, kind, population
from policies.comparison.policies import KINDS, authority, laws, policies


def comparison(found, day, as_of=None):
    """Return the rows that compare some subjects on a day.

    `as_of` is the day the reader asked for, which links to lists carry along.
    """
    return [
        Row("latest", _("Latest action"), [latest(each, day) for each in found]),
        *(
            Row(name, str(label), [policies(each, name) for each in found])
            for name, (label, _types) in KINDS.items()
        ),
        Row("votes", _("Votes"), [votes(each, day) for each in found]),
        Row("authority", _("Who decides"), [authority(each) for each in found]),
        Row(
            "organizations",
            _("Organizations’ positions"),
            [positions(each, as_of) for each in found],
        ),
        Row("law", _("State law that applies"), [laws(each) for each in found]),
        Row("population", _("Population"), [population(each) for each in found]),
        Row("kind", _("Kind of government"), [kind(each) for each in found]),
        Row("county", _("County"), [counties(each) for each in found]),
    ]
