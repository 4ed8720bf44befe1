"""The same rows for machines: one listing as CSV, JSON, a workbook or GeoJSON."""

from config.listings.faces.addresses import listing
from config.listings.faces.offers import offered
from config.listings.faces.view import ListingFace

__all__ = ["ListingFace", "listing", "offered"]
