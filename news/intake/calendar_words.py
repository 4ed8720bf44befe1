"""The words of dates in English and Spanish, and the forms they come in."""

from __future__ import annotations

import re

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        1,
    )
    for word in words.split()
}
DAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday lunes",
            "tuesday martes",
            "wednesday miércoles miercoles",
            "thursday jueves",
            "friday viernes",
            "saturday sábado sabado",
            "sunday domingo",
        )
    )
    for word in words.split()
}
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one un una",
            "two dos",
            "three tres",
            "four cuatro",
            "five cinco",
            "six seis",
        ),
        1,
    )
    for word in words.split()
} | {"a": 1, "an": 1}
_month = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_mes = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|"
    r"octubre|noviembre|diciembre)"
)
_day = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_dia = r"(?:lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo)"
_part = r"(?: (?:morning|afternoon|evening|night))?"
_units = r"(?:day|week|month|year)"
PATTERNS = (
    ("iso", r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    ("slashed", r"\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)\b"),
    (
        "day",
        rf"(?:\b{_day}{_part},? )?\b(?P<month>{_month}) "
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        r"(?![\d:])(?:,? (?P<y>(?:19|20)\d\d)\b)?",
    ),
    (
        "day",
        rf"(?:\b(?:{_dia}),? )?(?:\bel )?\b(?P<d>\d{{1,2}})(?:º|°|ro)? de "
        rf"(?P<month>{_mes})"
        r"(?:,? (?:del?|de) (?P<y>(?:19|20)\d\d)\b)?",
    ),
    ("month", rf"\b(?P<month>{_month}),? (?:of )?(?P<y>(?:19|20)\d\d)\b"),
    ("month", rf"\b(?P<month>{_mes}),? del? (?P<y>(?:19|20)\d\d)\b"),
    (
        "relmonth",
        rf"\b(?P<dir>last|this past|next|this) (?P<month>{_month})(?! \d)\b",
    ),
    ("relmonth", rf"\b(?P<month>{_mes}) (?P<dir>pasado|próximo|proximo)\b"),
    (
        "barmonth",
        rf"\b(?:in|since|until|by|during|late|early|mid-?|through|back in) "
        rf"(?P<month>{_month})"
        r"(?! \d)(?=[\s,.;:)\"'-]|$)",
    ),
    (
        "barmonth",
        rf"(?:\b(?:a|an|the|its|their|regular|every)|'s) (?P<month>{_month})"
        r"(?= (?:meeting|vote|session|election|hearing|memo|letter|agreement|order)\b)",
    ),
    ("barmonth", rf"\b(?:en|desde|hasta|durante|de) (?P<month>{_mes})\b(?! del? \d)"),
    (
        "weekday",
        rf"(?:\b(?P<dir>last|this past|next|this|coming|this coming) "
        rf")?\b(?P<day>{_day})\b{_part}",
    ),
    (
        "weekday",
        rf"\b(?:(?P<dir2>pr[óo]ximo|pasado|este) )?(?P<day>{_dia})\b"
        r"(?: (?P<dir>pasado|pr[óo]ximo|que viene))?(?: por la (?:noche|"
        r"mañana|tarde))?",
    ),
    ("near", r"\b(?P<near>today|yesterday|tomorrow|tonight|last night)\b"),
    ("near", r"\b(?P<near>hoy|ayer|anoche|anteayer)\b"),
    ("near", r"(?<!la )(?<!esta )(?<!de )\b(?P<near>mañana)\b"),
    (
        "unit",
        r"\b(?:(?:earlier|later|late|early) )?(?P<dir>last|this|next|this "
        r"past|the past|"
        r"previous) (?P<unit>week|month|year)\b",
    ),
    (
        "unit",
        r"\b(?:la|el|este|esta|a principios de|a finales de)? ?(?P<dir2>pr[óo]xim[oa]|"
        r"pasad[oa]|est[ea]) (?P<unit>semana|mes|año)\b",
    ),
    (
        "unit",
        r"\b(?:la|el) (?P<unit>semana|mes|año) (?P<dir>pasad[oa]|"
        r"pr[óo]xim[oa]|que viene|anterior)\b",
    ),
    (
        "ago",
        rf"\b(?P<n>a|an|one|two|three|four|five|six|\d{{1,2}}) (?P<unit>{_units})s? "
        r"(?P<dir>ago|earlier)\b",
    ),
    (
        "ago",
        r"\bhace (?P<n>un|una|dos|tres|cuatro|cinco|seis|\d{1,2}) "
        r"(?P<unit>días?|semanas?|mes(?:es)?|años?)\b",
    ),
    (
        "season",
        r"\b(?:in (?:the )?)?(?:spring|summer|fall|autumn|winter) (?:of "
        r")?(?P<y>(?:19|20)\d\d)\b",
    ),
    (
        "year",
        r"\b(?:in|since|from|until|by|of|back in|early|late|en|desde|hasta|a|"
        r"the|el|año|"
        r"del?|through|between|and|its|his|their) (?P<y>(?:19|20)\d\d)(?![\d-]|,\d)\b",
    ),
)
FINDERS = tuple((kind, re.compile(pattern)) for kind, pattern in PATTERNS)
LOWER_ONCE = re.compile(
    r"\b(?:Last|This|Next|Yesterday|Today|Tomorrow|Earlier|Later|In|Since|By|During|"
    r"Late|Early|El|La|En|Hace|Hoy|Ayer|Este|Esta|A|Mañana|Anoche|One|Two|Three|"
    r"Until|Desde|Hasta|Tonight)\b"
)
FUTURE = re.compile(
    r"\b(?:will|would|scheduled|set (?:to|for)|expected|plans?|planning|"
    r"slated|upcoming|"
    r"next|could|may|is to|are to|due to|votar[áa]n?|ser[áa]n?|tendr[áa]|"
    r"programad[oa]|prevista?o?|planea|próxim[oa]|decidir[áa]|considerar[áa]|"
    r"se espera|discutir[áa]|going to|take up|deadline|takes? effect|expires?)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:voted|approved|rejected|signed|said|told|met|passed|adopted|announced|"
    r"was|were|had|votó|aprobó|rechazó|firmó|dijo|anunció)\b",
    re.IGNORECASE,
)
NEAR = {
    "today": 0,
    "tonight": 0,
    "hoy": 0,
    "yesterday": -1,
    "last night": -1,
    "ayer": -1,
    "anoche": -1,
    "anteayer": -2,
    "tomorrow": 1,
    "mañana": 1,
}
