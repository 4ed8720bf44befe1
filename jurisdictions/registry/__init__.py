"""The national registry of places, from the Census Bureau's files to records.

A file is read row by row, in chunks, inside one transaction: memory does not grow
with it, and an import that ends early leaves the record as it was.
"""
