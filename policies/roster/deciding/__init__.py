"""Editors' decisions on changes, and the drafts that come of them."""
