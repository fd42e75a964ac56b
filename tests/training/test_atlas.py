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
from aemodel.training.denoiser import emphasised
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


def test_what_is_hard_is_shown_more_often(tiny_dataset: Dataset) -> None:
    train = tiny_dataset.train
    first, second, *_ = train.categories
    shown = emphasised(train, ((second, 3), ("nothing of the kind", 5)))
    before, after = (np.bincount(d.labels, minlength=len(train.categories)) for d in (train, shown))
    np.testing.assert_array_equal(after, before * np.where(np.arange(len(before)) == 1, 3, 1))
    assert set(map(bytes, shown.images[shown.labels == 1])) == set(
        map(bytes, train.images[train.labels == 1])
    )
    assert emphasised(train, ((first, 1),)).images.tobytes() == train.images.tobytes()
