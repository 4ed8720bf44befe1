"""What a page offers of its list as files."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from config.listings.addresses import canonical
from config.listings.faces.addresses import faces_of


@dataclass(frozen=True)
class Offer:
    """One kind of file: of the list as it is narrowed, and of everything.

    `this` is None when the face does not hold so many rows.
    """

    label: str
    suffix: str
    this: str | None
    everything: str | None


def offered(listing, name, filterset):
    """Return the files of a list as it is narrowed, and of everything on its day.

    `name` is that of the listing's address. Without a filter both are the same.
    """
    data = filterset.data.copy()
    data.pop("page", None)
    whole = QueryDict(mutable=True)
    if filterset.day:
        whole["as_of"] = filterset.day.isoformat()
    return [
        Offer(
            face.label,
            face.suffix,
            this=address_of(face, name, filterset.count, data),
            everything=address_of(face, name, filterset.total, whole),
        )
        for face in faces_of(listing)
    ]


def address_of(face, name, count, params):
    """Return where a file of so many rows is, None if the face cannot hold them."""
    if face.most is not None and count > face.most:
        return None
    address, query = reverse(f"{name}-{face.suffix}"), canonical(params)
    return f"{address}?{query}" if query else address
