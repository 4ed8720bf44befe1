"""What a face of a listing is: a kind of file, and how it says no."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseBase, JsonResponse


def in_words(problems):
    """Return a refusal to read: a sentence on each line."""
    words = [sentence for sentences in problems.values() for sentence in sentences]
    text = "".join(f"{sentence}\n" for sentence in words)
    return HttpResponse(text, "text/plain; charset=utf-8", status=400)


def by_field(problems):
    """Return a refusal for programs: the sentences under the parameter's name."""
    return JsonResponse(
        {"errors": problems}, status=400, json_dumps_params={"ensure_ascii": False}
    )


@dataclass(frozen=True)
class Face:
    """One kind of file that a listing can be had as."""

    suffix: str  # of its address and of the file
    label: str
    content_type: str
    # From an export to the response that carries it.
    response: Callable[..., HttpResponseBase]
    refusal: Callable[[dict[str, list[str]]], HttpResponse] = in_words
    # Saved as a file; what a browser can show is shown.
    attached: bool = True
    # More rows than so many it does not hold; None: any number.
    most: int | None = None
    # Columns that a listing must have for the face to make sense.
    needs: frozenset[str] = frozenset()
