"""ICE's lists on the editors' screens: taken, decided on, read a second time."""

from datetime import date
from io import BytesIO
from unittest.mock import patch

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import OperationalError, connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.enums import SourceKind
from policies.enums import EventKind, RosterChangeKind, RosterDecision
from policies.models import Policy, Roster, RosterChange
from policies.viewsets.rosters import changes as screen
from policies.viewsets.rosters.sections import Narrowing, Outlined, Scope, paged, told
from tests.editing import words
from tests.factories import (
    AgencyFactory,
    CountyFactory,
    PlaceFactory,
    RosterChangeFactory,
    RosterEntryFactory,
    RosterFactory,
    RosterRowFactory,
    SourceFactory,
    StateFactory,
)
from tests.workbooks import signed, workbook

NEW, EDITED, GONE = RosterChangeKind.NEW, RosterChangeKind.EDITED, RosterChangeKind.GONE


def member(name, group):
    """Return an account of one of the groups."""
    user = get_user_model().objects.create_user(name)
    user.groups.add(Group.objects.get(name=group))
    return user


def a_list(day=date(2026, 1, 5), **kwargs):
    """Return a list whose source is ICE's and of its day."""
    source = SourceFactory(kind=SourceKind.ICE_LIST, date=day, outlet=None, byline="")
    return RosterFactory(published_on=day, source=source, **kwargs)


def a_change(roster, name="Spring County Sheriff's Office", **kwargs):
    """Return an open change of a list about a row of its own, matched to a county."""
    state = kwargs.pop("state", "AL")
    place = kwargs.pop("place", None)
    cells = {"state": state, "agency_name": name, "model": "tfm"}
    cells["signed_on"] = date(2025, 12, 1)
    details = {"printed": {"STATE": "ALABAMA", "LAW ENFORCEMENT AGENCY": name}}
    row = RosterRowFactory(roster=roster, **cells, **details)
    found = {"jurisdiction": place, "matched_by": "county_name" if place else ""}
    doubts = [] if place else ["place_unknown"]
    entry = RosterEntryFactory(first_roster=roster, doubts=doubts, **cells, **found)
    kwargs.setdefault("certain", bool(place))
    return RosterChangeFactory(
        roster=roster, row=row, entry=entry, state=state, **kwargs
    )


def url(name, *args):
    """Return the address of one of the screens."""
    return reverse(f"rosters:{name}", args=args)


class RosterTests(TestCase):
    """An editor, two second readers, and somebody without a group."""

    @classmethod
    def setUpTestData(cls):
        cls.editor = member("editor", "Editors")
        cls.reader = member("reader", "Second readers")
        cls.state = StateFactory(usps="AL")
        cls.place = CountyFactory(state=cls.state, name="Spring County")

    def setUp(self):
        self.client.force_login(self.editor)

    def text(self, address, **query):
        response = self.client.get(address, query)
        assert response.status_code == 200
        return " ".join(response.content.decode().split())

    def post(self, address, **data):
        data = {k: str(v) if isinstance(v, Scope) else v for k, v in data.items()}
        return self.client.post(address, data, follow=True)


