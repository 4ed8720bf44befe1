"""The pages of one policy, one vote and one statement."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from config.listings import asked_day
from config.sharing.pages import RecordPage
from news.footnotes import Footnotes
from policies.enums import PolicyStatus, PolicyType
from policies.lifelines import life_line, scale_of
from policies.models import CourtCase, Policy, Statement, Vote
from policies.questions import open_questions
from policies.rollcall import differing_counts, roll_call
from policies.sentences import deciding_event, policy_sentence, vote_sentence
from policies.standings import newest_report, newest_source
from policies.structured import legislation, meeting
from policies.timeline import timeline
from policies.views.presence import on_lists


def policy_context(policy, as_of=None):
    """Return what the page of a policy prints, on a day or today."""
    day = as_of or timezone.localdate()
    status = PolicyStatus(policy.standing_on(day).status)
    votes = list(Vote.objects.for_detail().on_policy(policy).on_file(day))
    statements = list(Statement.objects.for_listing().on_policy(policy).on_file(day))
    opening = [policy_sentence(policy, day, status, policy.shown("predecessor"))]
    opening += [vote_sentence(vote, day) for vote in votes]
    event, scale = deciding_event(policy, day), scale_of([policy], day)
    lists = on_lists(policy, day)
    told = [newest_report([policy], day), newest_source([*votes, *statements], day)]
    newest = max(
        filter(None, [*told, *(row.presence.last for row in lists)]), default=None
    )
    return {
        "policy": policy,
        "as_of": as_of,
        "day": day,
        "notes": Footnotes(as_of),
        "status": status,
        "newest_report": newest,
        "definition": PolicyType(policy.type).definition,
        "opening": opening,
        "structured": [legislation(policy, status, event, opening)],
        "life": life_line(policy, day, scale, newest),
        "scale": scale,
        "timeline": timeline([policy], votes, statements, day),
        "votes": votes,
        "statements": statements,
        "cases": CourtCase.objects.for_listing().on_policy(policy).on_file(day),
        "questions": open_questions([(policy, status)], votes, day),
        "on_lists": lists,
    }


def vote_context(vote, as_of=None):
    """Return what the page of a vote prints, on a day or today."""
    day = as_of or timezone.localdate()
    outcome, opening = vote.outcome(day), [vote_sentence(vote, day)]
    event = meeting(vote, outcome, opening)
    return {
        "vote": vote,
        "as_of": as_of,
        "day": day,
        "notes": Footnotes(as_of),
        "outcome": outcome,
        "opening": opening,
        "structured": [event] if event else [],
        "roll": roll_call(vote, day),
        "differences": differing_counts(vote),
        "others": Vote.objects.for_listing().beside(vote).on_file(day),
        "statements": Statement.objects.for_listing().on_vote(vote).on_file(day),
    }


def statement_context(statement, as_of=None):
    """Return what the page of a statement prints, on a day or today."""
    day = as_of or timezone.localdate()
    return {
        "statement": statement,
        "as_of": as_of,
        "notes": Footnotes(as_of),
        "answers": Statement.objects.for_listing().disputing(statement).on_file(day),
    }


class PolicyDetail(RecordPage):
    """One agreement or policy."""

    template_name = "pages/policy_detail.html"

    def get(self, request, pk, slug=""):
        """Answer with the policy's page; an old slug leads to the new one."""
        as_of = asked_day(request)
        policy = get_object_or_404(Policy.objects.for_detail(as_of), pk=pk)
        if slug != policy.slug:
            return self.moved(request, policy)
        if as_of and not Policy.objects.on_file(as_of).contains(policy):
            return self.absent(request, policy, as_of)
        return self.answer(request, policy_context(policy, as_of))


class VoteDetail(RecordPage):
    """One vote, with its roll call as far as it is known."""

    template_name = "pages/vote_detail.html"

    def get(self, request, pk, slug=""):
        """Answer with the vote's page; an old slug leads to the new one."""
        vote = get_object_or_404(Vote.objects.for_detail(), pk=pk)
        if slug != vote.slug:
            return self.moved(request, vote)
        as_of = asked_day(request)
        if as_of and not Vote.objects.on_file(as_of).contains(vote):
            return self.absent(request, vote, as_of)
        return self.answer(request, vote_context(vote, as_of))


class StatementDetail(RecordPage):
    """One statement, with what it disputes and what disputes it."""

    template_name = "pages/statement_detail.html"

    def get(self, request, pk, slug=""):
        """Answer with the statement's page; an old slug leads to the new one."""
        statement = get_object_or_404(Statement.objects.for_detail(), pk=pk)
        if slug != statement.slug:
            return self.moved(request, statement)
        as_of = asked_day(request)
        if as_of and not Statement.objects.on_file(as_of).contains(statement):
            return self.absent(request, statement, as_of)
        return self.answer(request, statement_context(statement, as_of))
