"""The side that words take on the matter at hand."""

from __future__ import annotations

import re

from policies.enums import Stance

_to = r"(?:[\w'-]+ ){0,6}?(?:to |a |que )?"
OPPOSES = re.compile(
    rf"\b(?:oppos(?:e[sd]?|ing|ition)|against|reject(?:s|ed|ing)?\b|"
    rf"denounc\w+|condemn\w+|critici[sz]\w+|protest\w*|"
    rf"object(?:s|ed|ing)? to|blast\w+|slammed|decried|vote no\b|(?:urg|ask|"
    rf"call|demand|press|want|fight|fought|campaign|lobb)\w*(?: on|"
    rf" for (?:\w+ ){{1,2}})? "
    rf"{_to}(?:vote (?:no|against|(?:\w+ ){{0,4}}down)|reject|end|"
    rf"stop|cancel|rescind|terminate|withdraw|"
    rf"(?:drop|leave|scrap|abandon) (?:the|its|their) (?:agreement|proposal|plan|"
    rf"contract|"
    rf"deal|program|partnership|pact|idea)|not )|"
    rf"raised concerns|(?:was|were) critical|critical of|breaks? trust|"
    rf"dangerous|concern(?:s|ed) (?:about|over)|don't go far enough|"
    rf"not satisfied|fear\w* |"
    rf"se opon\w+|opuso|opusieron|oponen|oposición|en contra|contra|"
    rf"rechaz\w+|denunci\w+|pon(?:e|en|dría) en riesgo|critic\w+|condena\w*|"
    rf"protesta\w*|exig\w+ "
    rf"{_to}(?:rechazar|cancelar|terminar|rechace|cancele)|"
    rf"would (?:harm|hurt|endanger|erode|damage|undermine|make (?:\w+ "
    rf"){{1,4}}less safe)|erodes?|erosiona)",
    re.IGNORECASE,
)
SUPPORTS = re.compile(
    rf"\b(?:support(?:s|ed|ing)?\b|in favor|to back (?:the|it)\b|back(?:s|ed|ing)\b|"
    rf"endors\w+|"
    rf"prais\w+|applaud\w*|welcomed|commend\w+|hailed|celebrat\w+|"
    rf"defend(?:s|ed|ing)\b|recommend(?:s|ed)|favou?r(?:s|ed)\b|(?:urg|ask|"
    rf"call|encourag)\w*(?: on)? {_to}(?:approve|adopt|pass|sign|renew|extend|join|"
    rf"keep (?:it|"
    rf"the)|vote "
    rf"(?:yes|for|in favor))|"
    rf"apoy\w+|respald\w+|a favor|celebr(?:ó|aron|an)|aplaud\w+|elogi\w+|"
    rf"defendi\w+|recomend\w+)",
    re.IGNORECASE,
)
NOT = re.compile(
    r"\b(?:not|n't|no longer|never|neither|nor|no|nunca|ni|tampoco) (?:\w+ ){0,1}$",
    re.IGNORECASE,
)
DECLINED = re.compile(
    r"\b(?:declin(?:ed|ing) (?:to (?:comment|answer|be interviewed|discuss|"
    r"say|speak|provide a comment)|(?:an interview|requests?|comment|further "
    r"comment))|"
    r"(?:had|has|have|offered|with) no (?:immediate )?comment|would not "
    r"(?:comment|answer questions)|refused to comment|wouldn't comment|"
    r"(?:declinó|declinaron|no quiso|no quisieron|se negó a|rehusó|evitó|"
    r"rechazó) (?:hacer )?(?:comentar|comentarios|dar declaraciones|declarar|"
    r"opinar)|sin comentarios|no hizo comentarios)\b",
    re.IGNORECASE,
)
NO_RESPONSE = re.compile(
    r"\b(?:(?:did|has|have|had|do|does)(?: not|n't) (?:immediately |yet |"
    r"returned? |always )?(?:respond(?:ed)?|return(?:ed)?|repl(?:y|ied)|"
    r"answer(?:ed)?)(?= (?:to|for|a |an |multiple|requests?|calls?|messages?|"
    r"phone|emails?|questions|immediately|by|before|in time|Monday|Tues|Wed|"
    r"Thurs|Fri)|[.,]|$)|"
    r"could(?: not|n't) (?:immediately )?be (?:immediately )?reached|(?:was|"
    r"were) not (?:immediately )?(?:available|reachable) for comment|"
    r"(?:went|were) (?:unanswered|not returned)|no (?:respondi(?:ó|eron)|"
    r"contest(?:ó|aron)|devolvi(?:ó|eron)|ha respondido|han respondido)|no "
    r"(?:pudo|fue posible|se pudo) (?:ser )?(?:contact|localiz)\w+)",
    re.IGNORECASE,
)
UNDECIDED = re.compile(
    r"\b(?:undecided|has not decided|hasn't decided|not made up (?:his|her|"
    r"their) mind|still weighing|"
    r"no ha decidido|indecis[oa])\b",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(
    r"\b(?:only if|as long as|provided (?:that)?|unless|if the court|on "
    r"(?:the )?condition|solo si|siempre que|"
    r"if (?:\w+ ){1,8}(?:required|determines|orders))\b",
    re.IGNORECASE,
)


def stance_in(text: str) -> Stance:
    """Return the side that words take, `NONE` where they take none or both."""
    if DECLINED.search(text):
        return Stance.DECLINED
    if NO_RESPONSE.search(text):
        return Stance.NO_RESPONSE
    if UNDECIDED.search(text):
        return Stance.UNDECIDED
    against = _first(OPPOSES, text)
    favor = _first(SUPPORTS, text)
    if favor is not None and NOT.search(text[:favor]):
        against, favor = (favor if against is None else against), None
    if against is None and favor is None:
        return Stance.NONE
    if favor is None or (against is not None and against < favor):
        return Stance.OPPOSES
    return Stance.SUPPORTS


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return match.start() if match else None
