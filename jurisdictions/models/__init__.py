from jurisdictions.models.agency import Agency, AgencyAlias
from jurisdictions.models.bilingual import Bilingual
from jurisdictions.models.body import Body
from jurisdictions.models.dates import Dated
from jurisdictions.models.jurisdiction import Jurisdiction, JurisdictionAlias
from jurisdictions.models.official import Official, Term
from jurisdictions.models.organization import Organization, OrganizationAlias
from jurisdictions.models.record import Record, led_on
from jurisdictions.models.record_queries import RecordQuerySet, public, reported
from jurisdictions.models.version import RecordVersion
from jurisdictions.models.words import NearSpelling, RecordWords

__all__ = [
    "Agency",
    "AgencyAlias",
    "Bilingual",
    "Body",
    "Dated",
    "Jurisdiction",
    "JurisdictionAlias",
    "NearSpelling",
    "Official",
    "Organization",
    "OrganizationAlias",
    "Record",
    "RecordQuerySet",
    "RecordVersion",
    "RecordWords",
    "Term",
    "led_on",
    "public",
    "reported",
]
