"""A listing as points on a map: one feature a row, no geometry where none is known."""

from django.http import StreamingHttpResponse

from config.listings.columns import flat, told
from config.listings.faces.face import Face, by_field
from config.listings.faces.json import about, with_list


def feature(values):
    """Return a row as a feature; RFC 7946 has the east before the north."""
    east, north = values.get("longitude"), values.get("latitude")
    known = east is not None and north is not None
    point = {"type": "Point", "coordinates": [east, north]} if known else None
    return {
        "type": "Feature",
        "id": values["id"],
        "geometry": point,
        "properties": values,
    }


def text(export):
    """Yield the collection as text, a chunk of rows at a time."""
    columns = flat(export.columns)
    features = (
        [feature(told(columns, row, export.day)) for row in chunk]
        for chunk in export.chunks()
    )
    opening = {"type": "FeatureCollection"} | about(export)
    return with_list(opening, "features", features)


FACE = Face(
    suffix="geojson",
    label="GeoJSON",
    content_type="application/geo+json",
    response=lambda export: StreamingHttpResponse(text(export)),
    refusal=by_field,
    attached=False,
    needs=frozenset({"latitude", "longitude"}),
)
