"""Reference data on places: the Census Bureau's codes and Open Civic Data ids.

`states.csv` has the states, `counties.csv` the counties and what stands for them
(parishes, boroughs, independent cities, Connecticut's planning regions, Puerto Rico's
municipios). Names, codes, coordinates and populations are the Census Bureau's, which
are in the public domain; Open Civic Data's ids are CC0. `one_government.csv` pairs
the county and the city, by GEOID, that have one government; independent cities are
found by their names. `manage.py import_places` brings newer facts into the record,
and `manage.py write_counties` writes `counties.csv` anew from there.
"""
