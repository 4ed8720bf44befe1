"""From what the rules found to suggestions, with fields, rule, sentence and doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jurisdictions.enums import Certainty, Precision
from news.enums import SuggestionKind
from news.intake import rules
from news.intake.agencies import Agency
from news.intake.bodies import Body
from news.intake.dates import FoundDate, in_order
from news.intake.findings import Findings
from news.intake.gazetteer import Place
from news.intake.laws import FoundLaw
from news.intake.lawsuits import FoundCase
from news.intake.letters import FoundLetter
from news.intake.named_states import Found, Standing
from news.intake.names import NAME
from news.intake.organizations import FoundOrganization
from news.intake.people import Person
from news.intake.policy import FoundPolicy
from news.intake.programs import WITH_ICE
from news.intake.reading import Reading
from news.intake.sentences import Sentence
from news.intake.statements import FoundStatement
from news.intake.suggestions import Passage, Suggestion
from news.intake.vote import FoundVote
from policies.enums import PolicyType, Stance, VoteMethod, VoteResult

# “…, Smith said”: then the sentence is his claim.
ATTRIBUTED = re.compile(
    rf",? (?:according to |según )(?:the |el |la )?(?P<name>{NAME})|"
    rf"[,\"] (?P<sayer>{NAME}) (?:said|told|dijo|afirmó|señaló)\b"
)
NO_DATE: dict[str, object] = {
    "date": None,
    "date_precision": Precision.UNKNOWN,
    "date_certainty": Certainty.STATED,
    "date_phrase": "",
    "date_anchor": None,
}


def suggestions_of(findings: Findings) -> Iterator[Suggestion]:
    """Yield the suggestions of each kind."""
    reading = findings.reading
    for found in findings.places.found:
        yield _of_place(found, reading)
    for person in findings.people.everyone:
        yield _of_person(person, findings)
    for body in findings.bodies.named():
        yield _of_body(body, findings)
    for agency in findings.agencies:
        yield _of_agency(agency, reading)
    for group in findings.organizations:
        yield _of_organization(group, reading)
    for policy in findings.policies:
        yield _of_policy(policy, reading)
    for vote in findings.votes:
        yield _of_vote(vote, findings)
    for statement in findings.statements:
        yield _of_statement(statement, findings)
    for letter in findings.letters:
        yield _of_letter(letter, reading)
    for case in findings.cases:
        yield _of_case(case, reading)
    for law in findings.laws:
        yield _of_law(law, reading)
    for found_date in in_order(findings.dates):
        yield _of_date(found_date, reading)


def _geoid(place: Place | None) -> str | None:
    return place.geoid if place else None


def _more(sentences: Iterable[Sentence], reading: Reading) -> tuple[Passage, ...]:
    """Return the other sentences that tell of a finding, each once."""
    return tuple(dict.fromkeys(reading.passage(one) for one in list(sentences)[1:]))


def _of_place(found: Found, reading: Reading) -> Suggestion:
    """Return the suggestion of a place, or of a name with its candidates."""
    values = {
        "name": found.place.name if found.place else found.first.name,
        "geoid": _geoid(found.place),
        "state": found.place.state if found.place else "",
        "level": str(found.place.level) if found.place else "",
        "standing": found.standing.value,
        "candidates": tuple(place.geoid for place in found.candidates[:20]),
    }
    passage = reading.passage(found.first.sentence)
    rule = rules.PLACE_RULES.get(found.reason, rules.PLACE_RULES["context"])
    suggestion = Suggestion(SuggestionKind.PLACE, values, passage, rule)
    if found.place is None:
        doubt = rules.PLACE_DOUBTS.get(found.reason, rules.PLACE_DOUBTS[""])
        return suggestion.doubted(doubt)
    if found.standing is Standing.PASSING:
        return suggestion.doubted(rules.CAPTION_ONLY)
    return suggestion


def _of_person(person: Person, findings: Findings) -> Suggestion:
    """Return the suggestion of an official, or of who leads or speaks for a group."""
    seat, named = findings.seats.of_person(person)
    values = {
        "name": person.name,
        "office": str(person.office),
        "role": person.role,
        "jurisdiction": _geoid(seat),
        "jurisdiction_name": seat.full_name if seat else "",
        "organization": person.group,
        "former": person.former,
    }
    passage = findings.reading.passage(person.sentence)
    rule = rules.PERSON_RULES[person.rule]
    suggestion = Suggestion(SuggestionKind.OFFICIAL, values, passage, rule)
    if seat is not None and not named and findings.seats.is_torn(person):
        return suggestion.doubted(rules.SEAT)
    return suggestion


def _of_body(body: Body, findings: Findings) -> Suggestion:
    """Return the suggestion of a body with the place it governs."""
    place = findings.seats.governed_by(body, body.start)
    values = {
        "name": body.name,
        "kind": str(body.kind),
        "jurisdiction": _geoid(place),
        "jurisdiction_name": place.full_name if place else "",
    }
    passage = findings.reading.passage(body.sentence)
    suggestion = Suggestion(SuggestionKind.BODY, values, passage, rules.BODY)
    return suggestion if body.place else suggestion.doubted(rules.SEAT)


def _of_agency(agency: Agency, reading: Reading) -> Suggestion:
    """Return the suggestion of an agency."""
    values = {
        "name": agency.name,
        "kind": str(agency.kind),
        "jurisdiction": _geoid(agency.place),
        "jurisdiction_name": agency.place.full_name if agency.place else "",
    }
    passage = reading.passage(agency.sentence)
    return Suggestion(SuggestionKind.AGENCY, values, passage, rules.AGENCY)


def _of_organization(group: FoundOrganization, reading: Reading) -> Suggestion:
    """Return the suggestion of a group with its side."""
    values = {
        "name": group.name,
        "kind": str(group.kind),
        "stance": str(group.stance),
        "role": group.role,
    }
    passage = reading.passage(group.sentence)
    rule = rules.ORGANIZATION_RULES[group.rule]
    more = (reading.passage(group.evidence),) if group.evidence else ()
    suggestion = Suggestion(
        SuggestionKind.ORGANIZATION, values, passage, rule, more=more
    )
    if not group.sure or group.stance == Stance.NONE:
        return suggestion.doubted(rules.SIDE)
    return suggestion


def _of_policy(policy: FoundPolicy, reading: Reading) -> Suggestion:
    """Return the suggestion of an agreement or policy with its events."""
    decisive = policy.decisive
    values = {
        "type": str(policy.called),
        "program_model": str(policy.model),
        "instrument": str(policy.instrument),
        "status": str(policy.status),
        "jurisdiction": _geoid(policy.place),
        "jurisdiction_name": policy.place.full_name if policy.place else "",
        "predecessor_relation": str(policy.relation),
        "events": tuple(
            (str(act.kind), reading.passage(act.sentence), act.date)
            for act in policy.acts
        ),
        **_date_values(decisive.date),
    }
    rule = rules.POLICY_RULES[decisive.rule]
    sentences = [decisive.sentence, *(act.sentence for act in policy.acts)]
    suggestion = Suggestion(
        SuggestionKind.POLICY,
        values,
        reading.passage(decisive.sentence),
        rule,
        more=_more(sentences, reading),
        speaker=_speaker(decisive.sentence, reading),
    )
    if decisive.doubt:
        return suggestion.doubted(rules.POLICY_DOUBTS[decisive.doubt])
    unnamed = policy.called == PolicyType.OTHER_AGREEMENT
    if unnamed and not WITH_ICE.search(decisive.sentence.plain):
        return suggestion.doubted(rules.POLICY_DOUBTS["unnamed"])
    return suggestion


def _speaker(sentence: Sentence, reading: Reading) -> str:
    """Return whom a sentence attributes its words to, "" for the article itself."""
    match = ATTRIBUTED.search(sentence.plain)
    if match is None:
        return ""
    group = "name" if match["name"] else "sayer"
    start = sentence.start + match.start(group)
    return reading.article.text[start : start + len(match[group])]


def _date_values(found: FoundDate | None) -> dict[str, object]:
    return found.values() if found else NO_DATE


def _of_vote(vote: FoundVote, findings: Findings) -> Suggestion:
    """Return the suggestion of a vote; one that is announced has no result."""
    body = vote.body
    start, seats = vote.sentence.start, findings.seats
    place = seats.governed_by(body, start) if body else seats.at(start)
    scheduled = vote.result == VoteResult.SCHEDULED
    values = {
        "body": body.name if body else "",
        "jurisdiction": _geoid(place),
        "jurisdiction_name": place.full_name if place else "",
        "motion": vote.motion,
        "motion_kind": str(vote.motion_kind),
        "method": str(VoteMethod.UNREPORTED),
        "result": str(vote.result),
        "yes_count": vote.yes,
        "no_count": vote.no,
        "abstain_count": vote.aside.get("abstain_count"),
        "absent_count": vote.aside.get("absent_count"),
        "counts_reported": vote.tally.text if vote.tally else "",
        "described_as_unanimous": vote.unanimous,
        "ballots": tuple((name, str(one)) for name, one in vote.ballots.items()),
        "doubtful_ballots": tuple(
            (name, str(one)) for name, one in vote.doubtful.items()
        ),
        "mover": vote.mover,
        "seconder": vote.seconder,
        "tie_breaker": vote.tie_breaker,
        "first_reading": vote.first_reading,
        "procedural": vote.procedural,
        **_date_values(vote.date),
    }
    reading = findings.reading
    suggestion = Suggestion(
        SuggestionKind.VOTE,
        values,
        reading.passage(vote.sentence),
        rules.ANNOUNCED if scheduled else rules.VOTED,
        more=_more(vote.sentences, reading),
        speaker=_speaker(vote.sentence, reading),
    )
    doubt = vote.doubt or ("" if body else "body")
    return suggestion.doubted(rules.VOTE_DOUBTS[doubt]) if doubt else suggestion


def _of_statement(statement: FoundStatement, findings: Findings) -> Suggestion:
    """Return the suggestion of a statement, a request for comment or a gathering."""
    person = statement.person
    values = {
        "speaker": statement.speaker,
        "official": person.name if person and not person.leads_group else "",
        "on_behalf_of": statement.behalf,
        "kind": str(statement.kind),
        "stance": str(statement.stance),
        "quote": statement.quote,
        **_date_values(statement.date),
    }
    reading = findings.reading
    return Suggestion(
        SuggestionKind.STATEMENT,
        values,
        reading.passage(statement.sentences[0]),
        rules.STATEMENT_RULES[statement.rule],
        more=_more(statement.sentences, reading),
        speaker=statement.speaker,
    )


def _of_letter(letter: FoundLetter, reading: Reading) -> Suggestion:
    """Return the suggestion of a letter with its signatories."""
    values = {
        "kind": letter.what.casefold(),
        "addressee": letter.addressee,
        "stance": str(letter.stance),
        "signatories": letter.signatories,
    }
    passage = reading.passage(letter.sentence)
    return Suggestion(SuggestionKind.LETTER, values, passage, rules.LETTER)


def _of_case(case: FoundCase, reading: Reading) -> Suggestion:
    """Return the suggestion of a court case."""
    values = {
        "plaintiff": case.plaintiff,
        "defendant": case.defendant,
        "court": case.court,
        "status": str(case.status),
        "claim": str(case.claim),
        **_date_values(case.date),
    }
    passage = reading.passage(case.sentence)
    return Suggestion(SuggestionKind.CASE, values, passage, rules.CASE_RULES[case.rule])


def _of_law(law: FoundLaw, reading: Reading) -> Suggestion:
    """Return the suggestion of a law or bill, or of a president's order."""
    kind = PolicyType.FEDERAL_ORDER if law.federal else PolicyType.STATE_LAW
    values = {
        "name": law.name,
        "type": str(kind),
        "jurisdiction": _geoid(law.place),
        "jurisdiction_name": law.place.name if law.place else "",
        "law_effect": str(law.effect),
        "event": str(law.event),
        **_date_values(law.date),
    }
    passage = reading.passage(law.sentence)
    suggestion = Suggestion(
        SuggestionKind.LAW, values, passage, rules.LAW_RULES[law.rule]
    )
    if law.place is None and not law.federal:
        return suggestion.doubted(rules.NO_STATE)
    return suggestion


def _of_date(found: FoundDate, reading: Reading) -> Suggestion:
    """Return the suggestion of a date; one that could not be counted is unsure."""
    counted = found.anchor is not None or found.date is None
    suggestion = Suggestion(
        SuggestionKind.DATE,
        found.values(),
        reading.passage(found.sentence),
        rules.COUNTED if counted else rules.DATED,
    )
    return suggestion if found.date else suggestion.doubted(rules.NO_DAY)
