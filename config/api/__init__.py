"""The record for programs: read-only JSON by the filters and columns of the pages.

`shape` reads how an answer is wanted, `records` gives a listing's rows and single
ones, `serializers` and `parameters` tell what those are, `schema` and `docs` publish
it; `errors` and `throttling` refuse, in words. Each app's `api` names its own rows.
"""
