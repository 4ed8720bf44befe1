"""From an article's text to suggestions, each with the sentence it comes from.

Nothing here guesses, learns or asks anybody: words, their order and a gazetteer of
places decide, and the same text always gives the same suggestions. A suggestion is
sure or unsure; an editor decides on both. `suggest` in `extraction` is the door;
`known` alone reads the record, every other module is pure (docs/intake.md).
"""
