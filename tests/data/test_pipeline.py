"""Augmentation and batches: exactness, determinism, equality of the two feeds."""

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from aemodel.data.augment import (
    EXACT,
    LIGHT,
    NOT_MIRRORED,
    Augmentation,
    augment,
    draw_transforms,
    mirrorable,
    warp,
)
from aemodel.data.categories import CATEGORIES
from aemodel.data.dataset import LabelledDrawings
from aemodel.data.pipeline import batches, plan_epoch
from aemodel.data.raster import rasterize_batch


@pytest.fixture(scope="module")
def drawings(own_drawings):
    images = np.tile(rasterize_batch(list(own_drawings.values())), (10, 1, 1))
    images[:, 0, 0] = np.arange(50)  # tells them apart
    return LabelledDrawings(images, np.arange(50, dtype=np.int64) % 2, ("cat", "clock"))


def collect(dataset):
    parts = [(np.asarray(images), np.asarray(labels)) for images, labels in dataset]
    return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


def test_evaluation_batches_are_the_pictures_in_order(drawings):
    images, labels = collect(batches(drawings, 16))
    assert images.dtype == np.float32
    assert np.array_equal(images[..., 0], drawings.images / np.float32(255))
    assert np.array_equal(labels, drawings.labels)
    shapes = [tuple(images.shape) for images, _ in batches(drawings, 16)]
    assert shapes == [(16, 28, 28, 1)] * 3 + [(2, 28, 28, 1)]
    assert [len(b[1]) for b in batches(drawings, 16, drop_remainder=True)] == [16, 16, 16]


def test_every_drawing_once_an_epoch_in_another_order_each(drawings):
    orders = []
    for epoch in range(3):
        options = {"seed": 5, "epoch": epoch, "training": True, "augmentation": None}
        images, labels = collect(batches(drawings, 16, **options))
        order = np.rint(images[:, 0, 0, 0] * 255).astype(int)
        assert sorted(order) == list(range(50))
        assert np.array_equal(labels, drawings.labels[order])
        orders.append(tuple(order))
    assert len(set(orders)) == 3


def test_an_epoch_repeats_exactly_and_another_seed_differs(drawings):
    options = {"training": True, "epoch": 4}
    first, _ = collect(batches(drawings, 16, seed=1, **options))
    again, _ = collect(batches(drawings, 16, seed=1, **options))
    other, _ = collect(batches(drawings, 16, seed=2, **options))
    smaller, _ = collect(batches(drawings, 7, seed=1, **options))
    assert np.array_equal(first, again)
    assert np.allclose(first, smaller, atol=1e-6)
    assert not np.array_equal(first, other)


def test_batches_follow_the_plan_that_other_backends_use(drawings):
    options = {"seed": 3, "epoch": 1, "training": True}
    plan = plan_epoch(drawings, **options)
    images, labels = collect(batches(drawings, 16, **options))
    shown = (drawings.images[plan.order] / np.float32(255))[..., None]
    assert np.allclose(images, np.asarray(warp(shown, plan.transforms)), atol=1e-6)
    assert np.array_equal(labels, drawings.labels[plan.order])


def test_values_stay_in_range_and_ink_is_kept(drawings):
    images, _ = collect(batches(drawings, 50, seed=0, training=True))
    assert images.min() >= 0
    assert images.max() <= 1 + 1e-6
    assert images.sum() == pytest.approx(drawings.images.sum() / 255, rel=0.03)


def test_mirror_and_shift_are_exact():
    image = np.zeros((1, 28, 28, 1), dtype=np.float32)
    image[0, 5, 7, 0] = 1
    transforms = np.array([[-1, 0, 27 - 1, 0, 1, 2]], dtype=np.float32)
    moved = np.asarray(warp(image, transforms))
    assert moved[0, 3, 26 - 7, 0] == 1
    assert moved.sum() == 1
    always = Augmentation(mirror=1.0, shift=0, turned=0.0)
    mirrored = np.asarray(augment(image, np.array([True]), 0, always))
    assert np.array_equal(mirrored, image[:, :, ::-1])
    kept = np.asarray(augment(image, np.array([False]), 0, always))
    assert np.array_equal(kept, image)


def test_exact_augmentation_only_moves_pixels(drawings):
    middle = np.pad(drawings.images[:, 2:-2, 2:-2], ((0, 0), (2, 2), (2, 2)))
    images = (middle / np.float32(255))[..., None]
    varied = np.asarray(augment(images, np.ones(50, bool), (1, 2), EXACT))
    for before, after in zip(images, varied, strict=True):
        assert np.allclose(np.sort(before.ravel()), np.sort(after.ravel()), atol=1e-6)


def test_rotation_and_scale_stay_within_their_bounds():
    transforms = draw_transforms(np.zeros(20_000, bool), 0, Augmentation(turned=1.0, shift=0))
    a, b, _, d, e, _ = transforms.T
    scale = 1 / np.hypot(a, d)
    angle = np.rad2deg(np.arctan2(d, e))
    assert np.allclose(a, e)
    assert np.allclose(b, -d)
    assert 1 / 1.05 - 1e-5 <= scale.min() < 0.96
    assert 1.04 < scale.max() <= 1.05 + 1e-5
    assert 4.8 < np.abs(angle).max() <= 5 + 1e-3
    centre = transforms.reshape(-1, 2, 3) @ np.array([13.5, 13.5, 1], np.float32)
    assert np.allclose(centre, 13.5, atol=1e-4)


def test_shares_of_the_draw():
    transforms = draw_transforms(np.ones(20_000, bool), (7, 1), LIGHT)
    turned = transforms[:, 1] != 0
    assert (transforms[:, 0] < 0).mean() == pytest.approx(0.5, abs=0.02)
    assert turned.mean() == pytest.approx(LIGHT.turned, abs=0.02)
    shifts = 13.5 * (1 - transforms[~turned, 4]) - transforms[~turned, 5]
    assert set(np.rint(shifts).astype(int).tolist()) == {-1, 0, 1}


def test_clocks_are_not_mirrored(drawings):
    assert frozenset(CATEGORIES) >= NOT_MIRRORED
    assert mirrorable(drawings.labels, drawings.categories).tolist() == [True, False] * 25
    plan = plan_epoch(drawings, seed=0, epoch=0, training=True, augmentation=EXACT)
    mirrored = plan.transforms[:, 0] < 0
    assert mirrored.any()
    assert (drawings.labels[plan.order][mirrored] == 0).all()
