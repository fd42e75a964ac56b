"""Milliseconds since the process started, which is before Python and this module did."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_LOADED = time.perf_counter()


def _age_when_loaded() -> float:
    """Seconds from the start of the process to the loading of this module; 0 where unknown."""
    try:
        if sys.platform.startswith("linux"):
            # Field 22 of stat, counted after the name in parentheses: start in ticks since boot.
            fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
            started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
            return max(0.0, time.clock_gettime(time.CLOCK_BOOTTIME) - started)
        if sys.platform == "win32":
            return _windows_age()
    except (OSError, ValueError, IndexError):
        pass
    return 0.0


def _windows_age() -> float:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    times = [ctypes.c_ulonglong() for _ in range(4)]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not kernel.GetProcessTimes(process, *(ctypes.byref(moment) for moment in times)):
        return 0.0
    # 100 ns steps since 1601.
    return max(0.0, time.time() - (times[0].value / 1e7 - 11_644_473_600))


_AGE = _age_when_loaded()


def milliseconds_since_start() -> float:
    """Since the start of the process, to about 10 ms."""
    return (_AGE + time.perf_counter() - _LOADED) * 1000