class UploadTests(RosterTests):
    """A workbook is taken as a whole, or refused in words."""

    rows = (
        signed("Spring County Sheriff's Office", date(2025, 12, 1), county="Spring"),
        signed("Faraway University", date(2025, 12, 2), kind="Municipality"),
    )

    def upload(self, data, name="participatingAgencies01052026am.xlsx", **more):
        file = BytesIO(data)
        file.name = name
        return self.post(url("upload"), file=file, **more)

    def test_list_is_taken_and_its_changes_shown(self):
        assert "We hold none of ICE's lists yet" in " ".join([self.text(url("index"))])
        response = self.upload(workbook(self.rows))
        roster = Roster.objects.get()
        assert response.redirect_chain[-1][0] == url("changes", roster.pk)
        assert "with 2 rows and 2 changes to decide" in words(response)[0]
        listed = self.text(url("index"))
        assert "Participating, 2026-01-05" in listed
        assert "newest" in listed
        assert "2 changes to decide · 0 decided" in listed

    def test_same_file_again_leads_to_the_list_held(self):
        data = workbook(self.rows)
        self.upload(data)
        response = self.upload(data, url="https://ice.example/a.xlsx")
        assert Roster.objects.count() == 1
        assert response.context["form"].errors["file"]
        assert url("changes", Roster.objects.get().pk) in "".join(words(response))
        assert 'value="https://ice.example/a.xlsx"' in response.content.decode()

    def test_what_is_no_list_is_refused_in_words(self):
        for data, name, says in (
            (b"PK\x03\x04 no archive", "participatingAgencies01052026.xlsx", "damaged"),
            (b"<html>", "participatingAgencies01052026.xlsx", "web page"),
            (workbook(self.rows), "list.txt", "not allowed"),
        ):
            response = self.upload(data, name)
            [error] = response.context["form"].errors["file"]
            assert response.status_code == 200
            assert says in error or "archive" in error, error
        assert not Roster.objects.exists()

    def test_file_too_large_is_refused_unread(self):
        with (
            patch("policies.viewsets.rosters.uploading.BYTES", 10),
            patch("policies.viewsets.rosters.uploading.take_list") as take,
        ):
            response = self.upload(workbook(self.rows))
        assert "larger than" in response.context["form"].errors["file"][0]
        take.assert_not_called()

    def test_whole_way_from_the_file_to_the_public_page(self):
        self.upload(workbook(self.rows))
        roster = Roster.objects.get()
        address = url("changes", roster.pk)
        response = self.post(address, accept=Scope(NEW, count=2))
        assert words(response)[0] == "1 accepted."
        assert "Choose its place first. (1: Faraway University)" in words(response)[1]
        self.client.force_login(self.reader)
        reading = url("reading", roster.pk)
        assert f"{EventKind.ICE_SIGNED.label}: Dec 1, 2025" in self.text(reading)
        response = self.post(reading)
        assert words(response) == ["2 published."]
        assert Policy.objects.get().live
        assert "Nothing waits for a second reader" in response.content.decode()


