"""An article from where it is to text and metadata, and whether the record has it.

`fetching` asks the site at an address, `reading` makes an article of the page or of a
file, `pasted` of a text. `addresses` and `reprints` tell whether two are the same. All
that fails does so with `refusal`. No model and no screen: what is found is unconfirmed,
and nothing here saves it.
"""
