"""Choices of intake. Each member: stored value, definition, label."""

from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import DefinedChoices


class SuggestionKind(DefinedChoices):
    """The kind of record a suggestion is for."""

    PLACE = "place", _("A place the article is about or names."), _("Place")
    AGENCY = "agency", _("A police force, a jail, an office."), _("Agency")
    BODY = "body", _("A body that votes."), _("Body")
    OFFICIAL = "official", _("A person in a public role."), _("Official")
    ORGANIZATION = "organization", _("A group with a position."), _("Organization")
    POLICY = "policy", _("An agreement or policy."), _("Agreement or policy")
    VOTE = "vote", _("A motion before one body."), _("Vote")
    STATEMENT = "statement", _("What somebody said or did."), _("Statement")
    LETTER = "letter", _("A letter with those who signed it."), _("Letter")
    CASE = "case", _("A court case."), _("Court case")
    LAW = "law", _("A law, or a bill before a legislature."), _("State law")
    DATE = "date", _("A date as the article gives it."), _("Date")
