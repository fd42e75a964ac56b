"""Recognition rates and balance."""

import numpy as np
import pytest

from aemodel.evaluation.recognition import category_balance, recognition_rates, worst_ratio

NAMES = ("cat", "dog", "tree", "sun")


def test_rates_count_each_category_the_same() -> None:
    asked = np.array([0] * 8 + [2] * 2)
    predicted = np.array([0] * 8 + [2, 1])
    result = recognition_rates(predicted, asked, NAMES)
    assert result.by_category == {"cat": 1.0, "tree": 0.5}
    assert result.overall == 0.75


def test_worst_category_is_relative_to_real_drawings() -> None:
    name, ratio = worst_ratio({"cat": 0.6, "dog": 0.5}, {"cat": 0.9, "dog": 0.5})
    assert name == "cat"
    assert ratio == pytest.approx(2 / 3)


def test_even_samples_are_balanced_and_one_category_is_not() -> None:
    even = category_balance(np.array([0, 1, 2] * 10), (0, 1, 2), NAMES)
    assert even.entropy == pytest.approx(1)
    assert even.other == pytest.approx(0)
    assert even.shares == pytest.approx({"cat": 1 / 3, "dog": 1 / 3, "tree": 1 / 3})
    single = category_balance(np.zeros(30, int), (0, 1, 2), NAMES)
    assert single.entropy == 0
    assert str(single.entropy) == "0.0"


def test_what_the_model_does_not_know_is_other() -> None:
    balance = category_balance(np.array([0, 0, 3, 3]), (0, 1), NAMES)
    assert balance.other == 0.5
    assert balance.shares == {"cat": 0.5, "dog": 0.0}
    nothing = category_balance(np.array([3, 3]), (0, 1), NAMES)
    assert nothing.other == 1
    assert nothing.entropy == 0
