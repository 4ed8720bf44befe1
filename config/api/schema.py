"""The API's description of itself, in OpenAPI, made of the code that answers."""

from functools import cache

import uritemplate
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from config.api.serializers import ProblemSerializer, QueryProblemSerializer

FORMS = {
    "json": ("application/json", OpenApiJsonRenderer),
    "yaml": ("application/yaml", OpenApiYamlRenderer),
}


def of_the_api(endpoints):
    """Keep the addresses of the API alone: the admin has an API of its own."""
    return [found for found in endpoints if found[0].startswith(reverse("api"))]


def empty_asks_nothing(result, **_context):
    """Say that a parameter without a value is none, as a form sends them."""
    for methods in result["paths"].values():
        for parameter in methods["get"].get("parameters", ()):
            if parameter["in"] == "query":
                parameter["allowEmptyValue"] = True
    return result


class ApiSchema(AutoSchema):
    """What the schema says of a view, which the view itself knows best."""

    def get_operation_id(self):
        """Return a lasting name, by which programs call what they generate."""
        by = "".join(f"_by_{name}" for name in self.keys)
        return f"{self.listing}_{getattr(self.view, 'action', 'get')}{by}"

    def get_tags(self):
        """Return the listing a view belongs to."""
        return [self.listing]

    def get_summary(self):
        """Return what the view answers with, in a few words."""
        return self.view.summary()

    def get_description(self):
        """Return what that is; a docstring speaks to who reads the code."""
        return self.view.about

    @property
    def listing(self):
        """The part of the address that names the listing."""
        return self.path.removeprefix(reverse("api")).partition("/")[0] or "root"

    @property
    def keys(self):
        """The parts of the address that say which record."""
        return uritemplate.variables(self.path)

    def get_override_parameters(self):
        """Return what may be asked, and the headers of the answers."""
        return [
            *self.view.parameters(self.keys),
            OpenApiParameter(
                "ETag",
                str,
                OpenApiParameter.HEADER,
                description=_("Send it back as If-None-Match: 304 tells no change."),
                response=[200],
            ),
            OpenApiParameter(
                "Retry-After",
                int,
                OpenApiParameter.HEADER,
                description=_("Seconds until requests are answered again."),
                response=[429],
            ),
        ]

    def get_response_serializers(self):
        """Return every answer there can be."""
        wrong = OpenApiResponse(QueryProblemSerializer, _("Something asked is wrong."))
        missing = OpenApiResponse(
            ProblemSerializer, _("There is no such record or page.")
        )
        many = OpenApiResponse(
            ProblemSerializer, _("Too many requests from one address.")
        )
        same = OpenApiResponse(None, _("Nothing changed since the ETag that was sent."))
        found = OpenApiResponse(self.view.answer(), self.view.summary())
        return {200: found, 304: same, 400: wrong, 404: missing, 429: many}

    def _is_list_view(self, serializer=None):
        # The envelope of a list is a serializer of ours, not something to wrap.
        return False


@cache
def schema_in(language):
    """Return the schema as a mapping; made once, for it follows from code alone."""
    with translation.override(language):
        return SchemaGenerator().get_schema(request=None, public=True)


@require_safe
def schema(request):
    """Answer with the schema: JSON, or YAML for `?format=yaml`."""
    wanted = request.GET.get("format", "json")
    if wanted not in FORMS:
        raise BadRequest(_("The schema comes as json or yaml."))
    media_type, renderer = FORMS[wanted]
    body = renderer().render(schema_in(translation.get_language()), renderer_context={})
    return HttpResponse(body, content_type=media_type)
