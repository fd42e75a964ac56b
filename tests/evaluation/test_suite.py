"""The whole suite on toys: every section, what is missing, determinism, and scopes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from aemodel.data.dataset import Dataset
from aemodel.defaults import TEMPERATURE
from aemodel.errors import DataError
from aemodel.evaluation.reference import build_reference, measure_real, most_drawings, quotas
from aemodel.evaluation.report import evaluate_all, find_scopes, metrics_of
from aemodel.evaluation.suite import (
    DETERMINISTIC,
    READ_ONCE,
    UNJUDGED,
    UNKNOWN_CATEGORIES,
    ModelEvaluation,
    Settings,
)

SETTINGS = Settings(
    recognition_samples=20,
    balance_samples=60,
    bound_samples=8,
    paths=3,
    path_steps=5,
    repeats=3,
)
SHAPES = ("bars", "ring", "cross")


def evaluate(
    dataset: Dataset, classifier: Any, model: Any, categories: tuple[str, ...] = SHAPES
) -> dict[str, Any]:
    drawings = most_drawings(dataset, categories)
    reference = build_reference(
        dataset, categories, classifier, drawings=drawings, neighbours=3, seed=0
    )
    return ModelEvaluation(model, reference, measure_real(reference), SETTINGS).run()


def test_quotas_add_up_and_differ_by_one_at_most() -> None:
    np.testing.assert_array_equal(quotas(11, 3), [4, 4, 3])
    assert quotas(1260, 30).tolist() == [42] * 30


def test_reference_is_balanced_and_its_sides_are_disjoint(
    dataset: Dataset, classifier: Any
) -> None:
    reference = build_reference(
        dataset, ("cross", "bars"), classifier, drawings=20, neighbours=3, seed=1
    )
    assert np.bincount(reference.test.labels).tolist() == [10, 10]
    assert (
        reference.test.predicted == classifier.classify(reference.test.images)[1].argmax(1)
    ).all()
    asked = np.array([2, 0])[reference.test.labels]  # their labels in the classifier
    assert (reference.test.predicted == asked).mean() > 0.7
    assert not set(map(bytes, reference.test.images)) & set(map(bytes, reference.validation.images))
    with pytest.raises(DataError, match="held-out drawings"):
        build_reference(dataset, SHAPES, classifier, drawings=100, neighbours=3, seed=1)


def test_a_good_model_scores_between_the_floor_and_the_trivial_model(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    reference = build_reference(dataset, SHAPES, classifier, drawings=72, neighbours=3, seed=0)
    real = measure_real(reference)
    found = ModelEvaluation(make_model(), reference, real, SETTINGS).run()
    floor, trivial = real["samples"]["fid"], real["mean_drawing"]["fid"]
    assert floor < found["samples"]["fid"] < found["priors"]["normal"]["fid"]
    assert found["redraw"]["fid"] < trivial
    assert found["redraw"]["cross_entropy"] < real["mean_drawing"]["cross_entropy"]
    assert found["redraw"]["psnr"] > real["mean_drawing"]["psnr"]
    assert found["redraw"]["elbo"] < found["redraw"]["importance_weighted_bound"]
    assert found["redraw"]["active_units"] == 12
    assert found["samples"]["recognised"] > 0.8
    typical = found["typical"]
    assert typical["temperature"] == TEMPERATURE
    assert typical["samples"]["recognised"] >= found["samples"]["recognised"]
    assert typical["samples"]["fid"] != found["samples"]["fid"]
    assert found["balance"]["entropy"] > 0.9
    assert found["map"]["category_given"] is False
    assert found["head"]["accuracy"] == pytest.approx(found["redraw"]["recognised"])
    assert found["missing"] == {"glance": READ_ONCE, "unjudged": UNJUDGED}


def test_what_the_prior_of_a_model_with_a_judge_draws_is_measured_beside(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    plain = evaluate(dataset, classifier, make_model())
    judged = evaluate(dataset, classifier, make_model(candidates=3))
    assert judged["samples"] == plain["samples"] and judged["typical"] == plain["typical"]
    assert [drawn["temperature"] for drawn in judged["unjudged"]] == [1.0, TEMPERATURE]
    assert judged["unjudged"][0]["samples"]["fid"] > judged["samples"]["fid"]
    assert judged["unjudged"][1]["memorisation"]["median"] > 0


def test_a_model_that_reads_twice_is_measured_after_one_pass_and_after_all(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    once = evaluate(dataset, classifier, make_model())
    twice = evaluate(dataset, classifier, make_model(refinement="toy"))
    assert twice["glance"] == {name: once["redraw"][name] for name in twice["glance"]}
    assert twice["glance"]["kept"] > 0.8
    assert twice["redraw"]["cross_entropy"] > once["redraw"]["cross_entropy"]  # the toy overdraws
    assert twice["missing"] == {"unjudged": UNJUDGED}


def test_the_same_seed_gives_the_same_numbers_and_another_seed_others(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    first = evaluate(dataset, classifier, make_model())
    assert evaluate(dataset, classifier, make_model()) == first
    reference = build_reference(dataset, SHAPES, classifier, drawings=72, neighbours=3, seed=0)
    settings = replace(SETTINGS, seed=5)
    other = ModelEvaluation(make_model(), reference, measure_real(reference), settings).run()
    assert other["samples"]["fid"] != first["samples"]["fid"]


def test_what_a_model_lacks_is_none_with_its_reason(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    model = make_model(lacking=("sample", "sample_category", "map", "classify"), deterministic=True)
    found = evaluate(dataset, classifier, model)
    for section in ("samples", "memorisation", "typical", "unjudged", "balance"):
        assert found[section] is None
        assert found["missing"][section] == "No sample here."
    assert found["map"] is None
    assert found["missing"]["map"] == "No map here."
    assert found["head"] is None
    assert found["redraw"]["elbo"] is None
    assert found["missing"]["redraw.elbo"] == DETERMINISTIC
    assert found["priors"]["mixture"]["fid"] > 0


def test_samples_without_categories_are_compared_but_not_recognised(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    found = evaluate(dataset, classifier, make_model(lacking=("sample_category",)))
    assert found["samples"]["fid"] > 0
    assert found["samples"]["recognised"] is None
    assert found["missing"]["samples.recognised"] == "No sample_category here."
    part = evaluate(dataset, classifier, make_model(lacking=("sample_category",)), ("bars", "ring"))
    assert part["samples"] is None
    assert "more categories" in part["missing"]["samples"]
    assert part["redraw"]["fid"] > 0


def test_one_category_alone_has_no_pairs_across(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    found = evaluate(dataset, classifier, make_model(), ("ring",))
    assert found["interpolation"]["fid_across"] is None
    assert found["interpolation"]["fid_within"] > 0
    assert found["map"]["category_given"] is True


def test_a_category_that_the_classifier_does_not_know_leaves_distances(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    stranger = type(classifier)(("bars", "ring", "wheel"))
    found = evaluate(dataset, stranger, make_model())
    assert found["samples"]["fid"] > 0
    assert found["samples"]["recognised"] is None
    assert found["missing"]["samples.recognised"] == UNKNOWN_CATEGORIES
    assert found["missing"]["redraw.kept"] == UNKNOWN_CATEGORIES


def test_scopes_are_what_is_shared_then_all_of_each(make_model: Any) -> None:
    small = make_model("small", ("ring", "bars"))
    large = make_model("large")
    assert find_scopes([small, large]) == [("ring", "bars"), SHAPES]
    assert find_scopes([large]) == [SHAPES]
    assert find_scopes([small, large], ["bars"]) == [("bars",)]
    with pytest.raises(DataError, match="small does not know cross"):
        find_scopes([small, large], ["cross"])
    with pytest.raises(DataError, match="no category in common"):
        find_scopes([small, make_model("other", ("cross",))])


def test_every_distance_of_a_report_is_over_the_same_number_of_drawings(
    dataset: Dataset, classifier: Any, make_model: Any
) -> None:
    small = make_model("small", ("bars", "ring"), lacking=("sample_category",))
    report = evaluate_all(
        [small, make_model("large")],
        dataset,
        classifier,
        SETTINGS,
        scopes=[("bars", "ring"), SHAPES],
        command="aemodel evaluate",
        say=lambda _: None,
    )
    assert report["drawings"] == 48
    assert list(report["scopes"][0]["models"]) == ["small", "large"]
    assert list(report["scopes"][1]["models"]) == ["large"]
    assert report["models"]["large"]["speed"]["map_step_ms"] > 0
    metrics = metrics_of(report, "large")
    measured = report["scopes"][0]["models"]["large"]
    assert metrics["sample_fid"] == pytest.approx(measured["samples"]["fid"], rel=1e-5)
    assert len(str(metrics["reconstruction_fid"])) < 9
    assert metrics_of(report, "small")["samples_recognised"] is None
    assert [scope["categories"] for scope in metrics["scopes"]] == [["bars", "ring"], list(SHAPES)]
    with pytest.raises(DataError, match="same name"):
        evaluate_all(
            [small, small],
            dataset,
            classifier,
            SETTINGS,
            scopes=[("bars",)],
            command="",
            say=lambda _: None,
        )
