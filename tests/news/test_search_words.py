"""What public records are found by follows them, and nothing private is in it."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from jurisdictions.models import (
    Jurisdiction,
    NearSpelling,
    Official,
    Organization,
    RecordWords,
)
from jurisdictions.registry.writing import change
from news.models import Citation, Source
from news.models.words import stale_words
from policies.models import Policy, Statement, Vote
from tests import factories

pytestmark = pytest.mark.django_db
ON_POSTGRESQL = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite knows English stems only"
)
WAYS_TO_WRITE_287G = ("287(g)", "287 (g)", "287g", "287 g", "287(G)")
EVERY = [
    *(Jurisdiction, Policy, Vote, Statement),
    *(Organization, Official, Source, Citation),
]


def finds(words, record):
    """Return whether a search for words finds a record."""
    hits = RecordWords.objects.hits(words, [type(record)])
    return record.pk in {hit.record_id for hit in hits}


def anything(words):
    """Return every hit of some words."""
    return RecordWords.objects.hits(words, EVERY)


def own_text_of(field):
    """Return a public record with a word in one of its own texts."""
    text = {field: "Concerning the zugzwang."}
    if field in {"motion"}:
        return factories.VoteFactory(**text)
    if field in {"quote", "body"}:
        return factories.StatementFactory(**text)
    if field == "description":
        return factories.OrganizationFactory(**text)
    if field in {"byline", "extras"}:
        return factories.SourceFactory(**text)
    return factories.PolicyFactory(**text)


@pytest.mark.parametrize(
    "field",
    ("title", "summary", "scope", "exclusions", "conditions", "excerpt")
    + ("motion", "quote", "description", "byline", "extras"),
)
def test_record_is_found_by_its_own_words(field):
    assert finds("Zugzwang", own_text_of(field))


@pytest.mark.parametrize("field", ["quote", "value_reported", "speaker"])
def test_citation_is_found_by_what_its_source_says(field):
    citation = factories.CitationFactory(
        policy=factories.PolicyFactory(), **{field: "zugzwang"}
    )
    assert finds("zugzwang", citation)
    citation.quote = citation.value_reported = citation.speaker = ""
    citation.save()
    assert not anything("zugzwang")
    citation.quote = "zugzwang"
    citation.save()
    Citation.objects.filter(pk=citation.pk).delete()
    assert not anything("zugzwang")


def test_private_text_of_a_source_is_not_searched():
    factories.SourceFactory(text="zugzwang in full", editorial_note="zugzwang")
    assert not anything("zugzwang")
    assert not RecordWords.objects.filter(words__contains="zugzwang").exists()
    call_command("index_words", stdout=StringIO())
    assert not RecordWords.objects.filter(words__contains="zugzwang").exists()


def test_words_follow_a_record_through_its_life():
    policy = factories.PolicyFactory(summary="zugzwang", draft=True)
    assert not anything("zugzwang")
    policy.save_revision().publish()
    assert finds("zugzwang", policy)
    policy.summary = "fianchetto"
    policy.save_revision()
    assert not anything("fianchetto"), "nobody has published the edit"
    policy.get_latest_revision().publish()
    assert finds("fianchetto", policy)
    assert not anything("zugzwang")
    policy.refresh_from_db()
    policy.unpublish()
    assert not anything("fianchetto")


def test_deleted_record_is_forgotten():
    organization = factories.OrganizationFactory(name="Zugzwang League")
    assert anything("zugzwang")
    organization.delete()
    assert not RecordWords.objects.filter(names__contains="zugzwang").exists()


@pytest.mark.parametrize("above", ["place", "state"])
def test_what_hangs_on_a_withdrawn_place_is_not_found_until_it_is_back(above):
    policy = factories.PolicyFactory(summary="zugzwang", citation__quote="zugzwang")
    factories.VoteFactory(body__jurisdiction=policy.jurisdiction, motion="zugzwang")
    event = factories.PolicyEventFactory(policy=policy, citation__quote="zugzwang")
    assert len(anything("zugzwang")) == 4, event
    row = policy.jurisdiction if above == "place" else policy.jurisdiction.state
    row.unpublish()
    assert anything("zugzwang") == []
    row.refresh_from_db()
    row.save_revision().publish()
    assert len(anything("zugzwang")) == 4


def test_quotation_of_a_draft_source_is_not_found():
    citation = factories.CitationFactory(
        policy=factories.PolicyFactory(), quote="zugzwang", source__draft=True
    )
    assert not anything("zugzwang")
    citation.source.save_revision().publish()
    assert anything("zugzwang")


def test_index_made_anew_is_the_one_that_followed():
    place = factories.PlaceFactory(name="Zugzwang")
    factories.PolicyFactory(jurisdiction=place, citation__quote="zugzwang")
    factories.StatementFactory(jurisdiction=place)
    before = set(RecordWords.objects.values_list("kind", "record_id", "names", "words"))
    RecordWords.objects.all().delete()
    NearSpelling.objects.all().delete()
    assert not anything("zugzwang")
    call_command("index_words", stdout=StringIO())
    assert before == set(
        RecordWords.objects.values_list("kind", "record_id", "names", "words")
    )
    assert NearSpelling.objects.readings("zugzwong") == ["zugzwang"]


def test_check_record_tells_words_that_are_not_those_of_the_record():
    policy = factories.PolicyFactory()
    Policy.objects.filter(pk=policy.pk).update(summary="written past the site")
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("check_record", stdout=said)
    assert f"{policy.pk}, {policy}: the search has other words" in said.getvalue()
    call_command("index_words", stdout=StringIO())
    call_command("check_record", stdout=StringIO())


def test_words_of_many_records_are_bounded():
    """However common a word is, so many matches are ranked and counted, no more."""
    policies = [
        RecordWords(kind="policy", record_id=n, names="an agreement", words="zugzwang")
        for n in range(1, 3001)
    ]
    RecordWords.objects.bulk_create(policies)
    hits = RecordWords.objects.hits("zugzwang", [Policy])
    assert len(hits) == 12
    assert {hit.of_kind for hit in hits} == {501}


def test_full_name_is_found_among_any_number_that_have_its_words():
    city = factories.PlaceFactory(name="New York", population=1, population_year=2020)
    rows = [
        RecordWords(kind="jurisdiction", record_id=n, names="somewhere new york ny")
        for n in range(10_000, 12_000)
    ]
    RecordWords.objects.bulk_create(rows)
    for words in ("new york", "New York, Alabama", "new york al"):
        (first, *_rest) = RecordWords.objects.hits(words, [Jurisdiction])
        assert first.record_id == city.pk, words


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("agreements were extended", "agreement extends"),
        ("the councilors of Peñitas", "penitas"),
        ("the councilors of Penitas", "Peñitas"),
        ("signed by O’Brien", "obrien"),
        ("ICE/DHS custody", "dhs"),
        *(
            (f"a {one} pact", other)
            for one in WAYS_TO_WRITE_287G
            for other in (*WAYS_TO_WRITE_287G, "287")
        ),
        ("U.S. marshals", "us marshal"),
        ("Designación como “lugar seguro”", "lugar seguro"),
        ("Designación", "designacion"),
    ],
)
def test_stems_and_accents(written, asked):
    assert finds(asked, factories.PolicyFactory(summary=written))


def test_number_alone_is_not_the_section():
    assert not finds("287(g)", factories.PolicyFactory(summary="of 287 guards"))


def test_names_kept_as_they_were_folded_before_are_folded_anew():
    policy = factories.PolicyFactory(title="A 287(g) pact")
    before = policy.lookup.replace("287g", "287 g")
    Policy.objects.filter(pk=policy.pk).update(lookup=before)
    RecordWords.objects.all().delete()
    call_command("index_words", stdout=StringIO())
    assert Policy.objects.get().lookup == policy.lookup != before
    assert Policy.objects.named_like("287 (g)").get() == policy
    assert finds("287g pact", policy)


@ON_POSTGRESQL
@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("las designaciones", "designación"),
        ("los acuerdos firmados", "acuerdo firmado"),
        ("una deportación", "deportaciones"),
        ("the officers were deputized", "deputizing officer"),
    ],
)
def test_spanish_and_english_stems(written, asked):
    assert finds(asked, factories.PolicyFactory(summary=written))


def test_every_word_must_be_found():
    policy = factories.PolicyFactory(summary="the sheriff signed")
    assert finds("sheriff signed", policy)
    assert not finds("sheriff zugzwang", policy)


@pytest.mark.parametrize("words", ["the", "of the", "de la", "a", "y"])
def test_little_words_alone_do_not_fail(words):
    factories.PolicyFactory(summary="the end of the day de la")
    anything(words)


@pytest.mark.parametrize("words", ["", "%", "_", "'", '"', "…", "\N{GRINNING FACE}"])
def test_no_word_finds_nothing(words):
    factories.PolicyFactory()
    assert anything(words) == []
    assert not Policy.objects.found_by(words).exists()


HOSTILE = (
    '"',
    '"unterminated',
    "a OR b",
    "NEAR(a b, 2)",
    "names : a",
    "a* AND NOT b",
    "-a ^b {c} + d",
    "a & | ! <-> b:*",
    "'a':*",
    "\\",
    "%s %(x)s %d",
    "a;DROP TABLE x--",
    "0kpolicy",
    "0k",
    "0nbirmingham",
    "½ ² ﬁ ௧ ٣ 東京 ß İ ı",
    "\u202e\u200d\ufeff",
    "1e309 0x1F 1.5e-7 -- 3,4",
    " ".join("abcdefghijklmnopqrstuvwxyz" * 2),
    "a" * 100,
    "http://a.b/c?d=e&f user@example.org /etc/passwd",
)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_the_query(words):
    factories.PolicyFactory(summary=words)
    factories.PlaceFactory()
    anything(words)
    RecordWords.objects.hits(words, EVERY, names_only=True)
    NearSpelling.objects.readings(words)
    for model in (Jurisdiction, Policy, Source):
        list(model.objects.published().found_by(words))


def test_listing_and_search_find_the_same():
    policy = factories.PolicyFactory(summary="the zugzwang", title="A fianchetto")
    factories.PolicyFactory(summary="the zugzwang", draft=True)
    for words in ("zugzwang", "fianchetto", "fianch", "zugzwang fianchetto"):
        assert list(Policy.objects.published().found_by(words)) == [policy], words


def test_source_is_found_by_its_quotations_too():
    said = factories.CitationFactory(
        policy=factories.PolicyFactory(), quote="in zugzwang"
    )
    hidden = factories.PolicyFactory(draft=True)
    factories.CitationFactory(policy=hidden, quote="in zugzwang")
    assert list(Source.objects.published().found_by("zugzwang")) == [said.source]


def test_names_are_learnt_once_and_of_public_records_only():
    factories.PlaceFactory(name="Zugzwang", draft=True)
    assert not NearSpelling.objects.filter(word="zugzwang").exists()
    for _again in range(2):
        factories.PlaceFactory(name="Zugzwang")
    assert NearSpelling.objects.filter(word="zugzwang").count() == len(
        {*NearSpelling.objects.filter(word="zugzwang").values_list("key", flat=True)}
    )


def test_newest_comes_first_among_what_fits_alike():
    old, new, none = (
        factories.SourceFactory(title="Zugzwang again", date=day)
        for day in (date(2019, 1, 1), date(2024, 1, 1), None)
    )
    hits = RecordWords.objects.hits("zugzwang", [Source])
    assert [hit.record_id for hit in hits] == [new.pk, old.pk, none.pk]


def test_agreement_is_found_by_its_agency_from_the_moment_that_is_public():
    agency = factories.AgencyFactory(name="Zugzwang Constables", draft=True)
    policy = factories.PolicyFactory(agency=agency, title="Pact")
    assert not anything("zugzwang"), "the agency is a draft"
    agency.save_revision().publish()
    assert finds("zugzwang", policy)
    agency.refresh_from_db()
    agency.name = "Fianchetto Constables"
    agency.save_revision().publish()
    assert finds("fianchetto", policy)
    assert not anything("zugzwang")
    agency.refresh_from_db()
    agency.unpublish()
    assert not anything("fianchetto")


MADE_BY = {"Jurisdiction": "Place"}
NAMED = {
    "outlet": factories.SourceFactory,
    "body": factories.VoteFactory,
    "jurisdiction": factories.PolicyFactory,
    "agency": factories.StatementFactory,
    "organization": factories.StatementFactory,
}


@pytest.mark.parametrize("name", NAMED)
def test_record_is_found_by_the_new_name_of_what_it_names(name):
    target = NAMED[name]._meta.model._meta.get_field(name).related_model.__name__
    named = getattr(factories, f"{MADE_BY.get(target, target)}Factory")(name="Zugzwang")
    record = NAMED[name](**{name: named})
    assert finds("zugzwang", record)
    named.name = "The Fianchetto"
    named.save_revision().publish()
    assert finds("fianchetto", record)


@pytest.mark.parametrize("name", ["agency", "organization", "body"])
def test_speaker_that_is_withdrawn_leads_to_nothing(name):
    speaker = getattr(factories, f"{name.title()}Factory")(name="Zugzwang Constables")
    factories.StatementFactory(**{name: speaker})
    speaker.unpublish()
    assert not anything("zugzwang")


def test_office_at_an_agency_that_is_withdrawn_leads_to_nothing():
    agency = factories.AgencyFactory(name="Zugzwang Constables")
    term = factories.TermFactory(agency=agency, jurisdiction=None)
    term.official.save()
    assert anything("zugzwang")
    agency.unpublish()
    assert not anything("zugzwang")


def test_names_follow_the_place_of_what_is_named():
    county = factories.CountyFactory(draft=True)
    agency = factories.AgencyFactory(name="Zugzwang Constables", jurisdiction=county)
    policy = factories.PolicyFactory(agency=agency)
    assert not anything("zugzwang")
    county.save_revision().publish()
    assert finds("zugzwang", policy)
    county.refresh_from_db()
    county.unpublish()
    assert not anything("zugzwang")


def test_names_follow_a_place_that_the_registry_renames():
    policy = factories.PolicyFactory(jurisdiction__name="Zugzwang County")
    change([(policy.jurisdiction, {"name": "Fianchetto County"}, [])])
    assert finds("fianchetto", policy)
    assert not RecordWords.objects.hits("zugzwang", [Policy])


def test_index_finds_names_that_nobody_wrote_anew():
    agency = factories.AgencyFactory(name="Zugzwang Constables")
    policy = factories.PolicyFactory(agency=agency)
    Policy.objects.update(lookup="pact")
    RecordWords.objects.keep([Policy.objects.get()])
    assert not anything("zugzwang")
    assert [row.pk for row in stale_words()] == [policy.pk]
    call_command("index_words", stdout=StringIO())
    assert finds("zugzwang", policy)
    assert not [*stale_words()]
