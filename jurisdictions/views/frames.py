"""Places in a frame on another site."""

from config.sharing.frames import FrameFace
from jurisdictions.views.brief.words import instead
from jurisdictions.views.place import PlaceDetail
from jurisdictions.views.states import StateDetail
from policies.sentences import Sentence
from policies.standings import counted_beyond


class FrameOfPlace(FrameFace):
    """Any place: where things stand, its first tags, its newest vote."""

    def lines(self, context):
        """Return what the frame prints."""
        place, inside = context["place"], context.get("places", ())
        return {
            "title": place.full_name,
            "address": place.get_absolute_url(),
            "where": "",
            "told": context["opening"]
            or [Sentence(words) for words in instead(context, inside)],
            "more": counted_beyond(context["tags"], context["standings"]),
            "newest_vote": next(iter(context["votes"]), None),
            "squares": None,
            "checked": place.last_checked_on,
        }


class PlaceFrame(FrameOfPlace, PlaceDetail):
    """A county, city or other place of a state."""


class StateFrame(FrameOfPlace, StateDetail):
    """A state; without an act of its own the frame tells of its places."""
