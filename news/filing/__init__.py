"""From the cards of an article to drafts: dealt, decided by an editor, filed at once.

`dealing` makes cards of what `news.intake` suggests. A card is a row of a sheet with a
passage of the article: its cells are read, and what is wrong with them is said, by
`news.spreadsheets`. `entering` makes the drafts of all accepted cards in one
transaction, or in a rehearsal that is taken back, and `publishing` hands them on.
"""
