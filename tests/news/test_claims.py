"""Citations of one source, gathered by passage."""

import dataclasses

from news.claims import claim_words, claims_of
from news.models import Citation
from policies.models import PolicyEvent, Vote


@dataclasses.dataclass(eq=False)
class Row:
    """A citation without a database."""

    quote: str = ""
    paragraph: int | None = None
    field: str = "result"
    speaker: str = ""
    contradicts: bool = False
    value_reported: str = ""
    target: object = dataclasses.field(default_factory=Vote)


def test_one_passage_carries_several_facts():
    rows = [Row("set for a vote", 2, "result"), Row("set for a vote", 2, "date")]
    [claim] = claims_of(rows)
    assert claim.citations == rows
    assert claim.words == ["vote: result", "vote: date"]


def test_passages_come_in_the_order_of_the_article():
    late, unknown, early = Row("b", 7), Row("c", None), Row("a", 1)
    found = [claim.citation for claim in claims_of([late, unknown, early])]
    assert found == [early, late, unknown]


def test_contradiction_is_a_passage_of_its_own():
    rows = [Row("no", 3), Row("no", 3, contradicts=True)]
    assert len(claims_of(rows)) == 2


def test_each_part_of_each_record_has_words():
    assert claim_words(Row(field="")) == "vote: the record as a whole"
    assert claim_words(Row(field="counts")) == "vote: totals"
    assert (
        claim_words(Row(field="kind", target=PolicyEvent())) == "event: what happened"
    )


def test_a_citation_is_what_the_rows_stand_for():
    """The rows above have what a citation has, under the same names."""
    for name in ("quote", "paragraph", "field", "speaker", "value_reported"):
        assert Citation._meta.get_field(name)
    assert isinstance(Citation.contradicts, property)
