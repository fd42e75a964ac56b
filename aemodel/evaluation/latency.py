"""How long one doodle takes on one core: a benchmark, not a test."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import numpy as np

from aemodel.evaluation.interface import MeasuredModel

REPEATS = 200
ROUNDS = 5
WARM_UP = 10


@contextmanager
def one_core() -> Iterator[None]:
    """Keep the calling thread on one core, where the system can (Linux)."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def median_milliseconds(call: Callable[[], object], repeats: int = REPEATS) -> float:
    """Median wall time of a call in milliseconds, after a warm-up."""
    times = []
    with one_core():
        for i in range(WARM_UP + repeats):
            start = time.perf_counter()
            call()
            if i >= WARM_UP:
                times.append(time.perf_counter() - start)
    return 1000 * float(np.median(times))


def least_median(calls: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Median milliseconds by name, of the quietest of several rounds through all calls: what else
    the machine does only ever adds."""
    rounds = [
        {name: median_milliseconds(call, repeats) for name, call in calls.items()}
        for _ in range(ROUNDS)
    ]
    return {name: min(found[name] for found in rounds) for name in calls}


def measure_latency(
    model: MeasuredModel, image: np.ndarray, repeats: int = REPEATS
) -> dict[str, float | None]:
    """Median milliseconds for one drawing (28, 28): redraw, in a single pass and as well as the
    model can; sample; and map step.

    A model without a prior or a map has None there.
    """
    single = np.asarray(image, dtype=np.float32)[None]
    calls: dict[str, Callable[[], object]] = {
        "redraw_ms": lambda: model.decode(model.encode(single)[0]),
        "refined_ms": lambda: model.redraw(single),
    }
    if "sample" not in model.missing:
        category = None if "sample_category" in model.missing else model.categories[0]
        calls["sample_ms"] = lambda: model.sample(1, category=category, seed=0)
    plane = model.map
    if plane is not None:
        point = np.asarray(plane.encode(model.encode(single)[0]), dtype=np.float32)
        calls["map_step_ms"] = lambda: model.decode(plane.decode(point, seed=0))
    return {"sample_ms": None, "map_step_ms": None, **least_median(calls, repeats)}
