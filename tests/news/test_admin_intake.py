"""An article comes in: pasted, recognised, confirmed, and made a source."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from news.articles.fetching import Page
from news.articles.refusal import ArticleRefused
from news.duplicates.merging import merge, undo
from news.enums import IntakeState
from news.models import Intake, Outlet, Source
from news.viewsets.intake import box
from news.viewsets.intake.article import ArticleForm
from tests import factories
from tests.editing import url, words

pytestmark = pytest.mark.django_db

START = "/admin/intake/"
PARAGRAPHS = [
    "MILLBROOK, Ala. (Ledger) — The city council is expected to vote on the pact "
    "with federal agents at its meeting on Tuesday evening.",
    "The agreement would let four officers of the town check documents at the jail, "
    "according to a draft that the clerk posted on her page.",
    "Neighbors asked the council at a hearing last week to put the decision off until "
    "the costs of the training are known to everybody.",
    "The mayor said the town had received no answer from the agency to the questions "
    "that it sent in the spring of this year.",
]
TEXT = "\n\n".join(["Millbrook weighs a pact", "Posted Dec. 6, 2021", *PARAGRAPHS])
PAGE = f"""<!doctype html><html lang="en"><head>
<title>Millbrook weighs a pact | The Ledger</title>
<meta property="og:site_name" content="The Ledger">
<meta property="og:title" content="Millbrook weighs a pact">
<meta property="article:published_time" content="2021-12-06T09:00:00-06:00">
<link rel="canonical" href="https://ledger.example/news/millbrook-pact">
</head><body><article><h1>Millbrook weighs a pact</h1>
{"".join(f"<p>{line}</p>" for line in PARAGRAPHS)}</article></body></html>"""


def sign_in(client, group=None):
    """Sign somebody in: an editor of a group, or a superuser."""
    model = get_user_model()
    if group is None:
        user = model.objects.create_superuser("root")
    else:
        user = model.objects.create_user(group.lower(), is_staff=True)
        user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return user


@pytest.fixture
def editor(client):
    return sign_in(client, "Editors")


def start(client, given="", **more):
    """Put something into the box."""
    return client.post(START, {"article": given} | more)


def confirmed(intake, **changes):
    """Return the form of an article as an editor would send it."""
    form = ArticleForm(instance=intake)
    data = {field.html_name: field.value() or "" for field in form}
    return data | {"published": "2021-12-06"} | changes


def confirm(client, intake, **changes):
    """Send the form of an article."""
    address = reverse("intake:article", args=[intake.pk])
    return client.post(address, confirmed(intake, **changes))


def test_text_becomes_a_draft_source_with_what_was_confirmed(client, editor):
    assert start(client, TEXT).status_code == 302
    intake = Intake.objects.get()
    html = client.get(reverse("intake:article", args=[intake.pk])).content.decode()
    assert "¶3" in html
    assert "editing/intake.css" in html
    assert "Not confirmed. Found in: text." in html
    assert 'value="Millbrook weighs a pact"' in html
    assert 'value="2021-12-06"' in html
    answer = confirm(client, intake, byline="Ada Rivers")
    source = Source.objects.get()
    assert answer.url == reverse("intake:cards", args=[intake.pk])
    assert not source.live
    assert (source.title, source.byline) == ("Millbrook weighs a pact", "Ada Rivers")
    assert (source.date, source.outlet.name) == (date(2021, 12, 6), "Ledger")
    assert not source.outlet.live
    assert PARAGRAPHS[2] in source.text
    assert source.latest_revision.user == editor
    intake.refresh_from_db()
    assert (intake.state, intake.origins) == (IntakeState.OPEN, {})
    assert client.get(reverse("intake:article", args=[intake.pk])).url == answer.url
    intake.state = IntakeState.DONE
    intake.save()
    assert client.get(answer.url).url == url(Source, "edit", source.pk)


def test_address_is_fetched_and_read(client, editor, monkeypatch):
    asked = []

    def fetch(address):
        asked.append(address)
        return Page(PAGE.encode(), address, "utf-8")

    monkeypatch.setattr(box, "fetch", fetch)
    assert start(client, "https://www.ledger.example/news/millbrook-pact?utm_source=x")
    intake = Intake.objects.get()
    assert asked == ["https://www.ledger.example/news/millbrook-pact?utm_source=x"]
    assert intake.outlet_name == "The Ledger"
    assert intake.published == date(2021, 12, 6)
    assert intake.text.split("\n\n") == PARAGRAPHS


def test_address_that_cannot_be_fetched_is_no_dead_end(client, editor, monkeypatch):
    def fetch(address):
        raise ArticleRefused("The site does not answer.")

    monkeypatch.setattr(box, "fetch", fetch)
    html = start(client, "https://ledger.example/1").content.decode()
    assert "The site does not answer." in html
    assert "paste the text instead" in html
    assert "https://ledger.example/1" in html  # nothing typed is lost
    assert not Intake.objects.exists()


def test_file_of_the_page_is_read(client, editor):
    file = SimpleUploadedFile("page.html", PAGE.encode(), "text/html")
    assert start(client, file=file).status_code == 302
    assert Intake.objects.get().text.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "Paste the address or the text"),
        ("   ", "Paste the address or the text"),
        ("ftp://ledger.example/1 ", None),
        ("a" * 250_000, "longer than an article"),
    ],
)
def test_what_is_no_article_is_refused_in_words(client, editor, given, told):
    answer = start(client, given)
    if told:
        assert told in answer.content.decode()
        assert not Intake.objects.exists()


def test_article_that_is_on_record_is_shown_and_not_begun_again(client, editor):
    there = factories.SourceFactory(
        url="https://ledger.example/news/1", title="Pact", text="\n\n".join(PARAGRAPHS)
    )
    factories.CitationFactory(policy=factories.PolicyFactory(), source=there)
    html = start(client, "\n\n".join(PARAGRAPHS).upper()).content.decode()
    assert "We have this article already, cited for 1 fact" in html
    assert url(Source, "edit", there.pk) in html
    assert not Intake.objects.exists()


def test_same_address_in_other_clothes_is_the_same_article(client, editor, monkeypatch):
    there = factories.SourceFactory(url="https://ledger.example/news/millbrook-pact")
    monkeypatch.setattr(
        box, "fetch", lambda address: Page(PAGE.encode(), address, "utf-8")
    )
    html = start(
        client, "http://m.ledger.example/news/millbrook-pact/?fbclid=1"
    ).content.decode()
    assert url(Source, "edit", there.pk) in html
    assert not Intake.objects.exists()


def test_work_of_another_editor_is_not_begun_twice(client, editor):
    start(client, TEXT)
    sign_in(client)
    html = start(client, TEXT).content.decode()
    assert "editors is at work on this article already" in html
    assert Intake.objects.count() == 1


def test_reprint_is_linked_as_the_same_story(client, editor):
    first = factories.SourceFactory(
        title="Council weighs pact", text="\n\n".join(PARAGRAPHS)
    )
    reprint = ["A headline of their own", *PARAGRAPHS[:3], "We asked nobody else here."]
    start(client, "\n\n".join(reprint))
    intake = Intake.objects.get()
    html = client.get(reverse("intake:article", args=[intake.pk])).content.decode()
    assert "100 % of its sentences are the same" in html
    confirm(client, intake, reprint_of=first.pk)
    assert Source.objects.get(intakes=intake).reprint_of == first


def test_another_story_offers_no_reprint(client, editor):
    factories.SourceFactory(text="\n\n".join(PARAGRAPHS))
    start(client, "A wholly different text.\n\nIt tells of a fair in the next town.")
    html = client.get(reverse("intake:article", args=[Intake.objects.get().pk]))
    assert "Another story" not in html.content.decode()


def test_article_of_a_source_that_was_merged_leads_to_the_one_kept(client, editor):
    kept = factories.SourceFactory(url="https://ledger.example/1", text="Other words.")
    text = "\n\n".join(PARAGRAPHS)
    folded = factories.SourceFactory(url="https://ledger.example/2", text=text)
    merge(kept, folded, user=editor)
    html = start(client, text).content.decode()
    assert url(Source, "edit", kept.pk) in html
    start(client, f"Something before it, of their own.\n\n{text}")
    page = client.get(reverse("intake:article", args=[Intake.objects.get().pk]))
    assert "of its sentences are the same" not in page.content.decode()


def test_two_sources_that_came_in_as_articles_can_be_merged(client, editor):
    made = []
    for text in (TEXT, "\n\n".join(PARAGRAPHS[:2])):
        start(client, text)
        intake = Intake.objects.open().get(source=None)
        confirm(client, intake)
        made.append(Source.objects.get(intakes=intake))
    kept, folded = made
    done = merge(kept, folded, user=editor)
    assert kept.intakes.count() == 2
    assert undo(done, user=editor) == []
    assert folded.sentences.count() == 2


def test_day_of_publication_is_needed(client, editor):
    start(client, "\n\n".join(PARAGRAPHS))
    intake = Intake.objects.get()
    html = confirm(client, intake, published="").content.decode()
    assert "Give the day it was published" in html
    assert not Source.objects.exists()
    assert "Not confirmed" in html or intake.origins == {}


def test_address_of_another_source_is_refused(client, editor):
    factories.SourceFactory(url="https://ledger.example/1")
    start(client, TEXT)
    html = confirm(
        client, Intake.objects.get(), url="https://www.ledger.example/1/"
    ).content.decode()
    assert "We have an article at this address already" in html
    assert Source.objects.count() == 1


def test_known_outlet_is_not_made_again(client, editor):
    known = Outlet.objects.create(name="LEDGER")
    start(client, TEXT)
    confirm(client, Intake.objects.get())
    assert Source.objects.get().outlet == known


def test_button_pressed_twice_makes_one_source(client, editor):
    start(client, TEXT)
    intake = Intake.objects.get()
    first, second = confirm(client, intake), confirm(client, intake)
    assert first.url == second.url
    assert Source.objects.count() == 1


def test_article_can_be_put_away(client, editor):
    start(client, TEXT)
    intake = Intake.objects.get()
    address = reverse("intake:article", args=[intake.pk])
    answer = client.post(address, {"discard": "1"}, follow=True)
    assert "is put away" in words(answer)[-1]
    intake.refresh_from_db()
    assert intake.state == IntakeState.DISCARDED
    assert start(client, TEXT).status_code == 302  # and begun again, if need be


def test_box_is_on_the_desk_with_what_its_reader_began(client, editor):
    start(client, TEXT)
    html = client.get("/admin/").content.decode()
    assert "Paste an article: its address, or its text" in html
    assert "Millbrook weighs a pact" in html
    bookmarked = client.get(START, {"article": "https://ledger.example/7"})
    assert "https://ledger.example/7" in bookmarked.content.decode()


def test_box_on_the_desk_is_sent_as_a_browser_sends_it():
    client = Client(enforce_csrf_checks=True)
    sign_in(client)
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    form = page.find("form", action=START)
    token = form.find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
    assert start(client, TEXT).status_code == 403
    assert start(client, TEXT, csrfmiddlewaretoken=token).status_code == 302


def test_only_those_who_may_make_sources_see_it(client):
    user = get_user_model().objects.create_user("guest", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    assert client.get(START).status_code == 200
    Group.objects.get(name="Editors").permissions.remove(
        *Group.objects.get(name="Editors").permissions.filter(codename="add_source")
    )
    assert client.get(START).status_code == 302
    assert "Paste an article" not in client.get("/admin/").content.decode()


def test_sentences_follow_the_text_of_a_source():
    source = factories.SourceFactory(text="\n\n".join(PARAGRAPHS))
    assert source.sentences.count() == 4
    source.text = "\n\n".join(PARAGRAPHS[:2])
    source.save()
    assert source.sentences.count() == 2
