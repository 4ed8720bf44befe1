"""Structured data for search engines: a page's facts in the words of schema.org.

It says nothing that the page does not. What is unknown is left out, never empty.
"""

import json

from django.conf import settings
from django.utils.translation import get_language
from markupsafe import Markup

from config.listings.columns import LICENCE, absolute

CONTEXT = "https://schema.org"
LICENSE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
# What would end a script element, or begin a comment in it.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def thing(kind, **facts):
    """Return a thing of a kind of schema.org with the facts that are known."""
    return {"@type": kind} | {name: fact for name, fact in facts.items() if fact}


def script(found):
    """Return a thing as the element that a page carries."""
    text = json.dumps({"@context": CONTEXT} | found, ensure_ascii=False)
    return Markup('<script type="application/ld+json">{}</script>').format(
        Markup(text.translate(ESCAPED))  # noqa: S704 - no sign of markup is left in it
    )


def breadcrumbs(trail, here):
    """Return the way to a page; `trail` is (label, address or None for the page)."""
    steps = [
        thing("ListItem", position=number, name=str(label), item=absolute(at or here))
        for number, (label, at) in enumerate(trail, 1)
    ]
    return thing("BreadcrumbList", itemListElement=steps)


def publisher():
    """Return who publishes the record."""
    return thing("Organization", name="The Local Record", url=f"{settings.SITE_URL}/")


def dataset(name, about, address, files, since=None):
    """Return a collection of rows that can be had as files: (media type, address)."""
    return thing(
        "Dataset",
        name=str(name),
        description=str(about),
        url=absolute(address),
        inLanguage=get_language(),
        license=LICENSE_ADDRESS,
        creditText=f"The Local Record, {LICENCE}",
        creator=publisher(),
        isAccessibleForFree=True,
        spatialCoverage=thing("Country", name="United States"),
        temporalCoverage=f"{since.isoformat()}/.." if since else None,
        distribution=[
            thing("DataDownload", encodingFormat=media, contentUrl=absolute(at))
            for media, at in files
        ],
    )
