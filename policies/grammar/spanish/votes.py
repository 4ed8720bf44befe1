"""What bodies and their members did about a motion, in Spanish."""

from policies.enums import BallotOption, VoteResult
from policies.grammar.spanish.days import of, on
from policies.grammar.spanish.names import said, sentence

VOTES = {
    VoteResult.SCHEDULED: "{body} va a votar {on}.",
    "scheduled before": "{body} iba a votar {on}; ninguna fuente da el resultado.",
    VoteResult.UNKNOWN: "{body} votó {on}; ninguna fuente da el resultado.",
    VoteResult.PASSED: "{body} votó a favor de la moción {on}.",
    "unanimous": "{body} votó a favor de la moción {on}, por unanimidad.",
    VoteResult.FAILED: "{body} votó {on}; la moción no se aprobó.",
    VoteResult.TIED_FAILED: "{body} votó {on}; hubo empate y la moción no se aprobó.",
    # Of these no source need tell that anybody voted.
    VoteResult.CONTINUED: (
        "{body} no tomó ninguna decisión {on}: el asunto se pospuso."
    ),
    VoteResult.WITHDRAWN: (
        "{body} no tomó ninguna decisión {on}: el asunto se retiró del orden del día."
    ),
    VoteResult.NO_ACTION: "{body} no tomó ninguna medida {on}.",
}
# What no source tells of a vote.
QUESTIONS = {
    "result": "El resultado de la votación {of}: {motion}.",
    "members": "Cómo votó cada miembro de {body} {on}.",
}
# How many voted so: of one, of more.
BALLOTS = {
    BallotOption.YES: ("{} voto a favor", "{} votos a favor"),
    BallotOption.NO: ("{} en contra", "{} en contra"),
    BallotOption.ABSTAIN: ("{} abstención", "{} abstenciones"),
    BallotOption.PRESENT: ("{} voto “presente”", "{} votos “presente”"),
    BallotOption.RECUSED: ("{} inhibición", "{} inhibiciones"),
    BallotOption.NOT_VOTING: ("{} sin votar", "{} sin votar"),
    BallotOption.ABSENT: ("{} ausencia", "{} ausencias"),
    BallotOption.EXCUSED: ("{} ausencia justificada", "{} ausencias justificadas"),
    BallotOption.PAIRED: ("{} voto emparejado", "{} votos emparejados"),
    BallotOption.NOT_REPORTED: ("{} sin información", "{} sin información"),
}


def vote(vote, pattern):
    """Return how a vote went, that it is to come, or what nobody tells of it."""
    return sentence(
        pattern.format(
            body=said(vote.body.name, vote.body.jurisdiction.name),
            motion=vote.told_title(),
            of=of(vote) if vote.date else "",
            on=on(vote) if vote.date else "",
        )
    )


def ballots(option, count):
    """Return how many members voted so: “6 votos a favor”."""
    one, more = BALLOTS[option]
    return (one if count == 1 else more).format(count)
