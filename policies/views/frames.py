"""Policies and votes in a frame on another site."""

from config.sharing.frames import FrameFace
from policies.standings import Standing
from policies.views.records import PolicyDetail, VoteDetail


class PolicyFrame(FrameFace, PolicyDetail):
    """One agreement or policy: where it stands, and its newest vote."""

    def lines(self, context):
        """Return what the frame prints."""
        policy = context["policy"]
        return {
            "title": policy.told_title(),
            "address": policy.get_absolute_url(),
            "where": policy.jurisdiction.full_name,
            "told": context["opening"][:1],
            "tags": [Standing(policy, context["status"])],
            "more": "",
            "newest_vote": next(iter(context["votes"]), None),
            "squares": None,
            "checked": policy.last_checked_on,
        }


class VoteFrame(FrameFace, VoteDetail):
    """One vote: how it ended, one square a member where that is known."""

    def lines(self, context):
        """Return what the frame prints."""
        vote = context["vote"]
        return {
            "title": vote.told_title(),
            "address": vote.get_absolute_url(),
            "where": vote.body.jurisdiction.full_name,
            "told": context["opening"],
            "tags": [],
            "more": "",
            "newest_vote": None,
            "squares": context["roll"] if context["roll"].groups else None,
            "checked": vote.last_checked_on,
        }
