"""Two records made one, with all that rests on them, and that undone."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import serializers
from django.test import Client
from django.urls import reverse

from jurisdictions.models import Agency, Official, Organization
from news.changes.writing import record_all
from news.duplicates.merging import Refused, merge, record_of, undo
from news.duplicates.pairs import KINDS, likely_duplicates
from news.duplicates.references import OWN_PAST, references
from news.models import Change, Citation, Merge, Outlet, Source
from policies.enums import BallotOption
from policies.models import Ballot, Signatory
from tests import factories
from tests.editing import sent, url, words

pytestmark = pytest.mark.django_db

FACTORIES = {
    Official: factories.OfficialFactory,
    Organization: factories.OrganizationFactory,
    Agency: factories.AgencyFactory,
    Outlet: factories.OutletFactory,
    Source: factories.SourceFactory,
}


@pytest.fixture
def user():
    """Return somebody who may publish."""
    found = get_user_model().objects.create_user("reader")
    found.groups.add(Group.objects.get(name="Second readers"))
    return found


@pytest.fixture
def admin(client, user):
    """Sign in somebody who may publish."""
    client.force_login(user)
    return client


@pytest.fixture
def pair():
    """Return two organizations: one to keep, one to fold into it."""
    return (
        factories.OrganizationFactory(name="NAACP Alabama State Conference"),
        factories.OrganizationFactory(name="Alabama NAACP", description="A chapter"),
    )


def address(one, other, name="duplicate_merge"):
    """Return the address of a screen about two records."""
    return reverse(name, args=[one._meta.model_name, one.pk, other.pk])


def everything():
    """Return every row that a merge may touch, as it is stored."""
    models = {field.model for kind in KINDS.values() for field in references(kind)}
    models |= {*KINDS.values(), Citation}
    found = {}
    for model in models:
        for row in serializers.serialize("python", model._base_manager.order_by("pk")):
            row["fields"].pop("updated_at", None)
            found[row["model"], row["pk"]] = row["fields"]
    return found


def signed_by(*organizations):
    """Return a published statement that some organizations signed."""
    statement = factories.StatementFactory()
    for organization in organizations:
        factories.SignatoryFactory(statement=statement, organization=organization)
    return statement


def test_all_that_rests_on_one_moves_and_its_page_leads_on(admin, user, pair):
    kept, folded = pair
    statement = signed_by(folded)
    response = admin.post(address(kept, folded), {"reason": "One chapter"}, follow=True)
    assert "is merged into" in words(response)[-1]
    assert list(statement.signatories.values_list("organization", flat=True)) == [
        kept.pk
    ]
    assert kept.citations.count() == 2
    kept.refresh_from_db()
    assert kept.description == "A chapter"
    assert [alias.name for alias in kept.aliases.all()] == ["Alabama NAACP"]
    reader = Client()
    led = reader.get(folded.get_absolute_url())
    assert (led.status_code, led.url) == (301, kept.get_absolute_url())
    led = reader.get(f"{folded.get_absolute_url()}changes.atom")
    assert led.url == f"{kept.get_absolute_url()}changes.atom"
    led = reader.get(f"/api/v1/organizations/{folded.pk}/")
    assert (led.status_code, led.url) == (301, f"/api/v1/organizations/{kept.pk}/")
    found = reader.get("/search/", {"q": "Alabama NAACP"}, follow=True)
    assert "NAACP Alabama State Conference" in found.content.decode()
    for record in pair:
        history = admin.get(url(Organization, "history", record.pk)).content.decode()
        assert "merged into Organization “NAACP Alabama State Conference”" in history
        assert "One chapter" in history


def test_folded_one_is_listed_no_more_and_cannot_be_published(admin, pair):
    kept, folded = pair
    merge(kept, folded, user=None)
    assert list(admin.get(url(Organization, "list")).context["object_list"]) == [kept]
    assert likely_duplicates(["organization"]) == []
    root = get_user_model().objects.create_superuser("root")
    admin.force_login(root)
    Organization.objects.filter(pk=folded.pk).update(locked=False)
    data = sent(Organization.objects.get(pk=folded.pk)) | {"action-publish": "1"}
    admin.post(url(Organization, "edit", folded.pk), data)
    folded.refresh_from_db()
    assert not folded.live


def test_what_both_have_is_kept_once(pair, user):
    kept, folded = pair
    statement = signed_by(kept, folded)
    done = merge(kept, folded, user=user)
    assert statement.signatories.get().organization == kept
    assert undo(done, user=user) == []
    assert statement.signatories.count() == 2


def test_two_ballots_in_one_vote_are_one(user):
    kept, folded = (factories.OfficialFactory() for _ in "ab")
    vote = factories.VoteFactory()
    for official in (kept, folded):
        Ballot.objects.create(vote=vote, official=official, option=BallotOption.YES)
    before = everything()
    done = merge(kept, folded, user=user)
    assert vote.ballots.get().official == kept
    assert undo(done, user=user) == []
    assert everything() == before


def test_undo_restores_every_row(admin, pair):
    kept, folded = pair
    signed_by(folded)
    signed_by(kept, folded)
    factories.OrganizationAliasFactory(organization=folded, name="The NAACP")
    factories.OrganizationAliasFactory(organization=kept, name="The NAACP")
    for record in pair:
        record.save()
        record.save_revision()
        Organization.objects.filter(pk=record.pk).update(has_unpublished_changes=False)
    before, reader = everything(), Client()
    admin.post(address(kept, folded))
    assert everything() != before
    done = Merge.objects.get()
    response = admin.post(reverse("merge_undo", args=[done.pk]), follow=True)
    assert "stands for itself again" in words(response)[-1]
    assert everything() == before
    assert reader.get(folded.get_absolute_url()).status_code == 200
    assert reader.get(f"/api/v1/organizations/{folded.pk}/").status_code == 200
    response = admin.post(reverse("merge_undo", args=[done.pk]), follow=True)
    assert "undone already" in words(response)[-1]
    admin.post(address(kept, folded))  # and once more
    assert Merge.objects.standing().count() == 1


def test_undo_names_what_changed_since(user, pair):
    kept, folded = pair
    statement = signed_by(folded)
    done = merge(kept, folded, user=user)
    third = factories.OrganizationFactory()
    statement.signatories.update(organization=third)
    Organization.objects.filter(pk=kept.pk).update(description="Written since")
    left = undo(done, user=user)
    assert any("signatory" in words for words in left)
    assert any("organization" in words for words in left)
    kept.refresh_from_db()
    assert kept.description == "Written since"
    assert statement.signatories.get().organization == third


@pytest.mark.parametrize("kind", KINDS)
def test_every_relation_to_a_kind_is_moved_and_restored(kind, user):
    """A relation that is added later has to be found here by itself."""
    model = KINDS[kind]
    kept, folded = (FACTORIES[model]() for _ in "ab")
    found = references(model)
    expected = {
        relation.field
        for relation in model._meta.get_fields(include_hidden=True)
        if (relation.one_to_many or relation.one_to_one)
        and relation.auto_created
        and relation.field.model._meta.label not in OWN_PAST
    }
    assert set(found) == expected
    for field in found:
        factory = next(
            (
                made
                for made in vars(factories).values()
                if isinstance(made, type)
                and issubclass(made, factories.Rows)
                and not made._meta.abstract
                and made._meta.model is field.model
            ),
            None,
        )
        if factory is not None and field.model is not Citation:
            row = factory()
            rows = field.model._base_manager.filter(pk=row.pk)
            also = CLEAR.get(f"{field.model._meta.model_name}.{field.name}", {})
            rows.update(**{field.attname: folded.pk}, **also)
            record = record_of(rows.get())
            if record is not None:
                record.save()
    before = everything()
    done = merge(kept, folded, user=user)
    for field in found:
        rows = field.model._base_manager.filter(**{field.attname: folded.pk})
        assert not rows.exists(), field
    assert undo(done, user=user) == []
    assert everything() == before


# What else has to be set for a factory's row to point to another record.
CLEAR = {"signatory.official": {"organization": None}}


def test_draft_does_not_bring_the_folded_one_back(user, pair):
    kept, folded = pair
    statement = signed_by(kept)
    statement.refresh_from_db()
    draft = statement.get_latest_revision_as_object()
    draft.signatories.add(Signatory(organization=folded))
    draft.summary = "Changed in a draft"
    revision = draft.save_revision()
    done = merge(kept, folded, user=user)
    revision.refresh_from_db()
    named = [row["organization"] for row in revision.content["signatories"]]
    assert named == [kept.pk]
    revision.publish()
    assert Signatory.objects.get(statement=statement).organization == kept
    assert undo(done, user=user) == []
    revision.refresh_from_db()
    named = [row["organization"] for row in revision.content["signatories"]]
    assert named == [kept.pk, folded.pk]


def test_next_edit_of_the_kept_one_keeps_what_was_moved(admin, pair):
    kept, folded = pair
    kept.save_revision().publish()
    merge(kept, folded, user=None)
    draft = Organization.objects.get(pk=kept.pk).get_latest_revision_as_object()
    assert draft.citations.count() == 2
    assert [alias.name for alias in draft.aliases.all()] == ["Alabama NAACP"]


def test_undo_after_another_edit_takes_back_what_was_moved(user, pair):
    kept, folded = pair
    kept.save_revision().publish()
    done = merge(kept, folded, user=user)
    edited = Organization.objects.get(pk=kept.pk).get_latest_revision_as_object()
    edited.description = "Written since"
    revision = edited.save_revision()
    with pytest.raises(Refused, match="not published yet"):
        undo(done, user=user)
    revision.publish()
    assert undo(done, user=user) != []
    draft = Organization.objects.get(pk=kept.pk).get_latest_revision_as_object()
    assert (draft.description, draft.citations.count()) == ("Written since", 1)
    assert folded.citations.count() == 1


def test_log_of_changes_tells_it_once(user, pair):
    kept, folded = pair
    statements = [signed_by(folded) for _ in range(3)]
    record_all()
    before = set(Change.objects.values_list("pk", flat=True))
    merge(kept, folded, user=user)
    loud = Change.objects.exclude(pk__in=before).filter(is_quiet=False)
    assert [(change.kind, change.number) for change in loud] == [
        ("withdrawn", folded.pk)
    ]
    record_all()
    assert Change.objects.exclude(pk__in=before).filter(is_quiet=False).count() == 1
    assert len(statements) == 3


def test_what_cannot_be_merged_is_refused_in_words(admin, pair):
    kept, folded = pair
    official = factories.OfficialFactory()
    with pytest.raises(Refused, match="one kind"):
        merge(kept, official, user=None)
    with pytest.raises(Refused, match="itself"):
        merge(kept, kept, user=None)
    draft = factories.OrganizationFactory(draft=True)
    with pytest.raises(Refused, match="is not public"):
        merge(draft, folded, user=None)
    Organization.objects.filter(pk=folded.pk).update(locked=True)
    said = words(admin.post(address(kept, folded), follow=True))
    assert "is locked" in said[-1]
    assert (
        "is locked"
        in admin.get(address(kept, folded, "duplicate_pair")).content.decode()
    )
    assert not Merge.objects.exists()


def test_record_in_review_is_refused(user, pair):
    kept, folded = pair
    folded.save_revision()
    folded.get_default_workflow().start(folded, user)
    with pytest.raises(Refused, match="in review"):
        merge(kept, Organization.objects.get(pk=folded.pk), user=user)


def test_second_click_merges_no_more(admin, pair):
    kept, folded = pair
    admin.post(address(kept, folded))
    said = words(admin.post(address(kept, folded), follow=True))
    assert "merged already" in said[-1]
    said = words(admin.post(address(folded, kept), follow=True))
    assert "merged already" in said[-1]
    assert Merge.objects.count() == 1


def test_merged_again_is_undone_in_order(user, pair):
    kept, folded = pair
    third = factories.OrganizationFactory(name="The third")
    first = merge(kept, folded, user=user)
    second = merge(third, kept, user=user)
    with pytest.raises(Refused, match="Merged again"):
        undo(first, user=user)
    assert undo(second, user=user) == []
    assert undo(first, user=user) == []


def test_gone_record_is_not_merged_nor_undone(user, pair):
    kept, folded = pair
    gone = factories.OrganizationFactory()
    stale = Organization.objects.get(pk=gone.pk)
    gone.delete()
    with pytest.raises(Refused, match="deleted"):
        merge(kept, stale, user=user)
    done = merge(kept, folded, user=user)
    Organization.objects.get(pk=folded.pk).delete()
    with pytest.raises(Refused, match="deleted"):
        undo(done, user=user)


def test_who_may_not_publish_may_not_merge(client, pair):
    kept, folded = pair
    editor = get_user_model().objects.create_user("editor")
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)
    choose = reverse("duplicate_choose", args=["organization", kept.pk])
    done = factories.MergeFactory()
    undone = client.post(reverse("merge_undo", args=[done.pk]))
    for response in (client.post(address(kept, folded)), client.get(choose), undone):
        assert response.status_code == 403
        assert "Only those who may publish" in response.content.decode()
    done.refresh_from_db()
    assert done.undone_at is None
    edit = client.get(url(Organization, "edit", kept.pk)).content.decode()
    assert choose not in edit
    assert Merge.objects.count() == 1


def test_other_record_is_chosen_from_the_form(admin, pair):
    kept, folded = pair
    choose = reverse("duplicate_choose", args=["organization", kept.pk])
    assert choose in admin.get(url(Organization, "edit", kept.pk)).content.decode()
    assert admin.get(choose).status_code == 200
    for forged in ("", "x", kept.pk, 2**62):
        assert admin.post(choose, {"other": forged}).status_code == 200
    response = admin.post(choose, {"other": folded.pk}, follow=True)
    screen = response.content.decode()
    assert "empty: would take the other" in screen
    assert address(kept, folded) in screen


def test_unique_address_of_a_source_moves(user):
    kept = factories.SourceFactory(url="")
    folded = factories.SourceFactory(url="https://ledger.example/1")
    policy = factories.PolicyFactory(citation__source=folded)
    before = everything()
    done = merge(kept, folded, user=user)
    kept.refresh_from_db()
    assert kept.url == "https://ledger.example/1"
    assert policy.citations.get().source == kept
    assert undo(done, user=user) == []
    assert everything() == before


def test_record_of_parts():
    citation = factories.CitationFactory(policy=factories.PolicyFactory())
    assert record_of(citation) == citation.policy
    signatory = factories.SignatoryFactory()
    assert record_of(signatory) == signatory.statement
