"""Agreements, people, groups, cases, laws and statements, a sentence at a time."""

import pytest

from tests.news.intake.articles import policies_in, suggested

OPENING = "ROME, Ga. — Rain fell in Floyd County.\n\n"


def of(kind, words, *fields):
    """Return some values of each suggestion of a kind in a text."""
    found = suggested(f"{OPENING}{words}", kind)
    return [tuple(one.values[name] for name in fields) for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "The 287(g) program lets local officers do the work of ICE.",
        "Floyd County Sheriff Ann Lee would sign a 287(g) agreement if she could.",
        "Agencies across the country have signed 287(g) agreements.",
        "“We signed a 287(g) agreement,” Dan Roe said.",
        "Critics of the 287(g) program spoke in Floyd County.",
    ],
)
def test_mention_is_no_agreement(words):
    assert policies_in(f"{OPENING}{words}") == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Floyd County Sheriff Ann Lee signed a 287(g) agreement.", "signed"),
        ("Floyd County has had a 287(g) agreement since 2019.", "active"),
        ("Floyd County Sheriff Ann Lee ended a 287(g) agreement.", "terminated"),
        ("Floyd County officials are considering a 287(g) agreement.", "proposed"),
        ("Floyd County Sheriff Ann Lee applied for the 287(g) program.", "pending"),
        ("Floyd County Sheriff Ann Lee renewed the 287(g) agreement.", "active"),
    ],
)
def test_status_words(words, status):
    expected = [("287g", "Floyd County, GA", status)]
    assert policies_in(f"{OPENING}{words}") == expected


def test_models():
    words = "Floyd County Sheriff Ann Lee signed a 287(g) {} agreement."
    for said, model in (
        ("jail enforcement model", "jem"),
        ("task force model", "tfm"),
        ("warrant service officer", "wso"),
    ):
        assert of("policy", words.format(said), "program_model") == [(model,)]


def test_titles_before_and_behind_and_later_by_surname():
    words = (
        "Sheriff Ann Lee spoke. Bo Diaz, the county attorney, listened. Lee said the "
        "jail was full. Former Mayor Cy Orr was there. Dan Roe, a plumber, was too."
    )
    found = of("official", words, "name", "office", "former")
    assert found == [
        ("Ann Lee", "sheriff", False),
        ("Bo Diaz", "attorney", False),
        ("Cy Orr", "mayor", True),
    ]


def test_private_person_makes_no_statement():
    assert of("statement", "“I am afraid of ICE,” said Dan Roe, a plumber.") == []


def test_silence_is_told_from_refusal():
    words = (
        "Sheriff Ann Lee declined to comment. Mayor Cy Orr did not respond to a "
        "request for comment."
    )
    assert of("statement", words, "speaker", "stance") == [
        ("Ann Lee", "declined_to_comment"),
        ("Cy Orr", "did_not_respond"),
    ]


def test_case_with_its_parties_and_court():
    words = (
        "The ACLU of Georgia sued Floyd County in federal court over an ICE detainer. "
        "A judge dismissed the lawsuit."
    )
    fields = ("plaintiff", "defendant", "court", "status")
    assert of("case", words, *fields) == [
        ("ACLU of Georgia", "Floyd County", "federal court", "dismissed")
    ]


def test_threat_to_sue_is_no_case():
    assert of("case", "The ACLU of Georgia could sue Floyd County over ICE.") == []


def test_bill_by_its_number():
    words = "House Bill 1105 would require sheriffs to sign agreements with ICE."
    fields = ("name", "jurisdiction_name", "law_effect", "event")
    assert of("law", words, *fields) == [
        ("House Bill 1105", "Georgia", "mandates_agreement", "proposed")
    ]


def test_letter_with_its_signers():
    words = (
        "Groups sent a letter to Sheriff Ann Lee opposing an ICE agreement.\n\n"
        "The following organizations signed the letter:\n\n"
        "• Hill Street Church\n• Rome Workers Center\n\nRain fell again."
    )
    assert of("letter", words, "stance", "signatories") == [
        ("opposes", ("Hill Street Church", "Rome Workers Center"))
    ]
    assert of("organization", words, "name", "stance") == [
        ("Hill Street Church", "opposes"),
        ("Rome Workers Center", "opposes"),
    ]


def test_attributed_fact_says_by_whom():
    words = "Floyd County signed a 287(g) agreement, according to Ann Lee."
    (found,) = suggested(f"{OPENING}{words}", "policy")
    assert found.speaker == "Ann Lee"
