"""The rules of the house as tests.

A rule is a function that returns what breaks it. Its first test holds it against
this repository, its second against something broken, so that it can fail.
"""
