"""The article beside its cards: its paragraphs, cut where a passage begins or ends."""

from itertools import pairwise
from typing import NamedTuple

from news.filing.deciding import GAP
from news.intake.articles import plain
from news.intake.paragraphs import paragraphs_of
from news.intake.sentences import sentences_of


class Piece(NamedTuple):
    """A run of the text, with the cards whose passage it is part of."""

    text: str
    keys: tuple[str, ...]
    # Those of them whose passage begins here.
    begun: tuple[str, ...]
    # Whether one of the cards has not been left out.
    is_marked: bool


class Paragraph(NamedTuple):
    """A paragraph of the text: where it begins, and its pieces."""

    start: int
    pieces: list[Piece]


def marked(text, cards):
    """Return the paragraphs of a text in pieces: one passage can lie in another."""
    placed = [card for card in cards if card.start is not None]
    return [
        Paragraph(start, list(_cut(text, start, end, placed)))
        for start, end in _blocks(text)
    ]


def _blocks(text):
    """Yield where each paragraph begins and ends, as their numbers count them."""
    start, end = 0, len(text.rstrip())
    for gap in GAP.finditer(text, 0, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _cut(text, start, end, cards):
    """Yield the pieces of one paragraph."""
    cards = [card for card in cards if card.start < end and start < card.end]
    edges = {edge for card in cards for edge in (card.start, card.end)}
    bounds = sorted({start, end} | {edge for edge in edges if start < edge < end})
    for first, last in pairwise(bounds):
        inside = [card for card in cards if card.start <= first and last <= card.end]
        yield Piece(
            text[first:last],
            tuple(card.key for card in inside),
            tuple(card.key for card in inside if card.start == first),
            any(not card.is_rejected for card in inside),
        )


class Context:
    """The sentences of a text, to show quotations in."""

    def __init__(self, text):
        self.text = text
        self.sentences = [
            (sentence.start, sentence.end)
            for paragraph in paragraphs_of(plain(text))
            for sentence in sentences_of(paragraph)
        ]

    def around(self, card):
        """Return the words before a card's quotation in its sentence, it, those after.

        A quotation that is in no sentence stands alone.
        """
        if card.start is None:
            return "", card.quote, ""
        touched = [
            span
            for span in self.sentences
            if span[0] < card.end and card.start < span[1]
        ]
        start = min([card.start, *(span[0] for span in touched)])
        end = max([card.end, *(span[1] for span in touched)])
        text = self.text
        return text[start : card.start], card.quote, text[card.end : end]
