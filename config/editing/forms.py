"""The form of a record."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm

# In a browser `form.method` is the input of that name, if there is one. Wagtail's
# scripts read these of a form; autosave and new rows stop working without them.
READ_BY_SCRIPTS = {"action", "children", "contains", "elements", "method", "target"}


class RecordForm(WagtailAdminModelForm):
    """A form none of whose inputs hides what scripts ask of the form itself."""

    def add_prefix(self, field_name):
        """Return the name of a field's input."""
        if field_name in READ_BY_SCRIPTS:
            field_name = f"record_{field_name}"
        return super().add_prefix(field_name)

    def _post_clean(self):
        # Else the record's own `clean` would see the records chosen last time.
        self.save_cluster_m2m()
        super()._post_clean()
        if not self.errors:
            self._check_what_the_form_left_out()

    def _check_what_the_form_left_out(self):
        """Tell in words what the database would refuse with an error page.

        A form passes over the rules on fields that a draft may leave blank, and on
        the record's own id: that a place lies in a state, that no policy follows
        itself. The database passes over none.
        """
        try:
            self.instance.validate_constraints()
        except ValidationError as refused:
            self._update_errors(refused)