class ChangesTests(RosterTests):
    """What changed, and deciding it."""

    def test_sections_groups_and_why(self):
        before, roster = a_list(), a_list(date(2026, 1, 12))
        a_change(roster, place=self.place)
        a_change(roster, "Faraway University")
        gone = RosterRowFactory(roster=before, agency_name="Gone Police Department")
        entry = RosterEntryFactory(first_roster=before)
        RosterChangeFactory(
            roster=roster, kind=GONE, state="AL", before=gone, entry=entry
        )
        a_change(
            roster,
            "Edited Police",
            place=self.place,
            kind=EDITED,
            details={"signed_on": ["2025-12-02", "2025-12-01"]},
        )
        text = self.text(url("changes", roster.pk))
        assert "Participating, 2026-01-12 against 2026-01-05" in text
        order = ("section-new", "section-edited", "section-gone")
        places = [text.index(f'id="{name}"') for name in order]
        assert places == sorted(places)
        assert "(Name of a county)" in text
        assert "No place fits." in text
        assert "<del>Dec 2, 2025</del> → <ins>Dec 1, 2025</ins>" in text
        assert f"row {gone.number} of the list of 2026-01-05" in text
        assert "never that it ended" in text
        assert "New: accept the 1 certain one" in text

    def test_list_is_narrowed(self):
        roster = a_list()
        StateFactory(usps="GA")
        a_change(roster, place=self.place)
        a_change(roster, "Faraway University")
        a_change(roster, "Peach Police", state="GA")
        shown = {
            "Faraway University": {"certain": "no", "state": "AL"},
            "Peach Police": {"q": "peach"},
            "Spring County Sheriff": {"certain": "yes", "section": "new"},
        }
        for name, query in shown.items():
            text = self.text(url("changes", roster.pk), **query)
            assert [other for other in shown if other in text] == [name], query
        for query in ({"state": "ZZ"}, {"section": "x"}, {"p": "x"}, {"q": "%"}):
            assert self.text(url("changes", roster.pk), **query)
        nothing = self.text(url("changes", roster.pk), state="ZZ")
        assert "Select a valid choice" in nothing
        assert "0 changes shown" in nothing

    def test_ticked_are_accepted_and_the_rest_stays(self):
        roster = a_list()
        mine, other = a_change(roster, place=self.place), a_change(roster, "Other PD")
        address = url("changes", roster.pk)
        response = self.post(address, accept="ticked", change=[mine.pk])
        assert words(response) == ["1 accepted."]
        assert response.redirect_chain == [(address, 302)]
        mine.refresh_from_db()
        other.refresh_from_db()
        assert mine.decision == RosterDecision.ACCEPTED
        assert mine.decided_by == self.editor
        assert other.decision == RosterDecision.OPEN
        assert words(self.post(address, accept="ticked")) == ["Nothing is ticked."]

    def test_stale_form_is_told_and_nothing_is_doubled(self):
        roster = a_list()
        change = a_change(roster, place=self.place)
        address = url("changes", roster.pk)
        for data in (
            {"accept": "ticked", "change": [change.pk]},
            {"accept": str(Scope(NEW, "AL", count=1))},
        ):
            self.post(address, **data)
            response = self.post(address, **data)
            assert words(response) == ["1 had been decided meanwhile, and stays so."]
        assert Policy.objects.count() == 1

    def test_button_decides_no_more_than_it_said(self):
        roster = a_list()
        a_change(roster, place=self.place)
        a_change(roster, place=self.place)
        response = self.post(url("changes", roster.pk), leave_out=Scope(NEW, count=1))
        assert "more has come up since" in words(response)[0]
        assert roster.changes.waiting().count() == 2

    def test_what_was_left_out_can_be_put_back(self):
        roster = a_list()
        change = a_change(roster)
        address = url("changes", roster.pk)
        response = self.post(address, leave_out=Scope(NEW, "AL", count=1))
        assert words(response) == ["1 left out."]
        assert "Every change of this list is decided" in response.content.decode()
        assert "Put back what is ticked" in self.text(address, decision="refused")
        response = self.post(address, put_back="ticked", change=[change.pk])
        assert words(response) == ["1 put back."]
        assert roster.changes.waiting().count() == 1

    def test_large_list_is_accepted_in_parts(self):
        roster = a_list()
        for number in range(3):
            a_change(roster, f"Spring {number} Sheriff", place=self.place)
        with patch.object(screen, "AT_ONCE", 2):
            address = url("changes", roster.pk)
            response = self.post(address, accept=Scope(certain=True, count=3))
        assert words(response) == [
            "2 accepted.",
            "1 more of them is to decide: press the button again.",
        ]

    def test_decision_that_another_holds_up_is_told(self):
        roster = a_list()
        a_change(roster, place=self.place)
        with patch.object(screen, "accept", side_effect=OperationalError):
            address = url("changes", roster.pk)
            response = self.post(address, accept=Scope(NEW, count=1))
        assert "Nothing was decided" in words(response)[0]

    def test_what_no_button_sends_is_refused(self):
        roster, other = a_list(), a_list(date(2026, 1, 12))
        change = a_change(other)
        address = url("changes", roster.pk)
        for value in ("", "x", "x|*|all|1", "new|*|every|1", "new|*|all|x"):
            assert self.client.post(address, {"accept": value}).status_code == 400
        assert self.client.post(address, {}).status_code == 400
        for junk in (change.pk, 0, "x", "9" * 30):
            data = {"accept": "ticked", "change": [junk]}
            assert self.client.post(address, data).status_code == 404

    def test_page_asks_no_more_for_more_rows(self):
        roster = a_list()
        agency = AgencyFactory(jurisdiction=self.place)

        def grow(count):
            for number in range(count):
                change = a_change(roster, f"Row {number}", place=self.place)
                change.entry.agency = agency
                change.entry.save()

        def queries():
            with CaptureQueriesContext(connection) as asked:
                self.text(url("changes", roster.pk))
            return len(asked)

        grow(2)
        queries()
        few = queries()
        grow(5)
        assert queries() == few


