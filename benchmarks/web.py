"""nginx with one file: what no application can be faster than."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from benchmarks.servers import HOST, WORKERS, free_port, running

NGINX = """
daemon off;
{user}
worker_processes {workers};
pid {folder}/pid;
error_log stderr emerg;
events {{ worker_connections 512; }}
http {{
    access_log off;
    keepalive_requests 1000000;
    sendfile on;
    default_type text/html;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen {host}:{port}; root {folder}/files; }}
}}
"""


@contextmanager
def nginx(page):
    """Serve one page as a file.

    :raises LookupError: if this machine has no nginx and none can be installed.
    """
    program = found_nginx()
    if not program:
        raise LookupError("no nginx here, and none could be installed")
    with tempfile.TemporaryDirectory(prefix="nginx-") as name:
        folder, port = Path(name), free_port()
        (folder / "files").mkdir()
        (folder / "files" / "page").write_bytes(page)
        user = "user root;" if os.geteuid() == 0 else ""  # the folder is ours alone
        told = {"folder": folder, "user": user, "workers": WORKERS}
        settings = NGINX.format(host=HOST, port=port, **told)
        (folder / "nginx.conf").write_text(settings)
        command = [program, "-p", folder, "-c", folder / "nginx.conf"]
        with running(command, port) as server:
            yield server


def found_nginx():
    """Return nginx, Debian's package of it where installing that is ours to do."""
    look = f"{os.environ.get('PATH', '')}:/usr/sbin"
    apt = shutil.which("apt-get") if os.geteuid() == 0 else None
    if apt and not shutil.which("nginx", path=look):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        told = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        install = [apt, "install", "-qq", "--no-install-recommends", "nginx-light"]
        for command in ([apt, "update", "-qq"], install):
            subprocess.run(command, **quiet, env=told, check=False)  # noqa: S603
    return shutil.which("nginx", path=look)
