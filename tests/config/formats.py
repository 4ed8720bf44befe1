"""What is wrong with a file that programs read, by the standard of its format."""

import csv
import io
import json
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def by_schema(name, body):
    """Return what a RELAX NG schema finds wrong with a document of XML."""
    schema = etree.RelaxNG(etree.parse(SCHEMAS / f"{name}.rng"))
    schema.validate(etree.fromstring(body))
    return [entry.message for entry in schema.error_log]


def addresses(sitemap):
    """Return the addresses that a sitemap lists, of pages or of other sitemaps."""
    return [place.text for place in etree.fromstring(sitemap).iter(f"{SITEMAP}loc")]


def of_atom(body):
    """Return what is wrong with a feed: RFC 4287, and links that say the same twice."""
    found = by_schema("atom", body)
    feed = etree.fromstring(body)
    for part in (feed, *feed.iter(f"{ATOM}entry")):
        told = [
            (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
            for link in part.findall(f"{ATOM}link")
        ]
        if len(told) != len(set(told)):
            found.append(f"links of one kind: {told}")
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    if len(ids) != len(set(ids)):
        found.append("an id that two entries have")
    if "self" not in {link.get("rel") for link in feed.findall(f"{ATOM}link")}:
        found.append("no link to itself")
    return found


def of_csv(body):
    """Return what is wrong with a table: RFC 4180, UTF-8, all rows of one width."""
    text = body.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    found = []
    if not rows or not all(rows[0]) or len(set(rows[0])) != len(rows[0]):
        found.append("headings that are empty or not each its own")
    if {len(row) for row in rows} != {len(rows[0])}:
        found.append("rows of several widths")
    if not text.endswith("\r\n") or written(rows) != text:
        found.append("not quoted and ended as RFC 4180 has it")
    return found


def written(rows):
    """Return rows as RFC 4180 writes them: quoted where needed, ended by CRLF."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def of_geojson(body):
    """Return what is wrong with a collection of points: RFC 7946."""
    whole = of_strict_json(body)
    found = [] if whole["type"] == "FeatureCollection" else ["no collection"]
    if {"crs", "coordinates", "geometries", "geometry", "properties"} & set(whole):
        found.append("a member that is another type's, or of the standard before")
    for feature in whole["features"]:
        if feature["type"] != "Feature" or not isinstance(feature["properties"], dict):
            found.append(f"no feature: {feature['id']}")
        if not isinstance(feature.get("id", ""), int | str):
            found.append("an id that is no number and no text")
        if (point := feature["geometry"]) is not None and not is_point(point):
            found.append(f"no point: {point}")
    return found


def is_point(geometry):
    """Tell whether a geometry is a point on Earth, its east before its north."""
    if set(geometry) != {"type", "coordinates"} or geometry["type"] != "Point":
        return False
    east, north = geometry["coordinates"]
    numbers = all(type(value) in (int, float) for value in (east, north))
    return numbers and -180 <= east <= 180 and -90 <= north <= 90


def of_json(body):
    """Return what is wrong with JSON: RFC 8259, no name twice, no NaN."""
    of_strict_json(body)
    return []


def of_strict_json(body):
    """Return what JSON says.

    :raises ValueError: if it is none, or says a thing twice.
    """

    def each_once(pairs):
        names = [name for name, _value in pairs]
        if len(names) != len(set(names)):
            raise ValueError(f"a name twice: {names}")
        return dict(pairs)

    def refuse(word):
        raise ValueError(f"{word} is no JSON")

    text = body.decode("utf-8")
    return json.loads(text, object_pairs_hook=each_once, parse_constant=refuse)