class SpellingTests(RosterTests):
    """One decision for all rows that print a spelling."""

    def setUp(self):
        super().setUp()
        self.roster = a_list()
        details = {"of": "state", "printed": "ALABAMMA", "meaning": "AL", "rows": 1}
        self.spelling = RosterChange.objects.create(
            roster=self.roster, kind=RosterChangeKind.SYSTEMATIC, details=details
        )
        self.change = a_change(self.roster, place=self.place)
        self.change.row.printed["STATE"] = "ALABAMMA "
        self.change.row.save()

    def test_rows_wait_for_it_and_then_do_not(self):
        address = url("changes", self.roster.pk)
        text = self.text(address)
        assert "spelled “ALABAMMA” in 1 row. Treat it as Alabama?" in text
        assert "Waits for the decision on its spelling" in text
        own = url("spelling", self.roster.pk, self.spelling.pk)
        assert "Spring County Sheriff" in self.text(own)
        response = self.post(own, means="same")
        assert words(response) == ["“ALABAMMA” means Alabama, on every list."]
        assert "Waits for the decision" not in self.text(address)
        assert "decided" in words(self.post(own, means="different"))[0]

    def test_other_answers_are_refused(self):
        own = url("spelling", self.roster.pk, self.spelling.pk)
        assert self.client.post(own, {"means": "x"}).status_code == 400
        missing = url("spelling", self.roster.pk, self.change.pk)
        assert self.client.get(missing).status_code == 404


class MatchTests(RosterTests):
    """Saying which place or agency a row is about."""

    def test_place_is_chosen_and_remembered(self):
        roster = a_list()
        change = a_change(roster, "Fairhope Police Department")
        town = PlaceFactory(state=self.state, name="Fairhope")
        PlaceFactory(state=StateFactory(usps="GA"), name="Fairhope")
        address = url("match", roster.pk, change.pk)
        text = self.text(address)
        assert text.count('name="place"') == 1
        back = f"{url('changes', roster.pk)}?state=AL"
        response = self.post(address, place=town.pk, next=back)
        assert response.redirect_chain[-1][0] == back
        assert "matched to Fairhope, Alabama" in words(response)[0]
        change.refresh_from_db()
        assert change.entry.jurisdiction == town
        assert change.certain

    def test_place_of_another_state_and_junk_are_refused(self):
        roster = a_list()
        change = a_change(roster)
        far = PlaceFactory(state=StateFactory(usps="GA"))
        address = url("match", roster.pk, change.pk)
        assert "not in the state" in words(self.post(address, place=far.pk))[0]
        assert words(self.post(address)) == ["Nothing is chosen."]
        for data in ({"place": "x"}, {"agency": "9" * 30}, {"agency": "0"}):
            assert self.client.post(address, data).status_code == 404
        response = self.post(address, place=self.place.pk, next="https://evil.example")
        assert response.redirect_chain[-1][0] == url("changes", roster.pk)


class ReadingTests(RosterTests):
    """Two people stand behind what is taken over from a list, too."""

    def accepted_by(self, user):
        roster = a_list()
        change = a_change(roster, place=self.place)
        self.client.force_login(user)
        self.post(url("changes", roster.pk), accept="ticked", change=[change.pk])
        return roster

    def test_nobody_publishes_what_they_alone_accepted(self):
        roster = self.accepted_by(self.reader)
        reading = url("reading", roster.pk)
        assert "2 of those below were accepted by you" in self.text(reading)
        told = words(self.post(reading))
        assert any("Nobody but you has had a hand in it" in one for one in told)
        assert not Policy.objects.get().live

    def test_reading_is_told_by_state_and_on_the_desk(self):
        roster = self.accepted_by(self.editor)
        assert "Second reading" not in self.text(reverse("wagtailadmin_home"))
        a_change(roster)
        desk = self.text(reverse("wagtailadmin_home"))
        assert "1 change waits for a decision" in desk
        self.client.force_login(self.reader)
        assert "2 drafts wait to be published" in self.text(
            reverse("wagtailadmin_home")
        )
        text = self.text(url("reading_of_all"), state="AL")
        assert "Alabama (2)" in text
        assert "287(g) agreement, Task Force Model" in text
        response = self.client.get(url("reading_of_all"), {"state": "ZZ"})
        assert response.status_code == 404


