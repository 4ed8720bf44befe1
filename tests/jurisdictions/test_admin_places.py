"""Places are entered under their state, and told apart wherever one is chosen."""

import json

from django.contrib.auth import get_user_model
from django.test import TestCase
from django.urls import reverse

from jurisdictions.enums import Level
from jurisdictions.models import Jurisdiction, Organization
from tests.editing import sent, url
from tests.factories import (
    CountyFactory,
    OfficialFactory,
    OrganizationAliasFactory,
    PlaceAliasFactory,
    PlaceFactory,
    StateFactory,
    TermFactory,
)

PUBLISH = {"action-publish": "1"}


def chooser(model, name):
    """Return the address of a part of a kind's chooser."""
    return reverse(model.snippet_viewset.chooser_viewset.get_url_name(name))


class PlaceTests(TestCase):
    """Two Birminghams, their states and their counties."""

    def setUp(self):
        self.client.force_login(get_user_model().objects.create_superuser("root"))

    def found(self, model, words):
        response = self.client.get(chooser(model, "choose_results"), {"q": words})
        return [row.autocomplete_label() for row in response.context["results"]]

    def test_draft_without_a_level_is_refused_in_words(self):
        new = Jurisdiction(name="Birmingham")
        response = self.client.post(url(Jurisdiction, "add"), sent(new))
        [refused] = response.context["form"].non_field_errors()
        assert "A place lies in a state" in refused

    def test_state_is_chosen_by_name_and_kept_by_postal_code(self):
        StateFactory(usps="PA")
        StateFactory(usps="AL")
        form = self.client.get(url(Jurisdiction, "add")).context["form"]
        html = str(form["state"])
        assert html.index("Alabama") < html.index("Pennsylvania")
        place = Jurisdiction(name="Reading", level=Level.MUNICIPALITY)
        self.client.post(url(Jurisdiction, "add"), sent(place, state="PA") | PUBLISH)
        assert Jurisdiction.objects.get(name="Reading").state.name == "Pennsylvania"

    def test_draft_of_a_place_may_move_it_to_another_state(self):
        StateFactory(usps="PA")
        place = PlaceFactory(name="Reading", state=StateFactory(usps="AL"))
        address = url(Jurisdiction, "edit", place.pk)
        self.client.post(address, sent(place, state="PA"))
        place.refresh_from_db()
        assert place.state_id == "AL"
        draft = place.get_latest_revision_as_object()
        assert draft.state_id == "PA"
        why = {"change_kind": "correction", "change_reason": "The wrong Reading"}
        self.client.post(address, sent(draft) | PUBLISH | why)
        place.refresh_from_db()
        assert place.state_id == "PA"

    def test_only_states_can_be_the_state(self):
        place, county = PlaceFactory(), CountyFactory()
        html = self.client.get(url(Jurisdiction, "edit", place.pk)).content.decode()
        assert f'<option value="{place.state_id}" selected>' in html
        assert f">{county.full_name}</option>" not in html

    def test_counties_are_chosen_without_a_select_and_checked(self):
        place, county = PlaceFactory(), CountyFactory()
        far = CountyFactory(state=StateFactory(usps="GA"))
        address = url(Jurisdiction, "edit", place.pk)
        self.client.post(address, sent(place, counties=[county.pk]) | PUBLISH)
        assert list(Jurisdiction.objects.get(pk=place.pk).counties.all()) == [county]
        response = self.client.post(address, sent(place, counties=[far.pk]) | PUBLISH)
        assert response.context["form"].errors["counties"]
        response = self.client.post(address, sent(place, counties=["x"]) | PUBLISH)
        assert response.status_code == 200

    def test_chooser_tells_namesakes_apart(self):
        PlaceFactory(name="Birmingham", state=StateFactory(usps="AL"))
        PlaceFactory(name="Birmingham", state=StateFactory(usps="PA"))
        assert self.found(Jurisdiction, "birmingham") == [
            "Birmingham, Alabama (City or town)",
            "Birmingham, Pennsylvania (City or town)",
        ]
        assert len(self.found(Jurisdiction, "birmingham pa")) == 1
        assert len(self.found(Jurisdiction, "BIRMINGHAM, Alabama")) == 1

    def test_chooser_finds_aliases_and_abbreviations(self):
        alias = PlaceAliasFactory(name="Magic City", jurisdiction__name="Birmingham")
        alias.jurisdiction.save()
        assert len(self.found(Jurisdiction, "magic")) == 1
        short = OrganizationAliasFactory(name="ACIJ", organization__name="Coalition")
        short.organization.save()
        assert self.found(Organization, "acij") == ["Coalition · ACIJ"]

    def test_chooser_finds_an_official_by_office(self):
        official = OfficialFactory(given_name="Randall", family_name="Woodfin")
        TermFactory(official=official, jurisdiction__name="Birmingham")
        official.save()
        assert self.found(type(official), "mayor birmingham") == [
            "Randall Woodfin (Mayor, Birmingham, Alabama)"
        ]

    def test_record_made_inside_a_chooser_is_a_draft(self):
        values = {"name": "Neighbors", "kind": "advocacy"}
        response = self.client.post(chooser(Organization, "create"), values)
        made = Organization.objects.get()
        assert json.loads(response.content)["result"]["id"] == str(made.pk)
        assert not made.live
        assert made.latest_revision
