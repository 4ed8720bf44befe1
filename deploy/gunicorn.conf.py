"""gunicorn as the record runs it: threads, behind the web server, leaving no log.

Each value that depends on the machine comes from the environment.
"""

import multiprocessing
import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WORKERS", multiprocessing.cpu_count() + 1))
threads = int(os.environ.get("THREADS", 4))

# The web server buffers slow readers; a request still working then is stuck.
timeout = 60
graceful_timeout = 30
keepalive = 75  # longer than the web server keeps its connections to us

# A worker is replaced now and then, so that nothing it leaks grows for ever.
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm"  # noqa: S108 - in memory: a slow disk must not look like a hang

control_socket_disable = True  # gunicorn 27 would open one in the home folder
accesslog = None  # who read what is not written down
errorlog = "-"