class RightsTests(RosterTests):
    """Who may open and who may decide."""

    def test_each_screen_asks_for_its_right(self):
        roster = a_list()
        change = a_change(roster, place=self.place)
        screens = {
            url("index"): (200, 200, 302),
            url("upload"): (200, 200, 302),
            url("changes", roster.pk): (200, 200, 302),
            url("match", roster.pk, change.pk): (200, 200, 302),
            url("reading", roster.pk): (302, 200, 302),
            url("reading_of_all"): (302, 200, 302),
        }
        nobody = get_user_model().objects.create_user("nobody")
        for number, user in enumerate((self.editor, self.reader, nobody)):
            self.client.force_login(user)
            for address, codes in screens.items():
                assert self.client.get(address).status_code == codes[number], address
        assert self.client.post(url("reading", roster.pk)).status_code == 302

    def test_who_may_only_look_decides_nothing(self):
        roster = a_list()
        change = a_change(roster, place=self.place)
        looker = member("looker", "Editors")
        rights = Group.objects.get(name="Editors").permissions
        rights.remove(*rights.filter(codename__in=["change_roster", "add_roster"]))
        self.client.force_login(looker)
        address = url("changes", roster.pk)
        text = self.text(address)
        assert 'name="accept"' not in text
        self.client.post(address, {"accept": "ticked", "change": [change.pk]})
        assert roster.changes.waiting().exists()
        assert "ICE lists" in self.text(reverse("wagtailadmin_home"))

    def test_missing_list_is_not_found(self):
        for name in ("changes", "reading"):
            self.client.force_login(self.reader)
            assert self.client.get(url(name, 0)).status_code == 404
            assert self.client.get(url(name, 9 * 10**30)).status_code == 404


class SectionTests(TestCase):
    """Sorting changes, without a database."""

    def outlined(self, pk, kind=NEW, state="AL", decision="open", **kwargs):
        return Outlined(pk, str(kind), state, decision, True, **kwargs)

    def test_group_button_is_about_the_group_and_not_the_page(self):
        shown = [self.outlined(pk) for pk in range(5)]
        [section] = paged(shown, shown[:2])
        [group] = section.groups
        assert len(group.rows) == 2
        assert group.scope.count == 5
        assert Scope.read(str(group.scope)) == group.scope

    def test_edits_are_grouped_by_their_cells(self):
        shown = [
            self.outlined(1, EDITED, cells=("moa_url",)),
            self.outlined(2, EDITED, "GA", cells=("moa_url",)),
            self.outlined(3, EDITED, cells=("county_name",)),
        ]
        [section] = paged(*[sorted(shown, key=lambda one: one.place)] * 2)
        assert [(g.group, len(g.rows)) for g in section.groups] == [
            ("county_name", 1),
            ("moa_url", 2),
        ]

    def test_row_of_no_state_has_a_group_of_its_own(self):
        shown = [self.outlined(1, state=""), self.outlined(2)]
        scope = Scope.read(str(Scope("new", "", count=1)))
        assert [change.pk for change in scope.of(shown)] == [1]

    def test_summary_counts_what_became_of_each(self):
        shown = [self.outlined(1), self.outlined(2, decision="accepted")]
        [section] = told(shown)
        assert (section.open, section.accepted, section.left_out) == (1, 1, 0)
        assert [one.pk for one in shown if Narrowing(decision="open").fits(one)] == [1]
