"""Every answer in the language of its address."""

from django.utils import translation

from config.languages import language_of


class LanguageOfAddress:
    """Speak the language of the address while a request is answered.

    Django's own middleware would also look at a cookie and at what the browser says
    it prefers, and have caches keep a page for each of its settings.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.LANGUAGE_CODE = language_of(request.path_info)
        with translation.override(request.LANGUAGE_CODE):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        if response.streaming and translation.get_language() != request.LANGUAGE_CODE:
            response.streaming_content = spoken(
                request.LANGUAGE_CODE, response.streaming_content
            )
        return response


def spoken(language, pieces):
    """Yield what is made while it is sent, in the language of its request."""
    with translation.override(language):
        yield from pieces
