"""Tests of how articles are fetched, read and told apart; no text in them is real."""
