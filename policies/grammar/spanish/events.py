"""What happened to a policy, in Spanish, after its title: nothing need agree."""

from policies.enums import EventKind
from policies.grammar.spanish.days import of, on, since

EVENTS = {
    EventKind.REPORTED: "{title}: se informó de su existencia {on}",
    EventKind.PROPOSED: "{title}: se propuso {on}",
    EventKind.UNDER_CONSIDERATION: "{title}: estaba en estudio {on}",
    EventKind.INTRODUCED: "{title}: se presentó ante un órgano {on}",
    EventKind.CONSIDERED: "{title}: se trató {on}",
    EventKind.COMMITTEE_REVIEW: "{title}: se revisó en comité {on}",
    EventKind.CONTINUED: "{title}: se pospuso {on}",
    EventKind.AMENDED: "{title}: se enmendó {on}",
    EventKind.APPROVED_BY_BODY: "{title}: se aprobó {on}",
    EventKind.ADOPTED: "{title}: se adoptó {on}",
    EventKind.REJECTED_BY_BODY: "{title}: se rechazó {on}",
    EventKind.WITHDRAWN: "{title}: se retiró {on}",
    EventKind.EXECUTIVE_SIGNED: "{title}: firma del poder ejecutivo {on}",
    EventKind.AGENCY_APPLIED: "{title}: se solicitó a ICE {on}",
    EventKind.ICE_PENDING_LISTED: (
        "{title}: en la lista de acuerdos pendientes de ICE {of}"
    ),
    EventKind.LEA_SIGNED: "{title}: firma de la parte local {on}",
    EventKind.ICE_SIGNED: "{title}: firma de ICE {on}",
    EventKind.MOA_POSTED: "{title}: se publicó el documento firmado {on}",
    EventKind.EFFECTIVE: "{title}: entró en vigor {on}",
    EventKind.LISTED_BY_ICE: "{title}: en la lista de ICE {of}",
    EventKind.TRAINING_COMPLETED: "{title}: terminó la capacitación {on}",
    EventKind.RENEWAL_PROPOSED: "{title}: se propuso su renovación {on}",
    EventKind.EXTENDED: "{title}: se prorrogó {on}",
    EventKind.SUSPENDED: "{title}: quedó en suspenso {on}",
    EventKind.RESUMED: "{title}: se reanudó {on}",
    EventKind.COURT_CHALLENGED: "{title}: se impugnó ante un tribunal {on}",
    EventKind.CLARIFICATION_SOUGHT: "{title}: se pidió una aclaración judicial {on}",
    EventKind.ENJOINED: "{title}: un tribunal suspendió su aplicación {on}",
    EventKind.EXPIRED: "{title}: venció {on}",
    EventKind.TERMINATED_BY_LEA: "{title}: la parte local le puso fin {on}",
    EventKind.TERMINATED_BY_ICE: "{title}: ICE le puso fin {on}",
    EventKind.RESCINDED: "{title}: se revocó {on}",
    EventKind.SUPERSEDED: "{title}: otra política ocupó su lugar {on}",
    EventKind.LAPSED: "{title}: dejó de regir {on}",
    EventKind.REAFFIRMED: "{title}: se reafirmó {on}",
    EventKind.DELISTED_BY_ICE: "{title}: ya no figura en la lista de ICE {since}",
    EventKind.RELISTED: "{title}: de nuevo en la lista de ICE {on}",
    EventKind.STATUS_DISPUTED: "{title}: su situación estaba en disputa {on}",
}


def event(event, title, pattern):
    """Return what happened, and when, or that no source gives the day."""
    text = pattern.format(
        title=title,
        of=of(event) if event.date else "",
        on=on(event) if event.date else "",
        since=since(event) if event.date else "",
    )
    return f"{text}." if event.date else f"{text}; ninguna fuente indica el día."
