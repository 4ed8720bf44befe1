"""Court cases."""

from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import DefinedChoices


class CaseClaim(DefinedChoices):
    """What a court case asks for."""

    DECLARATORY_JUDGMENT = (
        "declaratory_judgment",
        _("That the court say what the law is."),
        _("Declaratory judgment"),
    )
    INJUNCTION = "injunction", _("That the court stop something."), _("Injunction")
    DAMAGES = "damages", _("Money."), _("Damages")
    UNKNOWN = "unknown", _("No source says."), _("Not recorded")


class CaseStatus(DefinedChoices):
    """Where a court case stands, as its sources say."""

    SOUGHT = (
        "sought",
        _("A source says the court will be or was asked; no filing is reported."),
        _("Court asked, filing not reported"),
    )
    FILED = "filed", _("Filed."), _("Filed")
    MOTION_PENDING = "motion_pending", _("A motion is open."), _("Motion pending")
    ENJOINED = "enjoined", _("The court stopped the policy."), _("Enjoined")
    DISMISSED = "dismissed", _("Dismissed."), _("Dismissed")
    DECIDED = "decided", _("Decided."), _("Decided")
    APPEALED = "appealed", _("Appealed."), _("Appealed")
    SETTLED = "settled", _("Settled."), _("Settled")
    CLOSED = "closed", _("Closed."), _("Closed")
    UNKNOWN = "unknown", _("No source says."), _("Not recorded")


class PartyRole(DefinedChoices):
    """The side somebody takes in a court case."""

    PLAINTIFF = "plaintiff", _("Brings the case."), _("Plaintiff")
    DEFENDANT = "defendant", _("Answers the case."), _("Defendant")
    AMICUS = "amicus", _("Advises the court."), _("Friend of the court")
