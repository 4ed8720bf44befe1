"""Addresses of the API's own pages; each app adds those of its records."""

from django.urls import path

from config.api.addresses import PREFIX
from config.api.docs import docs, listing_docs
from config.api.root import Root
from config.api.schema import schema

urlpatterns = [
    path(PREFIX, Root.as_view(), name="api"),
    path(f"{PREFIX}schema/", schema, name="api-schema"),
    path(f"{PREFIX}docs/", docs, name="api-docs"),
    path(f"{PREFIX}docs/<slug:name>/", listing_docs, name="api-listing-docs"),
]
