"""Votes and policies are saved as entered, and odd ones are pointed out."""

from django.contrib.auth import get_user_model
from django.test import TestCase

from policies.enums import StatementKind
from policies.models import Policy, Statement, Vote
from tests.editing import rows, sent, url, words
from tests.factories import (
    OfficialFactory,
    OrganizationFactory,
    PolicyFactory,
    SourceFactory,
    StatementFactory,
    VoteFactory,
)

PUBLISH = {"action-publish": "1"}


class VoteTests(TestCase):
    """A council of nine, entered on one screen."""

    def setUp(self):
        self.client.force_login(get_user_model().objects.create_superuser("root"))

    def nine(self, option="yes"):
        members = [
            {"official": OfficialFactory().pk, "option": option} for _ in "12345678"
        ]
        return rows("ballots", *members, {"voter_name": "Espino", "option": "no"})

    def save(self, vote, **changes):
        address = url(Vote, "edit", vote.pk)
        return self.client.post(address, sent(vote, **changes), follow=True)

    def test_nine_members_are_saved_in_their_order(self):
        vote = VoteFactory()
        self.save(vote, **self.nine(), **PUBLISH)
        ballots = list(vote.ballots.all())
        assert [row.sort_order for row in ballots] == list(range(9))
        assert ballots[-1].name == "Espino"

    def test_totals_that_disagree_are_saved_and_pointed_out(self):
        vote = VoteFactory()
        response = self.save(vote, yes_count=9, no_count=1, **self.nine(), **PUBLISH)
        [warning] = [w for w in words(response) if "look again" in w]
        assert "“yes” is 9, but 8 members' votes say so" in warning
        vote.refresh_from_db()
        assert vote.yes_count == 9

    def test_totals_that_agree_are_not_pointed_out(self):
        response = self.save(VoteFactory(), yes_count=8, no_count=1, **self.nine())
        assert not [w for w in words(response) if "look again" in w]

    def test_name_that_votes_twice_is_pointed_out(self):
        official = OfficialFactory(given_name="Ada", family_name="Rivers").pk
        twice = [
            {"voter_name": "Espino", "option": "no"},
            {"voter_name": " ESPINO", "option": "yes"},
            {"voter_name": "ada  rivers", "option": "yes"},
            {"voter_name": "Dunn", "option": "yes"},
            {"official": official, "option": "yes"},
        ]
        response = self.save(VoteFactory(), **rows("ballots", *twice))
        doubts = [w for w in words(response) if "twice" in w]
        assert len(doubts) == 2
        assert "“ESPINO”" in doubts[0]
        assert "“ada  rivers”" in doubts[1]

    def test_vote_without_its_body_is_told_what_is_missing(self):
        blank = Vote(motion="To approve")
        response = self.client.post(url(Vote, "add"), sent(blank, body=""))
        assert response.context["form"].errors["body"]

    def test_no_input_hides_what_scripts_ask_of_the_form(self):
        """Autosave sends with `form.method`, which an input of that name hides."""
        form = self.client.get(url(Vote, "add")).context["form"]
        assert form["method"].html_name == "record_method"
        vote = VoteFactory(draft=True, method="voice", citation__field="result")
        self.save(vote, record_method="roll_call", **PUBLISH)
        vote.refresh_from_db()
        assert vote.method == "roll_call"


class PolicyTests(TestCase):
    """The history of a policy."""

    def setUp(self):
        self.client.force_login(get_user_model().objects.create_superuser("root"))

    def test_unusual_step_is_saved_and_pointed_out(self):
        policy = PolicyFactory(
            events=[("rejected_by_body", "2021-01-05"), ("extended", "2021-02-05")]
        )
        address = url(Policy, "edit", policy.pk)
        response = self.client.post(address, sent(policy) | PUBLISH, follow=True)
        [warning] = [w for w in words(response) if "look again" in w]
        assert "“Extended” is unusual" in warning
        assert "“Rejected”" in warning
        policy.refresh_from_db()
        assert policy.events.count() == 2

    def test_many_conflicting_policies_are_chosen_without_a_select(self):
        policy, other = PolicyFactory(), PolicyFactory(title="Other order")
        address = url(Policy, "edit", policy.pk)
        self.client.post(address, sent(policy, conflicts_with=[other.pk]) | PUBLISH)
        assert list(Policy.objects.get(pk=policy.pk).conflicts_with.all()) == [other]
        html = self.client.get(address).content.decode()
        assert "Other order" in html
        assert '<select name="conflicts_with"' not in html


class StatementTests(TestCase):
    """A letter of thirteen organizations."""

    def test_many_signatories_in_one_go(self):
        self.client.force_login(get_user_model().objects.create_superuser("root"))
        letter = StatementFactory(kind=StatementKind.LETTER)
        signed = [{"organization": OrganizationFactory().pk} for _ in range(13)]
        address = url(Statement, "edit", letter.pk)
        self.client.post(
            address, sent(letter, **rows("signatories", *signed)) | PUBLISH
        )
        assert letter.signatories.count() == 13

    def test_source_is_needed(self):
        self.client.force_login(get_user_model().objects.create_superuser("root"))
        letter = StatementFactory(citation=None, draft=True)
        address = url(Statement, "edit", letter.pk)
        assert self.client.post(address, sent(letter) | PUBLISH).status_code == 200
        cited = rows("citations", {"source": SourceFactory().pk, "bearing": "supports"})
        self.client.post(address, sent(letter, **cited) | PUBLISH)
        letter.refresh_from_db()
        assert letter.live


class DeskTests(TestCase):
    """The admin's first page."""

    def setUp(self):
        self.client.force_login(get_user_model().objects.create_superuser("root"))

    def test_past_vote_without_a_result_is_counted_there_once(self):
        VoteFactory(motion="To extend it", result="scheduled")
        VoteFactory(motion="To end it", result="passed")
        html = self.client.get("/admin/").content.decode()
        assert html.count("look=no_result") == 1
        response = self.client.get(url(Vote, "list"), {"look": "no_result"})
        assert [row.motion for row in response.context["object_list"]] == [
            "To extend it"
        ]

    def test_it_is_not_shown_when_nothing_waits(self):
        assert "look=no_result" not in self.client.get("/admin/").content.decode()
