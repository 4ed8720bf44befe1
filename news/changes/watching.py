"""What makes the log be written: publishing, withdrawing, deleting, correcting."""

from django.conf import settings
from django.db.models import Q
from django.db.models.signals import post_save, pre_delete
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.signals import published, unpublished

from config.languages import bare
from jurisdictions.models import Body, Jurisdiction
from news.changes.writing import correct, note, take_leave
from news.models import KEPT, TYPE_OF, Citation, Correction, Source
from policies.models import Policy, Statement, Vote

# The pages of records, by the names of their addresses.
PAGES = {
    "policy-detail": KEPT["policy"],
    "policy-detail-by-id": KEPT["policy"],
    "vote-detail": KEPT["vote"],
    "vote-detail-by-id": KEPT["vote"],
    "statement-detail": KEPT["statement"],
    "statement-detail-by-id": KEPT["statement"],
    "organization-detail": KEPT["organization"],
    "official-detail": KEPT["official"],
    "source-detail": KEPT["source"],
}


def follow_record(instance, **kwargs):
    """Write down what changes with a record that is published or withdrawn."""
    if type(instance) in TYPE_OF:
        note(type(instance), [instance.pk])
    for model, pks in resting_on(instance):
        if pks:
            note(model, pks)


def resting_on(instance):
    """Return (model, keys) of the records that are told otherwise without another.

    Those that cite a source, and those that hang on a place or a body. Where only a
    name is printed that became another, the nightly comparison follows.
    """
    if isinstance(instance, Source):
        return [(KEPT[name], citing(instance, name)) for name in KEPT if name in CITE]
    if isinstance(instance, Jurisdiction):
        return [
            (Policy, keys(Policy, of_place(instance, "jurisdiction"))),
            (Vote, keys(Vote, of_place(instance, "body__jurisdiction"))),
            (Statement, keys(Statement, of_place(instance, "jurisdiction"))),
        ]
    if isinstance(instance, Body):
        return [(Vote, keys(Vote, Q(body=instance)))]
    return []


# The records that cite sources, each with the ways from a citation.
CITE = {
    "policy": ("policy", "event__policy"),
    "vote": ("vote",),
    "statement": ("statement",),
    "organization": ("organization",),
    "official": ("official",),
}


def citing(source, name):
    """Return the keys of the records of a type that cite a source."""
    rows = Citation.objects.filter(source=source).order_by()
    return {
        pk
        for path in CITE[name]
        for pk in rows.filter(**{f"{path}__isnull": False}).values_list(path, flat=True)
    }


def of_place(place, path):
    """Return the condition that rows hang on a place or, if a state, on one in it."""
    within = Q(**{f"{path}__state": place.usps}) if place.usps else Q()
    return Q(**{path: place}) | within


def keys(model, condition):
    """Return the keys of the rows of a model that meet a condition."""
    return set(model.objects.order_by().filter(condition).values_list("pk", flat=True))


def follow_deletion(instance, **kwargs):
    """Write down that a record is withdrawn for good."""
    take_leave(instance)


def follow_correction(instance, raw=False, **kwargs):
    """Write down that a record was corrected, if the log of corrections says which."""
    target = None if raw else record_at(instance.record_path)
    if target is not None:
        correct(instance, target)


def record_at(path):
    """Return the record whose page has an address on this site, or None.

    The address may be of any language, and so may the editor's admin be.
    """
    with translation.override(settings.LANGUAGE_CODE):
        try:
            found = resolve(bare(path.partition("?")[0].partition("#")[0]))
        except Resolver404:
            return None
    model = PAGES.get(found.url_name)
    if model is None:
        return None
    by = "pk" if "pk" in found.kwargs else "slug"
    return model.objects.filter(**{by: found.kwargs[by]}).first()


def watch():
    """Connect the signals; called once, when the app is ready."""
    published.connect(follow_record, dispatch_uid="change-published")
    unpublished.connect(follow_record, dispatch_uid="change-unpublished")
    post_save.connect(follow_correction, Correction, dispatch_uid="change-corrected")
    for model in TYPE_OF:
        pre_delete.connect(
            follow_deletion, model, dispatch_uid=f"gone-{model.__name__}"
        )
