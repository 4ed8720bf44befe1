"""What a reader of Spanish reads of our words and of others', on every kind of page."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import gettext

from news.changes.writing import record_all
from policies.enums import EventKind, RoleKind, VoteResult
from policies.models import Policy
from tests import factories
from tests.news.test_changes import publish
from tests.reading import Reading

pytestmark = pytest.mark.django_db


def in_spanish(message):
    """Return what a message of the site is on its Spanish half."""
    with translation.override("es"):
        return gettext(message)


def spanish(address):
    """Return where an address stands on the Spanish half of the site."""
    return f"/es{address}"


MARK = in_spanish("(text in English)")


def read(address, language="es", **query):
    """Open an address as the Spanish half of the site answers it."""
    address = spanish(address) if language == "es" else address
    response = Client().get(address, query)
    assert response.status_code == 200, address
    return Reading(response.content)


@pytest.fixture
def policy():
    """Return an agreement of which all that we wrote is in Spanish too."""
    policy = factories.PolicyFactory(
        jurisdiction=factories.PlaceFactory(name="Mobile"),
        title="Customs designation",
        title_es="Designación de aduanas",
        summary="It does this.",
        summary_es="Hace esto.",
        excerpt="as it is written",
        events=[],
    )
    factories.PolicyEventFactory(
        policy=policy,
        kind=EventKind.ADOPTED,
        date=date(2025, 3, 4),
        note="By hand.",
        note_es="A mano.",
    )
    factories.PolicyRoleFactory(
        policy=policy,
        role=RoleKind.SIGNED,
        capacity="Mayor of Mobile",
        capacity_es="Alcaldía de Mobile",
    )
    return publish(policy)


@pytest.fixture
def untold():
    """Return an agreement of which nothing is in Spanish."""
    return factories.PolicyFactory(
        jurisdiction=factories.PlaceFactory(name="Selma"),
        title="Jail & <agreement>",
        summary="It does that.",
    )


def test_page_of_a_record_is_in_the_readers_language(policy):
    page = read(policy.get_absolute_url())
    assert page.soup.title.text.startswith("Designación de aduanas, Mobile, ")
    for words in ("Hace esto.", "A mano.", "Alcaldía de Mobile"):
        assert words in page.words
    assert "Customs designation" not in page.words
    assert MARK not in page.words
    english = read(policy.get_absolute_url(), "en")
    assert "Customs designation" in english.words
    assert "Hace esto." not in english.words
    assert not english.main.select('[lang="es"]')


def test_page_without_a_twin_says_that_it_is_in_english(untold):
    page = read(untold.get_absolute_url())
    title = page.soup.title.text
    assert title.startswith(f"Jail & <agreement> {MARK}, Selma, ")
    heading = page.main.h1
    assert heading.find("span", lang="en").text == "Jail & <agreement>"
    assert heading.select_one(".in-english").text == MARK
    assert page.main.find("span", lang="en", string="It does that.")


def test_lists_and_places_tell_the_twin(policy, untold):
    for address in ("/agreements/", policy.jurisdiction.get_absolute_url(), "/"):
        page = read(address)
        assert "Designación de aduanas" in page.words, address
        assert "Customs designation" not in page.words, address
    listing = read("/agreements/")
    assert f"Jail & <agreement> {MARK}" in listing.words


def test_comparison_tells_the_twin(policy, untold):
    places = [row.jurisdiction.path for row in (policy, untold)]
    page = read("/compare/", p=places)
    assert "Designación de aduanas" in page.words
    assert f"Jail & <agreement> {MARK}" in page.words
    table = Client().get("/es/compare.csv", {"p": places}).content.decode()
    assert f"Jail & <agreement> {MARK}" in table
    assert "<span" not in table


@pytest.fixture
def statement():
    """Return a statement with a quotation, from a source in English."""
    return factories.StatementFactory(
        title="Mayor defends it",
        title_es="Defensa del acuerdo",
        summary="The mayor defended it.",
        summary_es="La alcaldía lo defendió.",
        official=None,
        speaker_label="A resident",
        speaker_label_es="Una persona residente",
        quote="It keeps us safe",
        amount_from=3,
        amount_unit="counties",
        amount_unit_es="condados",
    )


def test_statement_is_in_spanish_and_its_quotation_in_english(statement):
    factories.ConcernFactory(statement=statement, detail="Fear.", detail_es="Miedo.")
    page = read(statement.get_absolute_url())
    said = ("La alcaldía lo defendió.", "Una persona residente", "3 condados", "Miedo.")
    for words in said:
        assert words in page.words
    quotation = page.main.blockquote
    assert quotation.find(lang="en").text == "“It keeps us safe”"
    assert quotation.select_one(".in-english").text == in_spanish("(in English)")
    assert not read(statement.get_absolute_url(), "en").main.select(".in-english")


def test_statement_tells_where_and_through_what_in_spanish(statement):
    statement.venue, statement.venue_es = "In the park", "En el parque"
    statement.medium, statement.medium_es = "A poster", "Un cartel"
    statement.save()
    for path in (statement.get_absolute_url(), "/statements/"):
        words = read(path).words
        assert "En el parque · Un cartel" in words
        assert "In the park" not in words


def test_concern_is_exported_in_both_languages(statement):
    factories.ConcernFactory(statement=statement, detail="Fear.", detail_es="Miedo.")
    factories.ConcernFactory(statement=statement, kind="funding", detail="")
    told = Client().get(f"/api/v1/statements/{statement.pk}/").json()
    assert told["concerns"] == ["trust", "funding"]
    assert told["concern_details"] == [
        {"concern": "trust", "detail": "Fear.", "detail_es": "Miedo."}
    ]


def test_quotation_of_a_spanish_source_needs_no_word_in_spanish():
    source = factories.SourceFactory(title="Tranquilidad", language="es")
    statement = factories.StatementFactory(
        quote="Estamos tranquilos", citation=None, title_es="Uno"
    )
    factories.CitationFactory(
        statement=statement, source=source, quote="Estamos tranquilos"
    )
    page = read(statement.get_absolute_url())
    assert page.main.blockquote.find(lang="es")
    assert not page.main.blockquote.select(".in-english")
    page = read(statement.get_absolute_url(), "en")
    assert page.main.blockquote.select_one(".in-english").text == "(in Spanish)"
    assert page.main.find("span", lang="es", string="Tranquilidad")


def test_headline_keeps_its_language_and_our_label_is_told():
    headline = factories.SourceFactory(title="Council votes")
    label = factories.SourceFactory(
        title="", description="A letter", description_es="Una carta"
    )
    assert read(headline.get_absolute_url()).main.h1.find("span", lang="en")
    assert read(label.get_absolute_url()).main.h1.text.strip() == "Una carta"
    assert read(label.get_absolute_url(), "en").main.h1.text.strip() == "A letter"


def test_what_a_source_also_contains_is_told_in_the_language_of_the_page():
    source = factories.SourceFactory(extras="The letter")
    head = read(source.get_absolute_url()).main.select_one(".page__head")
    assert "también contiene: The letter (texto en inglés)" in head.text
    assert head.find("span", lang="en", string="The letter")
    source.extras_es = "La carta"
    source.save()
    head = read(source.get_absolute_url()).main.select_one(".page__head")
    assert "también contiene: La carta" in head.text
    assert "The letter" not in head.text


def test_vote_calendar_and_feed_are_in_the_readers_language(policy):
    vote = factories.VoteFactory(
        policy=policy,
        motion="To sign it",
        motion_es="Firmarlo",
        date=date(2030, 1, 2),
        result=VoteResult.SCHEDULED,
    )
    assert "Firmarlo" in read(vote.get_absolute_url()).main.h1.text
    record_all()
    feed = Client().get("/es/changes.atom").content.decode()
    votes = Client().get("/es/votes.ics").content.decode()
    assert "Firmarlo" in feed
    assert "Designación de aduanas" in feed
    assert "Firmarlo" in votes
    assert "To sign it" not in votes


def test_meeting_is_told_of_in_spanish():
    vote = factories.VoteFactory(
        date=date(2030, 1, 2),
        location="The old mill",
        location_es="El molino viejo",
        stream="The clerk's page",
        stream_es="La página de la secretaría",
        result=VoteResult.SCHEDULED,
    )
    page = read(vote.get_absolute_url())
    meetings = Client().get("/es/votes.ics").content.decode()
    for words in ("El molino viejo", "La página de la secretaría"):
        assert words in page.words
        assert words in meetings
    assert "El molino viejo" in page.soup.find("script").text
    assert "The old mill" in read(vote.get_absolute_url(), "en").words
    told = Client().get(f"/api/v1/votes/{vote.pk}/").json()
    assert told["stream"] == "The clerk's page"
    assert told["location_es"] == "El molino viejo"


def test_body_meets_in_spanish(policy):
    body = factories.BodyFactory(
        jurisdiction=policy.jurisdiction,
        venue="The old mill",
        venue_es="El molino viejo",
        stream="Its page",
    )
    factories.CitationFactory(body=body, field="venue", quote="")
    words = read(policy.jurisdiction.get_absolute_url()).words
    assert "El molino viejo" in words


def test_offices_organizations_and_cases_tell_their_twins(policy):
    term = factories.TermFactory(title="Chair", title_es="Presidencia del comité")
    assert "Presidencia del comité" in read(term.official.get_absolute_url()).words
    group = factories.OrganizationFactory(
        description="A choir.", description_es="Un coro."
    )
    assert "Un coro." in read(group.get_absolute_url()).words
    assert "Un coro." in read("/organizations/").words
    case = factories.CourtCaseFactory(
        caption="",
        title="May it sign?",
        title_es="¿Puede firmar?",
        jurisdiction=policy.jurisdiction,
    )
    factories.CaseEventFactory(case=case, note="Heard.", note_es="Se oyó.")
    factories.CasePartyFactory(
        case=case, jurisdiction=None, name="Residents", name_es="Habitantes"
    )
    page = read(policy.jurisdiction.get_absolute_url())
    assert "¿Puede firmar?" in page.words
    assert "Se oyó." in page.words
    assert "Habitantes" in page.words


def test_corrections_tell_their_twins():
    factories.CorrectionFactory(
        record_title_es="Springfield: un acuerdo",
        **{"was": "Five", "was_es": "Cinco", "now": "Six", "now_es": "Seis"},
        reason="Misread",
    )
    page = read("/corrections/")
    assert "Springfield: un acuerdo" in page.words
    assert "Cinco" in page.words
    assert "Seis" in page.words
    assert f"Misread {MARK}" in page.words


def test_spanish_words_are_found(policy):
    address = policy.get_absolute_url()
    found = read("/search/", q="hace esto")
    assert spanish(address) in found.links()
    assert "Designación de aduanas" in found.words
    assert address in read("/search/", "en", q="hace esto").links()
    assert spanish(address) in read("/agreements/", q="designacion aduanas").links()


def test_words_found_in_the_other_language_say_so(policy):
    row = read("/search/", "en", q="hace esto").main.select_one(".found__row")
    assert row.find("p", lang="es").text == "Hace esto."
    row = read("/search/", q="does this").main.select_one(".found__row")
    assert row.find("p", lang="en").text == "It does this."
    assert "Designación de aduanas" in row.h3.text


def test_suggestion_is_a_plain_name(untold):
    answer = Client().get("/es/search/suggest", {"q": "jail agreement"})
    [row] = answer.json()["suggestions"]
    assert row["label"].endswith(f": Jail & <agreement> {MARK}")


def test_twin_alone_is_a_quiet_change(policy):
    record_all()
    policy.title_es = "Nombramiento de aduanas"
    publish(policy)
    page = read(f"{policy.get_absolute_url()}history/", "en")
    assert "Title in Spanish" in page.section("changes")
    assert "(wording)" in page.section("changes")
    assert "Nombramiento" not in read("/changes/", "en").words


def test_what_the_log_did_not_keep_before_is_no_change(policy):
    record_all()
    change = policy.changes.get()
    for row in change.told["events"]:
        del row["note_es"]
    del change.told["title_es"]
    change.save()
    assert record_all() == []


def test_files_keep_the_english_and_add_the_twin(policy, untold):
    for address in ("/agreements.json", "/es/agreements.json"):
        answer = Client().get(address).getvalue()
        told = {row["title"]: row for row in json.loads(answer)["rows"]}
        assert told["Customs designation"]["title_es"] == "Designación de aduanas"
        assert told["Customs designation"]["events"][0]["note_es"] == "A mano."
        assert told["Jail & <agreement>"]["title_es"] is None
        assert told["Jail & <agreement>"]["summary_es"] is None


def test_spanish_asks_no_more_queries(policy, untold, statement):
    addresses = (
        "/agreements/",
        "/statements/",
        policy.get_absolute_url(),
        statement.get_absolute_url(),
        policy.jurisdiction.get_absolute_url(),
        "/search/?q=customs",
    )
    for address in addresses:
        counts = []
        for language in ("en", "es") * 2:  # the first fill what is kept in memory
            with CaptureQueriesContext(connection) as asked:
                read(address, language)
            counts.append(len(asked))
        assert counts[2] == counts[3], address


def test_names_to_find_it_by_are_in_both_languages(policy):
    assert Policy.objects.named_like("designación mobile").get() == policy
    assert Policy.objects.named_like("customs mobile").get() == policy
