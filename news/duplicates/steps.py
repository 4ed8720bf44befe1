"""The steps of a merge: each changes a row and remembers how it was."""

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _


class Steps:
    """What a merge changes, in order; kept as JSON."""

    def __init__(self):
        self.taken = []

    def change(self, row, **after):
        """Give some columns of a row other values, all at once.

        :raises IntegrityError: if a rule of the database forbids it; nothing is done.
        """
        before = {name: getattr(row, name) for name in after}
        with transaction.atomic():
            _rows(row).update(**after)
        self._note("change", row, before=before, after=after)

    def add(self, row):
        """Save a new row."""
        row.save()
        self._note("add", row)

    def drop(self, row):
        """Take a row away, kept whole."""
        told = serializers.serialize("python", [row])
        self._note("drop", row, whole=told)
        _rows(row).delete()

    def _note(self, what, row, **told):
        label = row._meta.label
        self.taken.append({"what": what, "model": label, "pk": row.pk, **told})


def take_back(steps):
    """Take the steps back, the last first; return in words what has changed since."""
    undo = {"change": _change_back, "add": _remove, "drop": _put_back}
    found = [undo[step["what"]](step) for step in reversed(steps)]
    return list(dict.fromkeys(filter(None, found)))


def rows_in(steps):
    """Yield the rows that some steps changed, as they are now."""
    for step in steps:
        _model, row = _stored(step)
        if row is not None:
            yield row


def _rows(row):
    return type(row)._base_manager.filter(pk=row.pk)


def _stored(step):
    model = apps.get_model(step["model"])
    return model, model._base_manager.filter(pk=step["pk"]).first()


def _values(model, told):
    """Return the values of columns, as Python has them, from JSON."""
    return {name: _field(model, name).to_python(said) for name, said in told.items()}


def _field(model, name):
    return next(f for f in model._meta.concrete_fields if f.attname == name)


def _change_back(step):
    model, row = _stored(step)
    if row is None:
        return _gone(model, step["pk"])
    before, after = (_values(model, step[side]) for side in ("before", "after"))
    if any(getattr(row, name) != value for name, value in after.items()):
        return _("%s was changed since and stays as it is") % _called(row)
    try:
        with transaction.atomic():
            _rows(row).update(**before)
    except IntegrityError:
        return _("%s would be there twice and stays as it is") % _called(row)
    return None


def _remove(step):
    _model, row = _stored(step)
    if row is not None:
        row.delete()


def _put_back(step):
    [told] = serializers.deserialize("python", step["whole"])
    try:
        with transaction.atomic():
            told.save()
    except IntegrityError:
        return _("%s can no longer be put back") % _called(told.object)
    return None


def _gone(model, pk):
    words = _("%(kind)s %(id)s was deleted since")
    return words % {"kind": model._meta.verbose_name, "id": pk}


def _called(row):
    return f"{row._meta.verbose_name} {row.pk}"
