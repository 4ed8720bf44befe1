"""The house style: what the rules find in our own words, and what they let stand."""

import pytest

from news.style.reading import (
    counts,
    ease,
    flesch_kincaid,
    grade,
    is_too_hard,
    sentences,
    spanish_syllables,
    syllables,
    words,
)
from news.style.rules import PROSE, QUOTE, TITLE, Text, findings
from news.style.texts import OURS, texts_of
from news.style.words import BANNED
from policies.enums import PolicyType
from tests.factories import PolicyEventFactory, PolicyFactory, StatementFactory

LAW = (
    "Notwithstanding any other provision of federal, state, or local law, a government "
    "entity or official may not prohibit, or in any way restrict, any governmental "
    "entity or official from communicating information regarding the citizenship or "
    "immigration status, lawful or unlawful, of any individual."
)


def found(text, kind=PROSE, **values):
    """Return what the rules find in one text, in one string."""
    finds = findings([Text("Summary", text, kind, **values)])
    return " ".join(finding.words for finding in finds)


@pytest.mark.parametrize(
    "text",
    [
        "The city will not hold illegal aliens.",
        "It is a sanctuary city.",
        "ICE arrests surged.",
        "A controversial vote.",
        "The sheriff slammed the council.",
        "Illegals were arrested.",
    ],
)
def test_words_that_take_a_side_are_found(text):
    assert "write" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "He called it “a sanctuary city”.",
        'The resolution says "illegal aliens".',
        "The council adopted it.",
        "A badge is worn; goods are sold; the surgeon left.",
        "The sheriff said ‘a crackdown’ is near.",
    ],
)
def test_words_in_quotation_marks_and_parts_of_words_may_stand(text):
    assert found(text) == ""


def test_what_calls_itself_a_sanctuary_may_be_called_so_in_its_title():
    title = "Sanctuary City resolution"
    assert "sanctuary" in found(title, TITLE).lower()
    assert found(title, TITLE, is_declared=True) == ""
    assert "illegal" in found("Illegal alien rule", TITLE, is_declared=True).lower()


def test_spanish_has_words_of_its_own():
    assert "“inmigrantes ilegales”" in found(
        "La ciudad no retiene a inmigrantes ilegales.", language="es"
    )


@pytest.mark.parametrize("language", BANNED)
def test_every_word_says_what_to_write_instead_and_why(language):
    for banned in BANNED[language]:
        assert str(banned.instead)
        assert str(banned.why)


def test_a_title_of_a_line_is_fine_and_a_longer_one_is_not():
    assert found("x" * 90, TITLE) == ""
    assert "91 characters" in found("x" * 91, TITLE)


def test_a_sentence_of_25_words_is_fine_and_a_longer_one_is_told_by_its_start():
    assert found(" ".join(["we"] * 25) + ".") == ""
    told = found("Fine. " + " ".join(["We", *["go"] * 25]) + ".")
    assert "“We go go go go go go go …” has 26 words" in told


def test_a_spanish_sentence_of_22_words_is_fine_and_a_longer_one_is_told():
    assert found(" ".join(["va"] * 22) + ".", language="es") == ""
    told = found(" ".join(["va"] * 23) + ".", language="es")
    assert "has 23 words; make two of it (22 at most)" in told


def test_a_summary_of_120_words_is_enough():
    sentence = "We go to it now and it is so. "
    assert found(sentence * 13) == ""  # 117
    assert "126 words; 120 are enough." in found(sentence * 14)


def test_a_quotation_is_a_few_words():
    assert found(" ".join(["word"] * 40), QUOTE) == ""
    assert "quotation of 41 words" in found(" ".join(["word"] * 41), QUOTE)
    quoted = "He said “" + " ".join(["it"] * 41) + "”."
    assert "quotation of 41 words" in found(quoted)


def test_a_claim_that_no_citation_supports_is_found():
    assert "No citation supports it" in found("It began.", is_cited=False)


def test_an_empty_text_has_nothing_to_find():
    assert found("  ", is_cited=False) == ""


# How hard it is to read


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("the", 1),
        ("made", 1),
        ("makes", 1),
        ("asked", 1),
        ("voted", 2),
        ("ended", 2),
        ("table", 2),
        ("city", 2),
        ("council", 2),
        ("county", 2),
        ("sheriff", 2),
        ("agreement", 3),
        ("detention", 3),
        ("resolution", 4),
        ("immigration", 4),
        ("enforcement", 3),
        ("media", 3),
        ("changes", 2),
        ("continent", 3),
        ("dedicated", 4),
        ("2021", 1),
    ],
)
def test_syllables_of_english(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("sol", 1),
        ("ciudad", 2),
        ("policía", 4),
        ("país", 2),
        ("acuerdo", 3),
        ("inmigración", 4),
        ("que", 1),
        ("guerra", 2),
        ("pingüino", 3),
        ("leer", 2),
        ("aeropuerto", 5),
        ("yo", 1),
        ("ley", 1),
        ("concejo", 3),
    ],
)
def test_syllables_of_spanish(word, count):
    assert spanish_syllables(word) == count


