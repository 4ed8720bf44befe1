"""A record needs a source to be published, and none to be saved as a draft."""

import html

from django.contrib.auth import get_user_model
from django.test import TestCase

from news.models import Source
from policies.models import Policy
from tests.editing import counted, rows, sent, url, words
from tests.factories import (
    CitationFactory,
    PlaceFactory,
    PolicyEventFactory,
    PolicyFactory,
    SourceFactory,
)

PUBLISH = {"action-publish": "1"}


class CitationTests(TestCase):
    """An agreement entered, cited, published, changed and compared."""

    @classmethod
    def setUpTestData(cls):
        cls.place = PlaceFactory(name="Birmingham")
        cls.source = SourceFactory()

    def setUp(self):
        self.client.force_login(superuser())

    def blank(self, **changes):
        policy = Policy(
            jurisdiction=self.place,
            title="Customs officers",
            type="hsi_customs_designation",
            direction="adds",
        )
        return sent(policy, **changes)

    def add(self, **changes):
        address = url(Policy, "add")
        return self.client.post(address, self.blank(**changes), follow=True)

    def cited(self, prefix="citations", **values):
        return rows(prefix, {"source": self.source.pk, "bearing": "supports"} | values)

    def event(self, **below):
        values = {"kind": "effective", "date_precision": "day", "date": "2021-12-07"}
        values["date_certainty"] = "stated"
        return rows("events", values) | (below or counted("events-0-citations", 0))

    def test_draft_needs_no_source(self):
        self.add()
        assert not Policy.objects.get().live

    def test_publishing_without_a_source_is_refused_in_words(self):
        response = self.add(**PUBLISH)
        assert "Cite at least 1 source before this is published." in text(response)
        assert not Policy.objects.exists()

    def test_blank_row_is_no_source(self):
        blank = rows("citations", {"source": "", "bearing": "supports", "field": ""})
        assert "This field is required." in text(self.add(**blank, **PUBLISH))
        # An autosave has sent the blank row once before: it counts as an old row.
        kept = blank | counted("citations", 1) | {"citations-0-id": ""}
        assert "This field is required." in text(self.add(**kept, **PUBLISH))
        assert not Policy.objects.exists()

    def test_event_without_a_source_is_refused(self):
        response = self.add(**self.cited(), **self.event(), **PUBLISH)
        assert "Cite at least 1 source" in text(response)
        self.add(**self.cited(), **self.event())
        assert not Policy.objects.get().live

    def test_draft_source_has_to_be_published_first(self):
        draft = SourceFactory(draft=True, title="Unread")
        nested = self.cited("events-0-citations", source=draft.pk)
        response = self.add(**self.cited(), **self.event(**nested), **PUBLISH)
        policy = Policy.objects.get()
        assert not policy.live
        [refusal] = words(response)
        assert "Saved as a draft" in refusal
        assert "supports “In force 2021-12-07”: publish" in refusal
        assert "Unread" in refusal
        draft.live = True
        draft.save()
        saved = policy.get_latest_revision_as_object()
        self.client.post(url(Policy, "edit", policy.pk), sent(saved) | PUBLISH)
        policy.refresh_from_db()
        assert policy.live

    def test_source_that_contradicts_is_no_support(self):
        response = self.add(**self.cited(bearing="contradicts"), **PUBLISH)
        refusal = words(response)[-1]
        assert "No source supports “Birmingham, Alabama: Customs officers”" in refusal
        assert not Policy.objects.get().live

    def test_records_that_lose_their_only_published_source_are_named(self):
        PolicyFactory(title="Alone", citation__source=self.source)
        other = PolicyFactory(title="Twice told", citation__source=self.source)
        CitationFactory(policy=other)
        told = PolicyFactory(title="Told, but not its event")
        PolicyEventFactory(policy=told, citation__source=self.source)
        PolicyFactory(title="Draft", draft=True, citation__source=self.source)
        address = url(Source, "unpublish", self.source.pk)
        warnings = [
            word
            for word in words(self.client.post(address, follow=True))
            if "still public" in word
        ]
        assert len(warnings) == 1
        assert "Alone" in warnings[0]
        assert "Told, but not its event" in warnings[0]
        assert "Twice told" not in warnings[0]
        assert "Draft" not in warnings[0]

    def test_editor_is_told_what_keeps_a_published_record_hidden(self):
        policy = PolicyFactory(jurisdiction=PlaceFactory(name="Mobile", draft=True))
        address = url(Policy, "edit", policy.pk)
        response = self.client.post(address, sent(policy) | PUBLISH, follow=True)
        [hidden] = [word for word in words(response) if "not shown before" in word]
        assert "Mobile" in hidden
        response = self.client.post(address, sent(policy), follow=True)
        assert not [word for word in words(response) if "not shown before" in word]

    def test_published_with_its_sources_and_status(self):
        nested = self.cited("events-0-citations", field="date")
        self.add(**self.cited(field="title"), **self.event(**nested), **PUBLISH)
        policy = Policy.objects.get()
        assert policy.live
        assert policy.status == "active"
        assert policy.citations.get().field == "title"
        assert policy.events.get().citations.get().field == "date"

    def test_field_the_record_does_not_have_is_refused(self):
        response = self.add(**self.cited(field="mayor"))
        assert "mayor" in text(response)
        assert not Policy.objects.exists()

    def test_field_is_chosen_in_words(self):
        form = self.client.get(url(Policy, "add")).context["form"]
        field = form.formsets["citations"].empty_form.fields["field"]
        assert ("authority_path", "Who decides") in field.choices

    def test_draft_of_a_live_record_changes_nothing_public(self):
        policy = PolicyFactory(title="Before", events=[("effective", "2021-12-07")])
        event = policy.events.get()
        address = url(Policy, "edit", policy.pk)
        second = rows(
            "events-0-citations",
            {"source": self.source.pk, "bearing": "supports", "quote": "new words"},
            after=1,
        )
        changes = sent(policy, title="After") | second
        self.client.post(address, changes)
        policy.refresh_from_db()
        assert policy.title == "Before"
        assert event.citations.count() == 1
        assert policy.has_unpublished_changes

        draft = policy.get_latest_revision_as_object()
        assert [c.quote for c in draft.events.get().citations.all()][-1] == "new words"
        compare = url(Policy, "revisions_compare", policy.pk, "live", "latest")
        assert "After" in text(self.client.get(compare))

        why = {"change_kind": "wording", "change_reason": "Said more plainly"}
        publish = sent(draft) | PUBLISH | why
        response = self.client.post(address, publish, follow=True)
        assert "updated and published" in words(response)[-1]
        policy.refresh_from_db()
        assert policy.title == "After"
        assert event.citations.count() == 2

        self.client.post(url(Policy, "unpublish", policy.pk))
        policy.refresh_from_db()
        assert not policy.live
        assert event.citations.count() == 2


def superuser():
    """Return somebody who may do everything."""
    return get_user_model().objects.create_superuser("root")


def text(response):
    """Return an answer as text, without the marks that escaping leaves."""
    return html.unescape(response.content.decode())
