"""Names of local governments as one says them in a Spanish sentence."""

import re

from jurisdictions.enums import Level

# Names as their registers print them, and how one says them.
SAID = (
    (r"(?!.* of )(.+) County", r"el condado de \1"),
    (r"(?!.* of )(.+) Parish", r"la parroquia de \1"),
    (r"Committee of the [Ww]hole", r"el comité plenario"),
    (r"Public [Ss]afety [Cc]ommittee", r"el comité de seguridad pública"),
    (r"(.+) City Council", r"el concejo municipal de \1"),
    (r"(.+) City Commission", r"la comisión municipal de \1"),
    (r"(.+) County Commission", r"la junta de comisionados del condado de \1"),
    (r"(.+) County Police Department", r"la policía del condado de \1"),
    (r"(?!Metropolitan )(.+) Police Department", r"la policía de \1"),
    (
        r"(.+) County Sheriff['’]s Office",
        r"la oficina del alguacil (sheriff) del condado de \1",
    ),
    (
        r"(.+) Parish Sheriff['’]s Office",
        r"la oficina del alguacil (sheriff) de la parroquia de \1",
    ),
)


def government(place):
    """Return a place as what acts: “Birmingham”, “el condado de Jefferson”."""
    if place.level == Level.FEDERAL:
        return "el gobierno federal"
    if place.level == Level.DISTRICT:
        return "el Distrito de Columbia"
    return said(place.name)


def said(name, place=""):
    """Return a name as it is said: “la policía de Mobile” of its Police Department.

    `place` is whose it is: Oklahoma City Council is no City Council of Oklahoma. A
    name of another form stays as it is printed.
    """
    if place.endswith(" City") and name in (f"{place} Council", f"{place} Commission"):
        name = name.replace(place, f"{place} City")
    for printed, spoken in SAID:
        if found := re.fullmatch(printed, name):
            return found.expand(spoken)
    return name


def sentence(text):
    """Return a text that begins with a capital, its articles drawn together."""
    joined = re.sub(r"\bde el (?=[a-z\d])", "del ", text)
    joined = re.sub(r"\ba el (?=[a-z\d])", "al ", joined)
    return joined[:1].upper() + joined[1:]