# As the encyclopedias give them: a sentence of 13 words and 24 syllables is of grade
# 11.3; “Green Eggs and Ham”, of 5.7 words a sentence and 1.02 syllables each, of -1.3.
PLATYPUS = (
    "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
)


def test_grade_is_that_of_published_examples():
    assert flesch_kincaid(13, 1, 24) == pytest.approx(11.3, abs=0.05)
    assert flesch_kincaid(5700, 1000, 5814) == pytest.approx(-1.3, abs=0.05)
    assert flesch_kincaid(1, 1, 1) == pytest.approx(-3.4)  # the lowest there is
    assert counts(PLATYPUS, syllables) == (13, 1, 24)
    assert grade(PLATYPUS) == pytest.approx(11.3, abs=0.05)


def test_ease_agrees_with_the_formula_counted_by_hand():
    # El ga-to es-tá en la ca-sa: 6 words, 9 syllables.
    text = "El gato está en la casa."
    assert ease(text) == pytest.approx(206.835 - 62.3 * 9 / 6 - 6)


def test_a_law_is_too_hard_and_a_plain_sentence_is_not():
    assert is_too_hard(LAW)
    plain = "The city voted on May 2. It will not hold people for ICE. It lets them go."
    assert not is_too_hard(plain + " " + plain)
    assert not is_too_hard("Interdepartmental reimbursement notwithstanding.")  # short


def test_a_spanish_law_is_too_hard_and_a_plain_sentence_is_not():
    law = (
        "Las disposiciones administrativas correspondientes establecen procedimientos "
        "interinstitucionales obligatorios relativos a la implementación gubernamental "
        "de autorizaciones excepcionales concedidas extraordinariamente a funcionarios "
        "departamentales."
    )
    assert is_too_hard(law, "es")
    plain = "La ciudad votó el 2 de mayo. No va a dar los datos. La gente va a casa."
    assert not is_too_hard(plain + " " + plain, "es")


def test_a_text_without_words_has_no_grade():
    for measure in (grade, ease):
        with pytest.raises(ValueError, match="no words"):
            measure("…")


def test_sentences_end_where_a_reader_stops():
    text = "Mr. Woodfin voted at 7 p.m. on Dec. 7. J. Smith said “No.” It cost $1.5 bn"
    assert sentences(text) == [
        "Mr. Woodfin voted at 7 p.m. on Dec. 7.",
        "J. Smith said “No.”",
        "It cost $1.5 bn",
    ]
    assert sentences("One line\nanother") == ["One line", "another"]
    assert words("It’s 287(g), a city-wide rule.") == [
        "It’s",
        "287",
        "g",
        "a",
        "city-wide",
        "rule",
    ]


# The texts of a record


@pytest.mark.django_db
def test_the_texts_of_a_record_are_ours_and_those_it_quotes():
    policy = PolicyFactory(
        title="A sanctuary city",
        summary="It ends.",
        citation__field="title",
        citation__quote="word " * 41,
        events=[("effective", "2021-12-07")],
    )
    told = {(f.place, f.words.split(":")[0]) for f in findings(texts_of(policy))}
    assert ("Title", "“sanctuary city”") in told
    assert ("Summary", "No citation supports it") in told
    assert any(place == "Citation of Title" for place, _words in told)
    policy.type = PolicyType.SANCTUARY_DECLARATION
    assert "Title" not in {finding.place for finding in findings(texts_of(policy))}


@pytest.mark.django_db
def test_the_texts_in_spanish_are_held_to_the_rules_of_spanish():
    policy = PolicyFactory(
        title_es="Una ciudad santuario",
        summary="It ends.",
        summary_es="Termina la oleada.",
        citation__field="summary",
    )
    event = PolicyEventFactory(policy=policy, note_es="Una redada.")
    told = {f.place: f.words.split(":")[0] for f in findings(texts_of(policy))}
    assert told["Title in Spanish"] == "“ciudad santuario”"
    assert told["Summary in Spanish"] == "“oleada”"
    assert told[f"{event}: In our words, in Spanish"] == "“redada”"


@pytest.mark.django_db
def test_a_citation_of_the_whole_record_supports_its_words():
    statement = StatementFactory(summary="He opposes it.")
    assert findings(texts_of(statement)) == []


def test_every_field_that_is_ours_is_held_to_something():
    kinds = {kind for fields in OURS.values() for kind in fields.values()}
    assert kinds == {TITLE, PROSE, QUOTE}
