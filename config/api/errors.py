"""Refusals as JSON: a sentence, and for a query what is wrong with which parameter."""

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response


class BadQuery(Exception):
    """A query that cannot be answered: {parameter: its sentences}."""

    def __init__(self, problems):
        super().__init__(problems)
        self.problems = problems

    @property
    def answer(self):
        """What is told of it: in a sentence or two, and by parameter."""
        words = [words for found in self.problems.values() for words in found]
        return {"detail": " ".join(words), "errors": self.problems}


def answer_to(fault, context):
    """Return the answer to a refused request; None leaves what is our own fault."""
    if isinstance(fault, BadQuery):
        return Response(fault.answer, status=400)
    if isinstance(fault, Http404):
        return Response({"detail": str(fault)}, status=404)
    if isinstance(fault, exceptions.MethodNotAllowed):
        return Response({"detail": _("The record can only be read: use GET.")}, 405)
    if isinstance(fault, exceptions.Throttled):
        words = _("Too many requests from here. Please try again in %s seconds.")
        headers = {"Retry-After": str(fault.wait)}
        return Response({"detail": words % fault.wait}, 429, headers=headers)
    return None
