"""A reader: asks for one address again and again, and says how long each took.

A program of its own, started anew for each burst, so that its work is never counted
as the server's: `python client.py '{"port": 8000, "path": "/", …}'`.
"""

import http.client
import json
import sys
import threading
import time


def read(asked, ends, took, seen):
    """Ask on one connection until the time is over and enough has been asked."""
    connection = http.client.HTTPConnection("127.0.0.1", asked["port"], timeout=120)
    done = 0
    while done < asked["least"] or (time.monotonic() < ends and done < asked["most"]):
        began = time.perf_counter()
        connection.request("GET", asked["path"], headers=asked["headers"])
        answer = connection.getresponse()
        size = 0
        while piece := answer.read(65_536):
            size += len(piece)
        took.append(time.perf_counter() - began)
        seen["status"], seen["bytes"] = answer.status, size
        seen["etag"] = answer.headers.get("ETag", "")
        done += 1
    connection.close()


def burst(asked):
    """Ask with as many readers at once as told; return times and the last answer."""
    took, seen = [], {"status": 0, "bytes": 0, "etag": ""}
    arguments = (asked, time.monotonic() + asked["seconds"], took, seen)
    readers = [
        threading.Thread(target=read, args=arguments) for _ in range(asked["clients"])
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return seen | {"took": took}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(burst(json.loads(sys.argv[1]))))
