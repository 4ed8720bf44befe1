"""The addresses of a listing: its page, and beside it a file of each kind."""

from django.urls import path

from config.listings.faces import csv, geojson, json, xlsx
from config.listings.faces.view import ListingFace

# In the order in which they are offered.
FACES = (csv.FACE, json.FACE, xlsx.FACE, geojson.FACE)


def faces_of(listing):
    """Return the faces that a listing has, by its columns."""
    names = {column.name for column in listing.columns}
    return [face for face in FACES if face.needs <= names]


def listing(stem, view, *, name):
    """Return the addresses of a listing: `votes/`, `votes.csv` and so on.

    The page is called `name`, a face `name-csv`.
    """
    return [
        path(f"{stem}/", view.as_view(), name=name),
        *(
            path(
                f"{stem}.{face.suffix}",
                ListingFace.as_view(listing=view, face=face, path=f"/{stem}/"),
                name=f"{name}-{face.suffix}",
            )
            for face in faces_of(view)
        ),
    ]
