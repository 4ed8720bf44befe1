"""A site on one's own machine: its accounts, and the address it is served at."""

import io
import socket

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from news.management.commands.prepare_local_site import require_free


def create_accounts():
    """Run the command and return what it printed."""
    printed = io.StringIO()
    call_command("create_local_accounts", stdout=printed)
    return printed.getvalue()


class CreateLocalAccountsTests(TestCase):
    """The two accounts are made once, and only where passwords may be printed."""

    @classmethod
    def setUpTestData(cls):
        for name in ("Editors", "Administrators"):
            Group.objects.get_or_create(name=name)

    def setUp(self):
        patch = pytest.MonkeyPatch()
        self.addCleanup(patch.undo)
        patch.delenv("LOCAL_ADMIN_PASSWORD", raising=False)
        patch.setenv("LOCAL_EDITOR_PASSWORD", "given by hand")

    def test_password_is_random_unless_given(self):
        printed = create_accounts()
        random = printed.splitlines()[0].split()[-1]
        self.assertGreater(len(random), 12)
        self.assertTrue(authenticate(username="administrator", password=random))
        self.assertTrue(authenticate(username="editor", password="given by hand"))
        self.assertNotIn("given by hand", printed)

    def test_editor_is_no_administrator(self):
        create_accounts()
        rights = dict(get_user_model().objects.values_list("username", "is_superuser"))
        self.assertEqual(rights, {"administrator": True, "editor": False})
        groups = get_user_model().objects.values_list("username", "groups__name")
        self.assertEqual(
            dict(groups), {"administrator": "Administrators", "editor": "Editors"}
        )

    def test_second_run_changes_nothing(self):
        create_accounts()
        before = list(get_user_model().objects.order_by("pk").values())
        self.assertEqual(create_accounts().count("its password is unchanged"), 2)
        self.assertEqual(list(get_user_model().objects.order_by("pk").values()), before)

    @override_settings(SESSION_COOKIE_SECURE=True)
    def test_deployment_prints_no_password(self):
        with self.assertRaisesMessage(CommandError, "local use only"):
            create_accounts()


def test_free_address_is_accepted():
    require_free("127.0.0.1:0")
    require_free("localhost:0")


def test_taken_address_is_refused_in_words():
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(CommandError, match="make run PORT=8001"):
            require_free(address)


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "127.0.0.1:web?", "8000"])
def test_address_that_is_none_is_refused(address):
    with pytest.raises(CommandError):
        require_free(address)
