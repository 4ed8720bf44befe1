"""What editors answered before a change was public; kept in the record's log.

The log is the only place that outlives the drafts: an answer given when a draft is
submitted is read when somebody else approves it.
"""

from uuid import uuid4

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

# What the admin's own log calls them.
SUPPORTED = "record.supported"
REASON = "record.reason"
# That the reason waits no longer: what it explains is public.
TOLD = "record.reason_told"

# Why a record changes: it was wrong, it has changed since, or only the words are other.
CORRECTION, DEVELOPMENT, WORDING = "correction", "development", "wording"


def keep_supported(record, user, answers):
    """Keep that sources still support what was edited: {key: (label, was, now)}."""
    told = [
        {"key": key, "label": label, "was": was, "now": now}
        for key, (label, was, now) in answers.items()
    ]
    _keep(record, SUPPORTED, user, {"edits": told})


def supported(record):
    """Return the keys of the edits of which an editor said that sources support them.

    Said of one value after another, so an answer never holds for another edit.
    """
    kept = _kept(record, SUPPORTED).values_list("data", flat=True)
    return {edit["key"] for data in kept for edit in data["edits"]}


def keep_reason(record, user, reason):
    """Keep why a record changes until the change is public."""
    _keep(record, REASON, user, reason)


def waiting_reason(record):
    """Return why a record is to change, as kept, or None if nothing waits."""
    last = _kept(record, REASON, TOLD).order_by("-timestamp", "-pk").first()
    return last.data if last and last.action == REASON else None


def reason_told(record, user=None):
    """Keep that a reason waits no longer: what it explained is public or undone."""
    _keep(record, TOLD, user, {})


def _kept(record, *actions):
    return ModelLogEntry.objects.for_instance(record).filter(action__in=actions)


def _keep(record, action, user, data):
    # An id of its own: of one id the admin's history shows the last entry alone.
    log(record, action, user=user, data=data, uuid=uuid4())
