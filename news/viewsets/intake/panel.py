"""Articles coming in on the admin's first page."""

from django.middleware.csrf import get_token
from wagtail.admin.ui.components import Component

from news.models import Intake
from news.viewsets.intake.box import StartForm, at_work


class IntakePanel(Component):
    """The box on the admin's first page, and what its reader left open."""

    name = "intake"
    template_name = "editing/intake/panel.html"
    order = 50

    def get_context_data(self, parent_context):
        """Return an empty box, the user's open articles, and those to be read again."""
        request = parent_context["request"]
        filed = Intake.objects.filed()
        return {
            "form": StartForm(auto_id="intake_%s"),
            "mine": at_work(Intake.objects.open().filter(started_by=request.user)),
            "filed": at_work(filed),
            "filed_count": filed.count(),
            # A component's template knows no more than is said here.
            "csrf_token": get_token(request),
        }
