"""nginx: with one file, which no application can be faster than, or before one."""

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
    server {{ listen {host}:{port}; {what} }}
}}
"""
FILE = "root {folder}/files;"
# As deploy/nginx.conf: what is compressed, and that the reader came by HTTPS.
BEFORE = """
    gzip on;
    gzip_proxied any;
    gzip_min_length 1000;
    gzip_types text/css text/plain application/json application/javascript
               text/javascript image/svg+xml;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto https;
    location / {{ proxy_pass http://{host}:{behind}; }}
"""


def nginx(page):
    """Serve one page as a file, at `/page`.

    :raises LookupError: if this machine has no nginx and none can be installed.
    """
    return served(FILE, page=page)


def before(server):
    """Serve what a server answers, compressed as the web server in front does.

    :raises LookupError: if this machine has no nginx and none can be installed.
    """
    return served(BEFORE, behind=server.port)


@contextmanager
def served(what, page=b"", **told):
    """Run nginx with one server that does as told, and yield it."""
    program = found_nginx()
    if not program:
        raise LookupError("no nginx here, and none could be installed")
    with tempfile.TemporaryDirectory(prefix="nginx-") as name:
        folder, port = Path(name), free_port()
        (folder / "files").mkdir()
        (folder / "files" / "page").write_bytes(page)
        user = "user root;" if os.geteuid() == 0 else ""  # the folder is ours alone
        told |= {"folder": folder, "host": HOST}
        does = what.format(**told)
        told |= {"user": user, "workers": WORKERS, "port": port, "what": does}
        (folder / "nginx.conf").write_text(NGINX.format(**told))
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
