"""Whether a capital name is that of a group, by its own words."""

from __future__ import annotations

import re

# One of these words, or capitals alone, makes a capital name a group's.
WORDS = re.compile(
    r"\b(?:Coalition|Alliance|Association|Union|Center|Centre|Project|League|"
    r"ACLU|NAACP|Network|Fund|"
    r"Federation|Foundation|Society|Church|Ministries|Ministry|Action|"
    r"Workers|Immigrants?|Rights|Families|"
    r"Together|Campaign|Justice|Movement|Institute|Chamber|Party|Democrats|"
    r"DSA|SEIU|LULAC|UnidosUS|AFL-CIO|"
    r"Coalición|Alianza|Asociación|Centro|Unión|Federación|Red|Iglesia|"
    r"Cámara|Fraternal Order|Caucus|"
    r"Democratic Socialists|Friends|Neighbors|Vecinos|Collective|Colectivo|"
    r"Initiative|Partnership|Voices|Voces|"
    r"Advocates|Defenders|Legal Aid|Law Center|Synagogue|Congregation|"
    r"Diocese|Mosque|Indivisible|Women Voters|"
    r"Liberties|Aid|Dreamers|Latinos?|Fundación|Proyecto|Casa|CASA|"
    r"Movimiento|Mutual|Outreach|Services|Interfaith|"
    r"Patriots|Taxpayers|Conservatives|Republican Party|Republicans|Local \d+|Students|"
    r"Trabajadores|Organización|Comité|Comunidad|Comunidades|Communities|"
    r"Resistencia|Resistance|Solidaridad|Solidarity|Unid[oa]s|Acción|Organizing|"
    r"Empowerment|Citizens|Guild|"
    r"Alerta|Justicia|Derechos|Migrantes?|Voz|Juntos)\b"
)
PUBLIC = re.compile(
    r"\b(?:City|County|Council|Commission|Department|Police|Sheriff|Board|"
    r"State|Senate|House|"
    r"Court|Congress|Immigration and Customs|Homeland|Government|University|"
    r"School|Jail|Detention Center|"
    r"Legislature|Ayuntamiento|Concejo|Condado|Policía|Justice Department|"
    r"Supreme|Civil Rights Act|Amendment|Act|"
    r"Center on|Times|Post|Herald|Tribune|News|Gazette|Press|U\.S|Border|"
    r"Town|Village|Program|Agreement|Hall)\b"
)
ALLOWED_PUBLIC = re.compile(
    r"\b(?:Coalition|Alliance|Association|Union|League|Sheriffs' Association|"
    r"NAACP|ACLU|Republicans|Democrats|Fraternal|Law Center|Immigrants?|"
    r"Party|Network|Neighbors|Guild|Indivisible|Foundation|Collective|Together|"
    r"Federation|Resistencia|Comunidad|Alianza|Coalición|Asociación|Red|Unión|"
    r"Rights|Sheriffs' Association)\b"
)


OFFICIAL = frozenset(
    ("ICE", "HSI", "DHS", "CBP", "FBI", "DOJ", "NBC", "ABC", "CNN", "MOA", "MOU", "CBS")
    + ("PBS", "NPR", "LAPD", "NYPD", "USA", "COVID", "ERO", "IGSA")
)
INITIALS = re.compile(r"(?:the )?[A-Z]{3,}(?:-[A-Z]+)?(?: (?:of|de) [A-Z][\w ]+)?")


def is_group(name: str) -> bool:
    """Return whether a capital name is a group's, and no government's or paper's."""
    if len(name) < 3 or name in OFFICIAL:
        return False
    if PUBLIC.search(name) and not ALLOWED_PUBLIC.search(name):
        return False
    if WORDS.search(name) and " " in name:
        return True
    return bool(INITIALS.fullmatch(name))
