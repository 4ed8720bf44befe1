"""Names of agencies as ICE prints them, remembered for the lists to come."""

from jurisdictions.models import AgencyAlias, RecordVersion
from jurisdictions.models.words import index_all
from policies.roster.deciding.drafts import in_memory


def remember_name(agency, name, first=None, last=None):
    """Keep a name of an agency, and the days of the first and last list with it.

    The name counts at once, also for an agency with a draft: it then stands in the
    draft too, which would remove it when published.
    """
    if not name or name == agency.name:
        return
    alias, made = AgencyAlias.objects.get_or_create(
        agency=agency,
        name=name,
        defaults={"first_seen_on": first, "last_seen_on": last},
    )
    if not made:
        widen(alias, first, last)
    agency.aliases.add(alias)
    agency.derive_fields()
    type(agency).objects.filter(pk=agency.pk).update(lookup=agency.lookup)
    index_all([agency])
    RecordVersion.bump()
    draft = agency.latest_revision if agency.has_unpublished_changes else None
    if draft:
        version = draft.as_object()
        in_memory(version)
        if all(known.name != name for known in version.aliases.all()):
            version.aliases.add(alias)
            draft.content = version.serializable_data()
            draft.save(update_fields=["content"])


def widen(alias, first, last):
    """Let the days on which a name was seen reach from one list to another."""
    seen = [alias.first_seen_on, alias.last_seen_on, first, last]
    days = [day for day in seen if day]
    if days:
        alias.first_seen_on = min(days) if first or alias.first_seen_on else None
        alias.last_seen_on = max(days) if last or alias.last_seen_on else None
        alias.save()
