"""The social cards of policies, votes and statements."""

from django.utils.translation import gettext as _

from config.sharing.cards import Card, CardFace
from policies.standings import Standing
from policies.views.records import PolicyDetail, StatementDetail, VoteDetail

# So many squares fit one line; of a larger body the numbers tell.
MOST_SQUARES = 25


class PolicyCard(CardFace, PolicyDetail):
    """The card of a policy: where it stands."""

    def card(self, context):
        """Return what the card says."""
        policy = context["policy"]
        return Card(
            title=policy.told_title().plain,
            path=policy.get_absolute_url(),
            as_of=context["as_of"],
            over=policy.jurisdiction.full_name,
            sentence=context["opening"][0].words,
            tags=(Standing(policy, context["status"]).tag,),
        )


class VoteCard(CardFace, VoteDetail):
    """The card of a vote: how it ended, one square a member where that is known."""

    def card(self, context):
        """Return what the card says."""
        vote = context["vote"]
        squares = [
            group.option.value
            for group in context["roll"].groups
            for _member in range(group.count)
        ]
        return Card(
            title=vote.told_title().plain,
            path=vote.get_absolute_url(),
            as_of=context["as_of"],
            over=vote.body.jurisdiction.full_name,
            sentence=context["opening"][0].words,
            squares=tuple(squares) if len(squares) <= MOST_SQUARES else (),
            more=context["roll"].counts,
        )


class StatementCard(CardFace, StatementDetail):
    """The card of a statement: who said what, in short, and with what position."""

    def card(self, context):
        """Return what the card says."""
        statement = context["statement"]
        said = (
            [str(statement.get_stance_display())] if statement.stance != "none" else []
        )
        said += [_("Allegation")] if statement.is_allegation else []
        return Card(
            title=statement.told_title().plain,
            path=statement.get_absolute_url(),
            as_of=context["as_of"],
            over=" · ".join(
                [statement.jurisdiction.full_name, *statement.speaker_names()]
            ),
            sentence=statement.told("summary").plain,
            more=" · ".join(said),
        )
