"""What is measured: pages of ours, by the names the table gives them."""

from benchmarks.record.words import COMMON, RARE, SECOND

EMPTY, FILTER = "empty view", "filter page"
LIGHT, HEAVY, SEARCH = "place, light", "place, heavy", "search, common word"
FILE, OTHER, CHANGED = "nginx, a file", "Datasette", "after a change"
STATE, TYPE = "FL", "287g"
EVERY_PLACE = "/places.csv"
# What a reader already has is answered without a page.
NOT_MODIFIED = f"{FILTER}, 304"

LISTINGS = (
    "places",
    "agreements",
    "votes",
    "statements",
    "organizations",
    "officials",
    "sources",
)


def pages(light, heavy):
    """Return {name: path}; what answers otherwise than 200 is told and left out."""
    listings = {f"list of {name}": f"/{name}/" for name in LISTINGS}
    return {
        EMPTY: "/empty/",
        FILTER: f"/agreements/?state={STATE}&type={TYPE}",
        **listings,
        LIGHT: light,
        HEAVY: heavy,
        "state": f"/us/{STATE.lower()}/",
        "home": "/",
        "search, rare word": f"/search/?q={RARE}",
        SEARCH: f"/search/?q={COMMON}",
        "search, two words": f"/search/?q={COMMON}+{SECOND}",
        "map": "/map/",
        "CSV of a filter": f"/agreements.csv?state={STATE}&type={TYPE}",
    }
