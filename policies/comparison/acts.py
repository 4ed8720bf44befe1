"""Cells that tell what happened last, how bodies voted, and who took a position."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from policies.comparison.cells import Cell, Fact
from policies.enums import Direction, Stance
from policies.grammar import day_words, event_words, marked
from policies.rollcall import result_words
from policies.sentences import (
    Sentence,
    citations_of,
    deciding_event,
    policy_sentence,
    vote_sentence,
)
from policies.timeline import timeline

_TELLING = (Direction.ADDS, Direction.LIMITS)


def latest(subject, day):
    """Return the newest event or vote as a sentence; one without a date comes last.

    Of several of one day it is one that adds or limits cooperation, if there is.
    """
    policies = {row.policy.pk: row.policy for row in subject.standings}
    entries = timeline(policies.values(), subject.votes, (), day)
    if not entries:
        return Cell(subject.place, [], None)
    newest = [row for row in entries if row.dated.date == entries[0].dated.date]
    dated = min(newest, key=lambda row: row.direction not in _TELLING).dated
    if dated in subject.votes:
        told, matter = vote_sentence(dated, day), dated.told_title()
        key = (dated.outcome(day), dated.date)
    else:
        told = _event_sentence(policies[dated.policy_id], dated, policies, day)
        matter, key = "", (dated.kind, dated.date)
    fact = Fact(told.words, note=matter, citations=told.citations)
    return Cell(subject.place, [fact], key)


def _event_sentence(policy, event, policies, day):
    """Return what an event did: where the policy stands since, or what happened."""
    if event == deciding_event(policy, day):
        status = policy.standing_on(day).status
        before = policies.get(policy.predecessor_id)
        return policy_sentence(policy, day, status, before)
    words = event_words(event, policy.told_title())
    return Sentence(words, citations_of(policy, event))


def votes(subject, day):
    """Return the votes of a place, each with its result and count."""
    facts = [
        Fact(
            vote.told_title(),
            vote.get_absolute_url(),
            note=" · ".join(
                (
                    result_words(vote, day),
                    marked(day_words(vote), vote) or _("date not recorded"),
                )
            ),
            citations=list(vote.citations.all()),
        )
        for vote in subject.votes
    ]
    key = sorted(result_words(vote, day) for vote in subject.votes)
    return Cell(subject.place, facts, key)


def positions(subject, as_of):
    """Return how many organizations took which position on which matter.

    One that changed its mind, or spoke on two matters, counts under each.
    """
    matters = {}
    for said in subject.statements:
        who = {row.organization_id for row in said.signatories.all()} - {None}
        if organization := said.shown("organization"):
            who.add(organization.pk)
        if not who or said.stance == Stance.NONE:
            continue
        matter = said.shown("policy")
        position = (matter.pk if matter else 0, Stance(said.stance))
        title = (
            matter.told_title() if matter else _("no single agreement or policy named")
        )
        _title, names, citations = matters.setdefault(position, (title, set(), []))
        names |= who
        citations += said.citations.all()
    order = list(Stance)
    facts = [
        Fact(
            f"{stance.label}: {_organizations(len(names))}",
            _statements_address(subject.place, matter, stance, as_of),
            note=title,
            citations=citations,
        )
        for (matter, stance), (title, names, citations) in sorted(
            matters.items(), key=lambda item: (-item[0][0], order.index(item[0][1]))
        )
    ]
    key = sorted(
        (stance, len(names)) for (_m, stance), (_t, names, _c) in matters.items()
    )
    return Cell(subject.place, facts, key)


def _organizations(count):
    words = ngettext("%(num)s organization", "%(num)s organizations", count)
    return words % {"num": count}


def _statements_address(place, matter, stance, as_of):
    """Return the list of the statements behind a number, which others may be in."""
    if not place.geoid:
        return ""
    query = {"place": place.geoid, "stance": stance.value}
    query |= {"matter": matter} if matter else {}
    query |= {"as_of": as_of.isoformat()} if as_of else {}
    return f"{reverse('statement-list')}?{urlencode(query)}"
