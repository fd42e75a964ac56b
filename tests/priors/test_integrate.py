"""Methods of second order against solutions in closed form."""

import numpy as np

from aemodel.priors.integrate import adams_bashforth, heun


def test_it_is_of_second_order() -> None:
    start = np.array([[1.0], [-2.0]])
    exact = start * np.exp(1.0)
    errors = [abs(heun(lambda x, t: x, start, steps) - exact).max() for steps in (8, 16)]
    assert errors[0] < 0.02
    assert 3.5 < errors[0] / errors[1] < 4.5


def test_time_runs_from_zero_to_one() -> None:
    seen: list[float] = []

    def velocity(x: np.ndarray, time: float) -> np.ndarray:
        seen.append(time)
        return np.full_like(x, 2 * time)

    end = heun(velocity, np.zeros((1, 1)), 5)
    assert min(seen) == 0.0 and max(seen) == 1.0
    assert np.allclose(end, 1.0)  # the integral of 2 t, which Heun's method has exactly


def test_one_evaluation_a_step_is_of_second_order_too() -> None:
    start, seen = np.array([[1.0], [-2.0]]), []

    def velocity(x: np.ndarray, time: float) -> np.ndarray:
        seen.append(time)
        return x

    errors = [
        abs(adams_bashforth(velocity, start, steps) - start * np.exp(1)).max() for steps in (16, 32)
    ]
    np.testing.assert_allclose(seen[:16], np.arange(16) / 16)
    assert errors[0] < 0.03 and len(seen) == 16 + 32
    assert 3.5 < errors[0] / errors[1] < 4.5
