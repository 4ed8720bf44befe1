"""The five stories the record began with, as data, and how they are entered.

Each TOML file beside this module holds what one article tells. A table such as
`[[policy]]` is one record, its keys are the names of the record's fields (see
docs/data-dictionary.md), and its `citations` say in which paragraph of which source
each fact stands. Paragraphs are counted between blank lines, the headline included.

The words are ours. The articles themselves are not here.
"""
