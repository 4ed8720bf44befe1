"""Drafts that name a record: let them name another, lest publishing bring it back."""

import copy

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations
from wagtail.models import Revision

from jurisdictions.models import Record


def drafts_naming(record):
    """Yield (revision, model) of newest and scheduled revisions with an id in them.

    The number may be another's; who reads them tells.
    """
    for kind in ContentType.objects.filter(app_label__in=RECORD_APPS):
        model = kind.model_class()
        if model is None or not issubclass(model, Record):
            continue
        newest = model.objects.filter(latest_revision=OuterRef("pk"))
        rows = Revision.objects.filter(content_type=kind).filter(
            Q(Exists(newest)) | Q(approved_go_live_at__isnull=False)
        )
        rows = rows.annotate(text=Cast("content", TextField()))
        for revision in rows.filter(text__contains=str(record.pk)).order_by("pk"):
            yield revision, model


RECORD_APPS = ("jurisdictions", "policies", "news")


def naming_another(model, content, folded, kept):
    """Return the content of a draft with one record's id in place of another's."""
    after = copy.deepcopy(content)
    _rename(model, after, folded, kept)
    return after


def _rename(model, row, folded, kept):
    """Rename within a row and the rows below it; return whether anything was."""
    renamed = False
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if field.related_model is not type(kept):
            continue
        said = row.get(field.name)
        if said == folded.pk:
            row[field.name] = None if _is_itself(model, row, kept) else kept.pk
            renamed = True
        elif isinstance(said, list) and folded.pk in said:
            others = [kept.pk if pk == folded.pk else pk for pk in said]
            row[field.name] = [
                pk for pk in dict.fromkeys(others) if not _is_itself(model, row, pk)
            ]
            renamed = True
    for relation in get_all_child_relations(model):
        name, below = relation.get_accessor_name(), relation.related_model
        if name in row:
            row[name] = list(_once(below, row[name], folded, kept))
    return renamed


def _is_itself(model, row, kept):
    pk = getattr(kept, "pk", kept)
    return isinstance(kept, model) and row.get("pk") == pk


def _once(model, rows, folded, kept):
    """Yield rows below a draft, renamed; one that is there already is left out."""
    renamed = [_rename(model, row, folded, kept) for row in rows]
    seen = set()
    for row, is_new in zip(rows, renamed, strict=True):
        if not is_new:
            seen |= _identities(model, row)
    for row, is_new in zip(rows, renamed, strict=True):
        told = _identities(model, row)
        if not (is_new and told & seen):
            seen |= told
            yield row


def _identities(model, row):
    """Return what no two rows of a draft have in common, by the database's rules."""
    return {
        (rule.name, *(str(row.get(name)) for name in rule.fields))
        for rule in model._meta.constraints
        if getattr(rule, "fields", None)
        and rule.condition is None
        and all(row.get(name) not in (None, "") for name in rule.fields)
    }
