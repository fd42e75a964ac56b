"""The stages of `atlas` that only prepare: what they hand on from one another."""

import keras
import numpy as np

from aemodel.data.dataset import Dataset
from aemodel.training.atlas import (
    ATLAS,
    PRESETS,
    build_autoencoder,
    build_prior,
    build_weak,
    prepare_weak,
)
from aemodel.training.stages import StageContext


def test_the_weak_prior_is_small_and_learns_in_the_units_of_the_prior(
    tiny_dataset: Dataset,
) -> None:
    models: dict[str, keras.Model] = {}
    context = StageContext(
        PRESETS["tiny"], tiny_dataset.train.categories, 1, models, {}, tiny_dataset
    )
    models["autoencoder"] = build_autoencoder(context)
    models["map"] = next(stage for stage in ATLAS.stages if stage.name == "map").build(context)
    models["prior"] = prior = build_prior(context)
    rng = np.random.default_rng(0)
    prior.adapt(rng.normal(3, 2, (50, prior.latent_size)), np.zeros((50, prior.latent_size)))
    weak = build_weak(context)
    run = prepare_weak(context, weak)
    np.testing.assert_array_equal(weak.centre, prior.centre)
    np.testing.assert_array_equal(weak.spread, prior.spread)
    assert weak.count_params() < prior.count_params()
    assert {id(v) for v in run.model.trainable_variables} == {
        id(v) for v in weak.trainable_variables
    }
