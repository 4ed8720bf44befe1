"""The whole record as files: a zip of tables, one JSON object, an SQLite database.

`tables` says what is in them, `reading` goes through the record once and hands every
row to `writing`, `package` describes the tables for programs and people, `making`
puts a set together and in its place.
"""
