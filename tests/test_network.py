"""Tests reach no other machine."""

import socket

import pytest

from tests.conftest import NetworkUsed


def test_connection_to_another_machine_is_refused():
    # 192.0.2.1 is reserved for documentation: nobody is there to be disturbed.
    with pytest.raises(NetworkUsed), socket.socket() as outward:
        outward.connect(("192.0.2.1", 443))


def test_connection_to_this_machine_is_allowed():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
