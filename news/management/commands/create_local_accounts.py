"""Make the accounts of a site on one's own machine."""

import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

# username, group, the environment's word for the password, may do everything
ACCOUNTS = (
    ("administrator", "Administrators", "LOCAL_ADMIN_PASSWORD", True),
    ("editor", "Editors", "LOCAL_EDITOR_PASSWORD", False),
)


class Command(BaseCommand):
    """Make an administrator and an editor, and print their passwords once.

    A password is random unless the environment gives one. It is kept nowhere but
    as a hash in the database. Accounts that exist are left as they are.
    """

    help = "Make an administrator and an editor for a site on one's own machine."

    @transaction.atomic
    def handle(self, **options):
        """Make what is missing and say what was done.

        :raises CommandError: on a deployment, where nobody's password is printed.
        """
        if settings.SESSION_COOKIE_SECURE:
            raise CommandError("This prints passwords: it is for local use only.")
        for username, *rest in ACCOUNTS:
            if get_user_model().objects.filter(username=username).exists():
                said = "exists; its password is unchanged"
            else:
                said = f"password {self.create(username, *rest)}"
            self.stdout.write(f"  {username:<14} {said}")

    def create(self, username, group, variable, is_superuser):
        """Make one account and return what to print of its password."""
        given = os.environ.get(variable)
        password = given or secrets.token_urlsafe(12)
        user = get_user_model().objects.create_user(
            username,
            password=password,
            is_superuser=is_superuser,
            is_staff=is_superuser,
        )
        user.groups.add(Group.objects.get(name=group))
        return f"as given in {variable}" if given else password
