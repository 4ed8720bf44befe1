"""An editor decides on cards: with a browser that runs no script, and with one."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from news.enums import CardDecision, IntakeState, SuggestionKind
from news.filing.deciding import decide
from news.models import Card
from policies.models import Policy
from tests import factories
from tests.editing import words
from tests.news.filing.articles import GROUPS, card_of, dealt, editor, ice, places
from tests.news.sending import form_on
from tests.reading import plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    ice()
    return places()


@pytest.fixture
def user(client):
    user = editor()
    client.force_login(user)
    return user


@pytest.fixture
def intake(place, user):
    return dealt(user=user)


def member(name, group):
    """Return a user of a group."""
    user = get_user_model().objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def at(name, intake, *args):
    """Return the address of a screen of an article."""
    return reverse(f"intake:{name}", args=[intake.pk, *args])


def opened(client, intake):
    """Return the form of the cards, as the page holds it."""
    address = at("cards", intake)
    return form_on(client.get(address), address)


def send(client, intake, data):
    """Send the form of the cards."""
    return client.post(at("cards", intake), data)


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


# The page


def test_cards_stand_under_their_kinds_beside_the_article(client, intake):
    page = soup(client.get(at("cards", intake)))
    headings = [plain(heading) for heading in page.select(".intake-section h2")]
    assert "Organizations (4)" in headings
    assert headings.index("Places (1)") < headings.index("Votes (1)")
    vote = page.find("fieldset", id=card_of(intake, "vote").key)
    assert "set for a vote" in plain(vote)
    assert "counted from 2024-04-08" in plain(vote)
    link = vote.select_one("a[href^='#at-']")["href"]
    assert page.select_one(link) is not None
    marked = page.select("article mark")
    assert any("Old Mill Tenants League" in plain(mark) for mark in marked)
    assert not page.find_all(style=True)


def test_what_is_sure_is_accepted_and_what_is_not_says_why(client, intake):
    doubtful = Card.objects.of(intake).exclude(doubt="").first()
    page = soup(client.get(at("cards", intake)))
    for card in Card.objects.of(intake):
        name = f"{card.key}-decision"
        checked = page.find("input", attrs={"name": name, "checked": True})
        assert checked["value"] == card.decision
    if doubtful:
        shown = plain(page.find("fieldset", id=doubtful.key))
        assert f"Unsure: {doubtful.doubt}" in shown


def test_page_sent_as_it_is_changes_nothing(client, intake):
    answer = send(client, intake, opened(client, intake))
    assert answer.url == at("cards", intake)
    assert set(Card.objects.values_list("edition", flat=True)) == {1}


def test_number_of_queries_does_not_hang_on_the_number_of_cards(
    client, intake, django_assert_max_num_queries
):
    client.get(at("cards", intake))
    with django_assert_max_num_queries(45) as few:
        client.get(at("cards", intake))
    for card in Card.objects.of(intake):
        for number in range(5):
            card.pk, card.key = None, f"{card.key}-{number}"
            card.save()
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(at("cards", intake))


# Deciding


def test_decision_quotation_and_cells_are_saved_without_script(client, intake, user):
    vote = card_of(intake, "vote")
    data = opened(client, intake) | {
        f"{vote.key}-decision": "rejected",
        f"{vote.key}-cell-location": "City Hall",
        f"{vote.key}-cell-described_as_unanimous": "on",
        f"{vote.key}-quote": "set for a vote at the\r\ncouncil meeting",
        "confirm": "1",
    }
    assert send(client, intake, data).url == at("confirm", intake)
    vote.refresh_from_db()
    assert vote.decision == CardDecision.REJECTED
    assert vote.cells["location"] == "City Hall"
    assert vote.cells["described_as_unanimous"] == "yes"
    assert vote.quote == "set for a vote at the council meeting"
    assert (vote.edition, vote.decided_by) == (2, user)
    assert Card.objects.filter(edition=2).count() == 1


def test_quotation_that_is_not_in_the_article_is_refused_and_kept(client, intake):
    vote = card_of(intake, "vote")
    data = opened(client, intake) | {f"{vote.key}-quote": "words of nobody"}
    answer = send(client, intake, data)
    shown = soup(answer).find("fieldset", id=vote.key)
    assert "The article does not have these words." in plain(shown)
    assert (
        "words of nobody"
        in shown.find("textarea", attrs={"name": f"{vote.key}-quote"}).text
    )
    assert shown.find("details", open=True)
    assert "1 card is not saved" in words(answer)[0]
    vote.refresh_from_db()
    assert vote.edition == 1


def test_cell_that_cannot_be_read_is_saved_and_told_of(client, intake):
    vote = card_of(intake, "vote")
    data = opened(client, intake) | {f"{vote.key}-cell-date": "next spring"}
    send(client, intake, data)
    page = soup(client.get(at("cards", intake)))
    name = f"{vote.key}-cell-date"
    assert page.find("input", attrs={"name": name})["value"] == "next spring"
    assert "next spring" in plain(page.find(attrs={"data-error": name}))


def test_thirteen_of_a_list_are_left_out_by_one_button(client, intake):
    cards = Card.objects.of(intake).filter(kind=SuggestionKind.ORGANIZATION)
    data = opened(client, intake) | {"reject-all": cards[0].key}
    assert send(client, intake, data).url.endswith(f"#{cards[0].key}")
    assert {card.decision for card in cards.all()} == {CardDecision.REJECTED}
    assert cards.count() == len(GROUPS)
    assert card_of(intake, "vote").decision != CardDecision.REJECTED


def test_two_editors_do_not_write_over_each_other(client, intake):
    vote = card_of(intake, "vote")
    data = opened(client, intake) | {f"{vote.key}-cell-location": "City Hall"}
    kim = member("kim", "Editors")
    theirs = vote.cells | {"location": "The library"}
    decide(vote, kim, vote.edition, cells=theirs)
    answer = send(client, intake, data)
    shown = soup(answer).find("fieldset", id=vote.key)
    assert "kim changed this card" in plain(shown)
    assert "The library" in plain(shown)  # theirs in words, mine in the input
    name = f"{vote.key}-cell-location"
    assert shown.find("input", attrs={"name": name})["value"] == "City Hall"
    send(client, intake, form_on(answer, at("cards", intake)))
    vote.refresh_from_db()
    assert vote.cells["location"] == "City Hall"


def test_cards_of_others_that_one_has_not_touched_are_no_conflict(client, intake):
    vote, place = card_of(intake, "vote"), card_of(intake, "place")
    data = opened(client, intake) | {f"{place.key}-decision": "rejected"}
    decide(vote, member("kim", "Editors"), 1, decision=CardDecision.OPEN)
    assert send(client, intake, data).status_code == 302
    vote.refresh_from_db()
    assert vote.decision == CardDecision.OPEN


def test_double_click_saves_once(client, intake):
    vote = card_of(intake, "vote")
    data = opened(client, intake) | {f"{vote.key}-cell-location": "City Hall"}
    assert send(client, intake, data).status_code == 302
    assert send(client, intake, data).status_code == 302
    vote.refresh_from_db()
    assert vote.edition == 2


# On record


def test_record_on_file_is_used_or_told_apart(client, place, user):
    union = factories.OrganizationFactory(name=GROUPS[0])
    other = factories.OrganizationFactory(name="Another Union")
    intake = dealt(user=user)
    card = card_of(intake, "organization", name=GROUPS[0])
    assert card.existing == union
    shown = soup(client.get(at("cards", intake))).find("fieldset", id=card.key)
    assert "On record: Ferndale Neighbors Union" in plain(shown)
    data = opened(client, intake)
    assert data[f"{card.key}-existing"] == str(union.pk)
    new = {f"{card.key}-existing": "", f"{card.key}-different_because": "Another town"}
    send(client, intake, data | new)
    card = Card.objects.get(pk=card.pk)
    assert (card.existing, card.different_because) == (None, "Another town")
    data = opened(client, intake)
    send(client, intake, data | {f"{card.key}-existing_other": f"#{other.pk}"})
    assert Card.objects.get(pk=card.pk).existing == other


def test_record_that_there_is_not_is_refused_in_words(client, intake):
    card = card_of(intake, "organization", name=GROUPS[0])
    data = opened(client, intake) | {f"{card.key}-existing_other": "999999"}
    answer = send(client, intake, data)
    assert "There is no organization at “999999”." in plain(soup(answer))


def test_policy_of_the_place_can_be_what_a_vote_is_about(client, place, user):
    policy = factories.PolicyFactory(jurisdiction=place)
    intake = dealt(user=user)
    vote = card_of(intake, "vote")
    data = opened(client, intake) | {f"{vote.key}-cell-policy": f"#{policy.pk}"}
    assert send(client, intake, data).status_code == 302
    vote.refresh_from_db()
    assert vote.cells["policy"] == f"#{policy.pk}"


def test_place_of_several_names_is_chosen(client, place, user):
    other = factories.PlaceFactory(name="Ferndale", state=factories.StateFactory())
    intake = dealt(user=user)
    card = card_of(intake, "place")
    card.cells, card.existing = {}, None
    card.told = {"candidates": [place.geoid, other.geoid]}
    card.decision = CardDecision.OPEN
    card.save()
    shown = soup(client.get(at("cards", intake))).find("fieldset", id=card.key)
    assert "Which place of this name" in plain(shown)
    data = opened(client, intake) | {
        f"{card.key}-cell-place": other.geoid,
        f"{card.key}-decision": "accepted",
    }
    send(client, intake, data)
    card = Card.objects.get(pk=card.pk)
    assert (card.cells["place"], card.existing) == (other.geoid, other)


# A card of one's own


def test_own_card_has_the_words_and_the_place(client, intake):
    given = {"kind": "vote", "quote": "council meeting  Tuesday, April 9"}
    answer = client.post(at("own", intake), given)
    card = Card.objects.of(intake).last()
    assert answer.url == f"{at('cards', intake)}#{card.key}"
    assert card.quote == "council meeting Tuesday, April 9"
    assert card.is_accepted
    assert card.cells == {"place": "Ferndale, AL"}


def test_own_card_of_a_name_is_called_so(client, intake):
    client.post(at("own", intake), {"kind": "official", "quote": "Rita Alvarado"})
    card = Card.objects.of(intake).last()
    assert (card.cells["given_name"], card.cells["family_name"]) == ("Rita", "Alvarado")


def test_own_card_of_words_that_are_not_there_is_refused(client, intake):
    answer = client.post(at("own", intake), {"kind": "vote", "quote": "no such words"})
    assert "The article does not have these words." in plain(soup(answer))
    assert "no such words" in answer.content.decode()
    assert not Card.objects.filter(key__startswith="own").exists()


# What the page's script asks


def one(client, intake, card, **changes):
    """Send one card as the script does, and return the answer with its status."""
    data = opened(client, intake)
    mine = {name: data[name] for name in data if name.startswith(f"{card.key}-")}
    changes = {f"{card.key}-{name}": said for name, said in changes.items()}
    answer = client.post(at("card", intake, card.key), mine | changes)
    return answer.status_code, json.loads(answer.content)


def test_one_card_is_saved_and_answers_with_its_edition(client, intake):
    vote = card_of(intake, "vote")
    status, told = one(client, intake, vote, decision="rejected")
    assert status == 200
    assert told["fields"][f"{vote.key}-edition"] == 2
    assert told["words"].startswith("Saved ")
    status, told = one(client, intake, vote, **{"cell-date": "spring"})
    assert "spring" in told["errors"]["cell-date"]


def test_one_card_tells_of_a_conflict_with_both_versions(client, intake):
    vote = card_of(intake, "vote")
    decide(vote, member("kim", "Editors"), 1, decision=CardDecision.REJECTED)
    status, told = one(client, intake, vote, edition=1, seen="x", decision="open")
    assert status == 409
    assert "kim changed this card" in told["words"]
    assert ["Decision", "Leave out"] in told["theirs"]
    assert told["fields"][f"{vote.key}-edition"] == 2


def test_one_card_refuses_in_words(client, intake):
    vote = card_of(intake, "vote")
    status, told = one(client, intake, vote, quote="nothing of it")
    assert (status, told["words"]) == (400, "The article does not have these words.")
    status, _told = one(client, intake, vote, decision="perhaps")
    assert status == 400
    assert client.post(at("card", intake, "no-such"), {}).status_code == 404
    intake.state = IntakeState.FILED
    intake.save()
    assert client.post(at("card", intake, vote.key), {}).status_code == 410


def test_page_hears_of_others_and_of_what_they_changed(client, intake):
    vote = card_of(intake, "vote")
    kim = member("kim", "Editors")
    client.get(at("cards", intake))
    client.force_login(kim)
    decide(vote, kim, 1, decision=CardDecision.REJECTED)
    editions = {card.key: 1 for card in Card.objects.of(intake)}
    told = client.post(at("presence", intake), editions).json()
    assert told["others"][0].startswith("editor is here too (")
    assert [card["key"] for card in told["changed"]] == [vote.key]
    assert "editor is here too" in plain(soup(client.get(at("cards", intake))))


# Who, and in which state


def test_any_editor_works_on_any_open_article_and_nobody_else(client, intake):
    client.force_login(member("kim", "Editors"))
    assert client.get(at("cards", intake)).status_code == 200
    client.force_login(get_user_model().objects.create_user("guest", is_staff=True))
    for name in ("cards", "confirm", "presence", "own"):
        assert client.post(at(name, intake)).status_code in (302, 403)
    assert not Card.objects.filter(edition__gt=1).exists()


def test_article_without_source_or_filed_leads_to_its_screen(client, intake):
    intake.state = IntakeState.FILED
    intake.save()
    assert client.get(at("cards", intake)).url == at("review", intake)
    assert client.get(at("confirm", intake)).url == at("review", intake)
    intake.state, intake.source = IntakeState.OPEN, None
    intake.save()
    assert client.get(at("cards", intake)).url == at("article", intake)


def test_desk_and_box_show_how_far_the_work_is(client, intake):
    count = intake.cards.count()
    undecided = intake.cards.undecided().count()
    for address in ("/admin/", reverse("intake:index")):
        shown = plain(soup(client.get(address)))
        assert f"{count - undecided} of {count} cards decided" in shown
    intake.state = IntakeState.FILED
    intake.save()
    assert "Articles waiting for a second reader (1)" in plain(
        soup(client.get("/admin/"))
    )
    page = soup(client.get(reverse("intake:index")))
    assert page.find("a", href=at("review", intake))


def test_same_article_again_leads_to_its_cards(client, intake):
    answer = client.post(reverse("intake:index"), {"article": intake.text})
    assert soup(answer).find("a", href=at("cards", intake))


# Confirming


def test_public_sentences_are_shown_before_anything_is_made(client, intake):
    page = soup(client.get(at("confirm", intake)))
    assert "Gathering against the" in plain(page)
    row = page.find("th", string="Organizations").parent
    assert [plain(cell) for cell in row.find_all("td")] == ["4", "0", "0"]
    assert not Policy.objects.exists()


def test_blocker_leads_to_its_card(client, intake):
    vote = card_of(intake, "vote")
    decide(vote, None, 1, cells=vote.cells | {"date": "spring"})
    page = soup(client.get(at("confirm", intake)))
    assert page.find("a", href=f"{at('cards', intake)}#{vote.key}")
    assert "Date: " in plain(page)
    assert page.find("button", attrs={"name": "publish"}) is None


def test_likely_record_is_decided_on_before_filing(client, place, user):
    factories.OrganizationFactory(name="Alabama Welcome Projects")
    intake = dealt(user=user)
    card = card_of(intake, "organization", name="Alabama Welcome Project")
    address = at("confirm", intake)
    page = client.get(address)
    assert "The same as Alabama Welcome Projects" in plain(soup(page))
    data = form_on(page, address) | {"answers": "1", f"{card.key}-answer": "new"}
    assert "Say in a few words why" in plain(soup(client.post(address, data)))
    data[f"{card.key}-because"] = "It says so itself"
    assert client.post(address, data).url == address
    card.refresh_from_db()
    assert card.different_because == "It says so itself"
    assert "The same as" not in plain(soup(client.get(address)))


def published(client, intake, button):
    """Press a button of the confirming screen."""
    page = soup(client.get(at("confirm", intake)))
    seen = page.find("input", attrs={"name": "seen"})["value"]
    return client.post(at("confirm", intake), {"seen": seen, button: "1"})


def test_one_action_publishes_all(client, intake):
    answer = published(client, intake, "publish")
    intake.refresh_from_db()
    assert intake.state == IntakeState.DONE
    assert Policy.objects.published().exists()
    assert f"/edit/{intake.source_id}/" in answer.url
    again = client.post(at("confirm", intake), {"seen": "", "publish": "1"})
    assert again.url == answer.url  # a double click


def test_nothing_is_filed_that_nobody_has_seen(client, intake):
    page = soup(client.get(at("confirm", intake)))
    seen = page.find("input", attrs={"name": "seen"})["value"]
    vote = card_of(intake, "vote")
    decide(vote, None, 1, cells=vote.cells | {"location": "City Hall"})
    answer = client.post(
        at("confirm", intake), {"seen": seen, "file": "1"}, follow=True
    )
    assert "something has changed since" in words(answer)[0]
    intake.refresh_from_db()
    assert intake.state == IntakeState.OPEN


# The second reader


def test_author_sees_why_not_and_a_second_reader_publishes(client, place):
    author, reader = member("kim", "Editors"), member("ola", "Second readers")
    client.force_login(author)
    intake = dealt(user=author)
    page = soup(client.get(at("confirm", intake)))
    assert page.find("button", attrs={"name": "publish"}) is None
    assert published(client, intake, "file").url == at("review", intake)
    shown = soup(client.get(at("review", intake)))
    assert "You may not publish." in plain(shown)
    assert "Gathering against the" in plain(shown)
    assert "Publish all" not in plain(shown)
    client.force_login(reader)
    shown = soup(client.get(at("review", intake)))
    assert "Publish all" in plain(shown)
    client.post(at("review", intake))
    intake.refresh_from_db()
    assert intake.state == IntakeState.DONE
    assert Policy.objects.published().exists()
