"""Who said what: quotes, letters with their signatories, gatherings, silences."""

from benchmarks.record.days import as_known, some_day
from benchmarks.record.where import HEAVY_STATEMENTS
from benchmarks.record.words import phrase, text
from policies.enums import ConcernKind, Stance, StatementKind
from policies.models import Concern, Signatory, Statement


def enter_statements(
    chance, ledger, citing, policies, people, organizations, heavy, count
):
    """Enter statements about the places of policies, most of them on the heavy one.

    `people` maps a place's id to officials there.
    """
    local = [policy for policy in policies if policy.jurisdiction.state_id]
    there = [policy for policy in local if policy.jurisdiction_id == heavy.pk]
    others = [policy for policy in local[:-1] if policy not in there] or there
    rows = []
    for number in range(count):
        first = number < min(HEAVY_STATEMENTS, count // 2)
        matter = chance.choice(there if first else others)
        row = statement(chance, matter)
        row.citations = citing.of(
            matter.jurisdiction, chance.randint(1, 2), Statement.citable_fields
        )
        speak(chance, row, people.get(matter.jurisdiction_id), organizations)
        rows.append(row)
    return ledger.enter(rows, "signatories", "concerns", "citations")


def statement(chance, policy):
    """Return a statement about a policy, nobody's yet."""
    return Statement(
        title=phrase(chance, chance.randint(4, 8)),
        kind=chance.choice([*StatementKind]),
        stance=chance.choice([*Stance]),
        jurisdiction=policy.jurisdiction,
        policy=policy if chance.random() < 0.8 else None,
        summary=text(chance, 2),
        quote=phrase(chance, 12) if chance.random() < 0.5 else "",
        is_allegation=chance.random() < 0.03,
        **as_known(chance, some_day(chance)),
    )


def speak(chance, row, officials, organizations):
    """Let somebody have said it: an official there, organizations, or nobody named."""
    turn = chance.random()
    if turn < 0.45 and officials:
        row.official = chance.choice(officials)
    elif turn < 0.85:
        row.organization = chance.choice(organizations)
        if turn > 0.75:
            joined = chance.sample(organizations, min(6, len(organizations)))
            row.signatories = [
                Signatory(organization=other, sort_order=number)
                for number, other in enumerate(joined)
            ]
    else:
        row.speaker_label = "a resident"
    if chance.random() < 0.3:
        kinds = chance.sample([*ConcernKind], 2)
        row.concerns = [Concern(kind=kind) for kind in kinds]
