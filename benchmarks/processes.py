"""What a server's processes have used, as Linux counts it: CPU time and memory."""

import os
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
HIGHEST, FORGET_HIGHEST = "VmHWM:", "5"


def children(parent):
    """Return the ids of the processes that a process started."""
    found = []
    for folder in Path("/proc").iterdir():
        told = stat_of(folder.name) if folder.name.isdigit() else []
        if told and int(told[1]) == parent:
            found.append(int(folder.name))
    return found


def stat_of(pid):
    """Return the fields of /proc/<pid>/stat after the name; none for one that ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def cpu_of(pid):
    """Return the seconds of CPU time that a process has used, to the microsecond."""
    try:
        # The kernel's clock of another process: clock_getcpuclockid(3).
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0


class Used:
    """The CPU time of a process's children, its own if it has none, since now."""

    def __init__(self, parent):
        self.parent = parent
        self.before = self.now()
        self.buried = self.reaped()

    def now(self):
        """Return {process: seconds} of those that live."""
        working = children(self.parent) or [self.parent]
        return {pid: cpu_of(pid) for pid in working}

    def reaped(self):
        """Return the seconds of those that ended, of which the parent keeps count."""
        told = stat_of(self.parent)
        return (int(told[13]) + int(told[14])) / TICKS if told else 0.0

    def seconds(self):
        """Return what they used since, those that came and went meanwhile too."""
        after = self.now()
        lived = sum(used - self.before.get(pid, 0.0) for pid, used in after.items())
        gone = sum(used for pid, used in self.before.items() if pid not in after)
        return lived + max(self.reaped() - self.buried - gone, 0.0)


def highest_memory(pids):
    """Return the most megabytes that one of some processes has held."""
    held = [0]
    for pid in pids:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith(HIGHEST):
                held.append(int(line.split()[1]) // 1024)
    return max(held)


def forget_highest_memory(pids):
    """Let the most memory that processes have held be counted from now on."""
    for pid in pids:
        Path(f"/proc/{pid}/clear_refs").write_text(FORGET_HIGHEST)
