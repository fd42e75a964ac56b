"""Ordinary differential equations from noise (time 0) to latents (time 1).

Written in plain arithmetic, so that the same function integrates NumPy arrays in the app and
Keras tensors in training.
"""

from collections.abc import Callable
from typing import Any


def heun(velocity: Callable[[Any, float], Any], start: Any, steps: int) -> Any:
    """Heun's method of second order: two evaluations of `velocity(x, time)` a step.

    Args:
        velocity: positions (n, L) and a time in [0, 1] to velocities (n, L).
        start: positions (n, L) at time 0.
        steps: equal steps to time 1.

    Returns:
        Positions (n, L) at time 1.
    """
    x, size = start, 1.0 / steps
    for step in range(steps):
        first = velocity(x, step * size)
        second = velocity(x + size * first, (step + 1) * size)
        x = x + (0.5 * size) * (first + second)
    return x


def adams_bashforth(velocity: Callable[[Any, float], Any], start: Any, steps: int) -> Any:
    """The two-step Adams-Bashforth method, of second order too, but with one evaluation of
    `velocity(x, time)` a step. The first step is Euler's. Arguments as for `heun`.
    """
    x, size, before = start, 1.0 / steps, None
    for step in range(steps):
        now = velocity(x, step * size)
        x = x + size * (now if before is None else 1.5 * now - 0.5 * before)
        before = now
    return x
