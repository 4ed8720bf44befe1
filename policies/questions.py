"""What no source tells: the open questions of a page, in plain sentences.

Templates print them with their footnotes; nothing here reads a database.
"""

from django.utils.translation import gettext as _

from policies.enums import HELD, EventKind, PolicyStatus, ProgramModel, VoteResult
from policies.grammar import vote_question
from policies.sentences import Sentence, citations_of, deciding_event


def open_questions(policies, votes, day):
    """Return what no source tells about a place's policies and votes.

    `policies` are (policy, status) pairs with their events in memory.
    """
    found = [question for vote in votes for question in _vote_questions(vote, day)]
    asked = {vote.policy_id for vote in votes if vote.outcome(day) in _OPEN}
    for policy, status in policies:
        event = deciding_event(policy, day)
        text = _policy_question(status, event, policy.pk in asked)
        if text:
            words = text % {"title": policy.told_title()}
            found.append(Sentence(words, citations_of(policy, event)))
        if policy.model == ProgramModel.NOT_STATED:
            words = _("%(title)s: which 287(g) model.") % {"title": policy.told_title()}
            found.append(Sentence(words, citations_of(policy, None)))
    return found


# Results after which the question is the vote's own, not the policy's.
_OPEN = (VoteResult.SCHEDULED, VoteResult.UNKNOWN)


def _policy_question(status, event, vote_is_open):
    if status == PolicyStatus.UNKNOWN:
        return _("%(title)s: where it stands.")
    if status == PolicyStatus.PROPOSED:
        return "" if vote_is_open else _("%(title)s: what was decided.")
    if event is None or event.date is not None:
        return ""
    if event.kind in (EventKind.REPORTED, EventKind.REAFFIRMED):
        return _("%(title)s: since when.")
    return _("%(title)s: on which day.")


def _vote_questions(vote, day):
    outcome = vote.outcome(day)
    citations = list(vote.citations.all())
    if outcome == VoteResult.UNKNOWN:
        yield Sentence(vote_question(vote, "result"), citations)
    elif outcome in HELD and not vote.ballots.all():
        yield Sentence(vote_question(vote, "members"), citations)
