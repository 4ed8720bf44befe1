"""Records by spreadsheet: a row is a record, its columns are declared once.

From the declaration of a kind of sheet (`columns`, `kinds`) come the template, the
table of columns in docs/importing-records.md, and the reading. `examination` finds
out what each row would do, and `entering` does exactly that.
"""
