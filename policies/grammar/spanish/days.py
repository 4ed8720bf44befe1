"""Days as parts of a Spanish sentence, and how well they are known."""

from django.utils.formats import date_format

from jurisdictions.enums import Certainty, Precision

CERTAINTIES = {Certainty.INFERRED: "fecha deducida", Certainty.DISPUTED: "≠ en disputa"}


def on(dated):
    """Return when: “el 7 de diciembre de 2021”, “en noviembre de 2021”."""
    whole = dated.date_precision not in (Precision.YEAR, Precision.MONTH)
    week = dated.date_precision == Precision.WEEK
    return the(dated) if whole and not week else f"en {the(dated)}"


def since(dated):
    """Return since when: “desde el 7 de diciembre de 2021”."""
    return f"desde {the(dated)}"


def of(dated):
    """Return of when: “del 7 de diciembre de 2021”, “de noviembre de 2021”."""
    words = the(dated)
    return f"d{words}" if words.startswith("el ") else f"de {words}"


def the(dated):
    """Return as much of a date as is known, with the article it takes."""
    if dated.date_precision == Precision.YEAR:
        return date_format(dated.date, "Y")
    if dated.date_precision == Precision.MONTH:
        return date_format(dated.date, r"F \d\e Y")
    day = date_format(dated.date, r"j \d\e F \d\e Y")
    week = dated.date_precision == Precision.WEEK
    return f"la semana del {day}" if week else f"el {day}"
