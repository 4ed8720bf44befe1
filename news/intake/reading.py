"""An article read once: paragraphs, sentences, quotations, for every rule to use."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from news.articles.language import language_of
from news.intake.articles import Article, plain
from news.intake.paragraphs import Paragraph, ParagraphKind, paragraphs_of
from news.intake.quotations import Quotation, quotations_of
from news.intake.sentences import Sentence, sentences_of
from news.intake.suggestions import Passage

MOST_SENTENCES = 600  # of a story; what is longer is no article


@dataclass
class Reading:
    """An article in parts. `told` are the sentences that facts may be taken from."""

    article: Article
    plain: str
    paragraphs: list[Paragraph]
    sentences: list[Sentence]
    quotations: list[Quotation]
    told: list[Sentence] = field(init=False)
    _told_starts: list[int] = field(init=False)
    _starts: list[int] = field(init=False)
    _opened: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Set what is looked up often."""
        told = (sentence for sentence in self.sentences if sentence.is_told)
        self.told = list(islice(told, MOST_SENTENCES))
        self._told_starts = [sentence.start for sentence in self.told]
        self._starts = [sentence.start for sentence in self.sentences]
        self._opened = [quotation.start for quotation in self.quotations]

    @cached_property
    def is_spanish(self) -> bool:
        """Whether the article is in Spanish, as told or by its commonest words."""
        if self.article.language:
            return self.article.language.startswith("es")
        return language_of(self.article.text[:20_000]) == "es"

    @property
    def headlines(self) -> list[str]:
        """The headline as told, and what stands above the story."""
        above = [
            paragraph.plain
            for paragraph in self.paragraphs
            if paragraph.kind is ParagraphKind.HEADLINE
        ]
        return [*filter(None, [plain(self.article.headline)]), *above]

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence in which a place of the text lies."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def quotation_at(self, place: int) -> Quotation | None:
        """Return the quotation in which a place of the text lies."""
        index = bisect_right(self._opened, place) - 1
        if index < 0 or place >= self.quotations[index].end:
            return None
        return self.quotations[index]

    def in_speech(self, place: int) -> bool:
        """Return whether somebody quoted says what stands at a place."""
        quotation = self.quotation_at(place)
        return quotation is not None and quotation.is_speech

    def printed(self, quotation: Quotation) -> str:
        """Return what is quoted as the article prints it, without its outer marks."""
        words = self.article.text[quotation.start : quotation.end]
        return words.strip().strip('"“”„«»').strip()

    def passage(self, sentence: Sentence) -> Passage:
        """Return a sentence as the article prints it."""
        return Passage(
            self.article.text[sentence.start : sentence.end],
            sentence.start,
            sentence.end,
            sentence.paragraph.number,
        )

    def before(self, sentence: Sentence, count: int = 1) -> list[Sentence]:
        """Return the told sentences before one, the nearest first."""
        place = self._place(sentence)
        return list(reversed(self.told[max(0, place - count) : place]))

    def after(self, sentence: Sentence, count: int = 1) -> list[Sentence]:
        """Return the told sentences behind one, the nearest first."""
        place = self._place(sentence) + 1
        return self.told[place : place + count]

    def _place(self, sentence: Sentence) -> int:
        return bisect_right(self._told_starts, sentence.start) - 1


def read(article: Article) -> Reading:
    """Return an article in its parts."""
    text = plain(article.text)
    paragraphs = paragraphs_of(text, plain(article.headline).strip())
    return Reading(
        article,
        text,
        paragraphs,
        [one for paragraph in paragraphs for one in sentences_of(paragraph)],
        [one for paragraph in paragraphs for one in quotations_of(paragraph)],
    )
