"""The first address of the API: what there is, and where it is described."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.response import Response

from config.api.addresses import LISTS
from config.api.records import ReadOnly, refuse
from config.listings.columns import absolute

NAMES = {name: f"api-{name}" for name in (*LISTS, "schema", "docs")}
RootSerializer = type(
    "Root", (serializers.Serializer,), {name: serializers.URLField() for name in NAMES}
)


class Root(ReadOnly):
    """The addresses of the listings, of the schema and of the documentation."""

    about = _("The addresses of the listings, of this schema and of the documentation.")

    def get(self, request):
        """Answer with the addresses."""
        words = str(_("We do not know the parameter “%s”."))
        refuse({name: [words % name[:40]] for name in request.GET})
        return Response({name: absolute(reverse(at)) for name, at in NAMES.items()})

    def summary(self):
        """Return what the view answers with."""
        return _("What there is")

    def answer(self):
        """Return the serializer of the answer."""
        return RootSerializer

    def parameters(self, keys):
        """Return what may be asked: nothing."""
        return []
