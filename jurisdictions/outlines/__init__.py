"""Outlines of the states and their counties, drawn once and read by every map.

`outlines.json` is made by `manage.py write_outlines` from `counties-albers-10m.json`
of the npm package us-atlas 3 (ISC; its notice is in `LICENSE` here), which holds the
Census Bureau's cartographic boundaries of 2017, in the public domain, projected to a
plane of 975 by 610. Nothing here knows a record or asks a database.
"""
