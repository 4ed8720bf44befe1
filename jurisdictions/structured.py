"""Places as structured data, in the words of schema.org."""

from config.listings.columns import absolute
from config.structured import thing
from jurisdictions.enums import Level

KINDS = {Level.STATE: "State", Level.MUNICIPALITY: "City", Level.FEDERAL: "Country"}


def area(place):
    """Return a place by its name, its registers' numbers and the state it is in."""
    state = place.state if place.state_id and place.state_id != place.usps else None
    return thing(
        KINDS.get(place.level, "AdministrativeArea"),
        name=place.full_name,
        url=absolute(place.get_absolute_url()),
        identifier=[
            thing("PropertyValue", propertyID=register, value=number)
            for register, number in (
                ("Census GEOID", place.geoid),
                ("Open Civic Data", place.ocd_id),
            )
            if number
        ],
        containedInPlace=thing("State", name=state.name) if state else None,
    )


def place_page(place, sentences):
    """Return the page of a place: what it is about, and what it says first."""
    return thing(
        "WebPage",
        about=area(place),
        url=absolute(place.get_absolute_url()),
        description=" ".join(sentence.words for sentence in sentences),
        dateModified=place.updated_at.date().isoformat(),
    )
