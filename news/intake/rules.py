"""What each rule and each doubt is called, in words that an editor understands."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

PLACE_RULES = {
    "tag": _("The article prints the state beside the name"),
    "context": _("The article speaks of this state"),
    "only": _("No other place has this name"),
    "largest": _("By far the largest place of this name; the article names no state"),
    "state": _("A state named for itself"),
}
PLACE_DOUBTS = {
    "several": _("Several places have this name, and nothing decides which is meant."),
    "famous": _("A larger place elsewhere has the same name."),
    "tag": _("The state has several places of this name."),
    "": _("Nothing decides which place is meant."),
}
PERSON_RULES = {
    "before": _("A title before the name"),
    "several": _("A title before several names"),
    "behind": _("A description behind the name"),
}
ORGANIZATION_RULES = {
    "list": _("An item of a list; the sentence above the list says which side"),
    "row": _("One of several groups named in a row"),
    "called": _("The article calls it a group"),
    "speaker": _("The group of somebody who speaks"),
    "acts": _("The group itself acts or speaks"),
}
POLICY_RULES = {
    "act": _("The sentence says what was done with it"),
    "vote": _("A body voted on it"),
}
EARLIER = _("To extend or restore it, it has to have been there before")
POLICY_DOUBTS = {
    "hinted": _("The story describes this program without naming it."),
    "far": _("The words may mean another agreement or policy."),
    "earlier": _("The article tells of it as an earlier vote."),
    "unnamed": _("The article does not say what kind of agreement it is."),
    "speech": _("Somebody says so; the article does not say it itself."),
}
VOTE_DOUBTS = {
    "matter": _("The vote may be on another matter."),
    "earlier": _("The article tells of it as an earlier vote."),
    "counts": _("The counts and the result do not fit together."),
    "body": _("The article does not say which body voted."),
}
STATEMENT_RULES = {
    "said": _("Words said by somebody the article gives a role"),
    "institution": _("A statement of a government"),
    "silent": _("Asked, and did not comment"),
    "gathering": _("A gathering or protest"),
}
CASE_RULES = {
    "filed": _("The sentence says that it was filed"),
    "sought": _("The sentence says that a court is asked"),
    "outcome": _("The sentence says what a court did"),
}
LAW_RULES = {
    "number": _("A bill's number"),
    "name": _("A law's name"),
    "legislature": _("A legislature acts on a bill"),
    "state law": _("The sentence says what a state's law does"),
    "federal order": _("A president's order"),
}
VOTED = _("A body decides, in the past tense and the article's own words")
ANNOUNCED = _("A vote is announced; it has no result yet")
LETTER = _("Somebody signed or sent a letter")
BODY = _("The name of a body that votes")
AGENCY = _("The name of an agency")
DATED = _("A date in the article's words")
COUNTED = _("A date counted from the day of the article")
NO_DAY = _("Without the day of the article it cannot be counted.")
SEAT = _("The place of the office is concluded, not printed beside it.")
SIDE = _("The article does not say which side it takes.")
NO_STATE = _("The article does not say of which state it is.")
CAPTION_ONLY = _("Only in passing: in somebody's words or under a picture.")
