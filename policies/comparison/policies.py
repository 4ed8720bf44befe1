"""Cells that tell what a place agreed or decided, by whose act, and under what law."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from policies.comparison.cells import Cell, Fact
from policies.enums import AuthorityPath, PolicyType
from policies.grammar import marked, since_words
from policies.sentences import citations_of

# Which types of policy stand in which row; what is in none stands in the last one.
KINDS = {
    "287g": (gettext_lazy("287(g) agreement"), (PolicyType.PROGRAM_287G,)),
    "hsi": (
        gettext_lazy("HSI customs-officer designation"),
        (PolicyType.HSI_CUSTOMS_DESIGNATION,),
    ),
    "agreements": (
        gettext_lazy("Other agreements and orders to cooperate"),
        (
            PolicyType.HSI_TASK_FORCE,
            PolicyType.DETENTION_CONTRACT,
            PolicyType.OTHER_AGREEMENT,
            PolicyType.COOPERATION_DIRECTIVE,
        ),
    ),
    "detainers": (
        gettext_lazy("Detainers, notice of release, jail access"),
        (
            PolicyType.DETAINER_POLICY,
            PolicyType.NOTIFICATION_POLICY,
            PolicyType.JAIL_ACCESS_POLICY,
        ),
    ),
    "limits": (
        gettext_lazy("Rules on status questions, local resources, ID records"),
        (
            PolicyType.NO_STATUS_INQUIRY,
            PolicyType.NO_ASSISTANCE,
            PolicyType.MUNICIPAL_ID_PROTECTION,
        ),
    ),
    "declarations": (
        gettext_lazy("Declarations"),
        (PolicyType.SANCTUARY_DECLARATION, PolicyType.WELCOMING_DECLARATION),
    ),
    "other": (gettext_lazy("Other policies"), ()),
}


ROW_OF = {kind: name for name, (_label, kinds) in KINDS.items() for kind in kinds}


def policies(subject, name):
    """Return the policies of one row, each with its status and since when.

    The laws of a state have a row of their own. Since when makes no difference.
    """
    laws_apart = {row.policy.pk for row in subject.laws}
    rows = [
        row
        for row in subject.standings
        if ROW_OF.get(row.policy.type, "other") == name
        and row.policy.pk not in laws_apart
    ]
    key = sorted(
        (
            row.policy.type,
            row.policy.model,
            row.status.value,
            row.policy.direction,
            row.policy.detainer_practice,
        )
        for row in rows
    )
    of_one_type = len(KINDS[name][1]) == 1
    return Cell(subject.place, [_fact(row, of_one_type) for row in rows], key)


def _fact(row, of_one_type):
    """Return a policy as a fact, with its type unless the row has no other."""
    policy = row.policy
    what = policy.get_model_display() if of_one_type else policy.get_type_display()
    practice = policy.get_detainer_practice_display()
    agency, (since, citations) = policy.shown("agency"), _since(row)
    return Fact(
        policy.told_title(),
        policy.get_absolute_url(),
        row.status,
        policy.direction,
        " · ".join(str(part) for part in (agency, what, practice, since) if part),
        [*citations, *policy.citations.all()],
    )


def _since(row):
    """Return since when a policy stands where it does, with what says so."""
    if row.event is None or row.event.date is None:
        return _("since when is not recorded"), citations_of(row.policy, row.event)
    return marked(since_words(row.event), row.event), list(row.event.citations.all())


def authority(subject):
    """Return whose act makes the policies of a place, as far as a source says."""
    paths = {}
    for row in subject.standings:
        path = AuthorityPath(row.policy.authority_path)
        paths.setdefault(path, []).append(row.policy)
    facts = [
        Fact(
            path.label,
            note="; ".join(policy.told_title() for policy in paths[path]),
            citations=[
                citation
                for policy in paths[path]
                for citation in policy.citations_for("authority_path")
                or policy.citations.all()
            ],
        )
        for path in AuthorityPath
        if path in paths
    ]
    return Cell(subject.place, facts, sorted(paths))


def laws(subject):
    """Return the laws of the state the place is or lies in, with what they do."""
    facts = []
    for row in subject.laws:
        since, citations = _since(row)
        effect = row.policy.law_effect and row.policy.get_law_effect_display()
        facts.append(
            Fact(
                row.policy.told_title(),
                row.policy.get_absolute_url(),
                row.status,
                row.policy.direction,
                " · ".join(str(part) for part in (effect, since) if part),
                [*citations, *row.policy.citations.all()],
            )
        )
    key = sorted((row.policy.law_effect, row.status.value) for row in subject.laws)
    return Cell(subject.place, facts, key)
