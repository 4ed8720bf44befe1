"""A filed article's drafts: handed to a second reader, or made public, all at once."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from config.editing.support import support_needed
from jurisdictions.models import RecordVersion
from news.changes.writing import together
from news.enums import IntakeState
from news.filing.kinds import CARDS
from news.models import Card, Intake, Merge
from news.models.review import may_publish


class NotPublished(Exception):
    """A filed article of which nothing was published; `refusals` say why."""

    def __init__(self, refusals):
        super().__init__(" ".join(refusals))
        self.refusals = refusals


def drafts_of(intake):
    """Return the records of an article that wait to be public, in their order.

    That is its outlet and its source, then what its cards made or added to.
    """
    kinds = list(CARDS)
    cards = Card.objects.of(intake).accepted().select_related("made_type")
    made = [card for card in cards if card.made is not None]
    made.sort(key=lambda card: (kinds.index(card.kind), card.sort_order))
    source = intake.source
    # What was folded into another stays out of sight; the other has what it told.
    records = [
        *(source.outlet, source),
        *(Merge.objects.kept_for(card.made) for card in made),
    ]
    once = dict.fromkeys(record for record in records if record is not None)
    return [row for row in once if not row.live or row.has_unpublished_changes]


@transaction.atomic
def hand_on(intake, user):
    """Send the drafts of a filed article to a second reader, and return them."""
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    records = drafts_of(intake) if intake.state == IntakeState.FILED else []
    for record in records:
        workflow = record.get_workflow()
        if workflow is not None and not record.workflow_in_progress:
            workflow.start(record, user)
    return records


def refusals_of(intake, user):
    """Return why somebody may not publish a filed article, in words; none: they may.

    What a draft of the article itself still lacks is published before it.
    """
    drafts = drafts_of(intake)
    rights = [policy_registry.get_by_type(type(record)) for record in drafts]
    if not all(right.user_has_permission(user, "publish") for right in rights):
        return [_("You may not publish.")]
    alone = [record for record in drafts if not may_publish(record, user)]
    if alone:
        words = _("Nobody but you has had a hand in it: somebody else publishes it.")
        return [words]
    above = (
        other
        for record in drafts
        for other in record.drafts_above()
        if other not in drafts
    )
    words = _("“%s” is a draft: publish it first.")
    return [words % other for other in dict.fromkeys(above)]


@transaction.atomic
def publish(intake, user):
    """Publish all that an article tells, in one go, and return the records.

    :raises NotPublished: if anything of it may not be; nothing is published then.
    """
    RecordVersion.bump()  # whoever else writes to the record waits from here on
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    if intake.state != IntakeState.FILED:
        raise NotPublished([_("The article is not filed, or is public already.")])
    if refusals := refusals_of(intake, user):
        raise NotPublished(refusals)
    records = drafts_of(intake)
    with together():
        for record in records:
            # As it now is: what was published before it may have moved its days.
            fresh = type(record).objects.get(pk=record.pk)
            if needed := support_needed(fresh):
                raise NotPublished(needed)
            state = fresh.current_workflow_state
            if state is not None and state.current_task_state is not None:
                state.current_task_state.approve(user=user)
            else:
                fresh.latest_revision.publish(user=user)
    intake.state = IntakeState.DONE
    intake.save()
    return records
