"""From values by the names of fields to a record with the rows beneath it."""

from modelcluster.models import get_all_child_relations


class Building:
    """Builds records that are not saved yet; who builds says what names resolve to."""

    def build(self, model, values):
        """Return an unsaved record with its fields and the rows beneath it."""
        record = model()
        inline = {
            relation.get_accessor_name(): relation.related_model
            for relation in get_all_child_relations(model)
        }
        for name, value in values.items():
            if name in inline:
                setattr(record, name, self.rows(inline[name], value))
            else:
                self.give(record, name, value)
        if values.get("date") and "date_precision" not in values:
            record.date_precision = "day"
        return record

    def give(self, record, name, value):
        """Give a record the value of one of its fields."""
        field = record._meta.get_field(name)
        setattr(record, name, self.resolve(field, value))

    def rows(self, model, entries):
        """Return the rows of an inline in the order in which they are told."""
        rows = [self.build(model, values) for values in entries]
        for number, row in enumerate(rows):
            if hasattr(row, "sort_order"):
                row.sort_order = number
        return rows

    def resolve(self, field, value):
        """Return a field's value: here, what was given."""
        return value
