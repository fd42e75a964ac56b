"""The sides of the split: shares, twins, stability."""

import numpy as np
import pytest

from aemodel.data.raster import rasterize_batch
from aemodel.data.split import TEST, TRAIN, VALIDATION, circle_position, split_of


def test_order_place_and_number_of_pictures_do_not_matter(own_drawings):
    images = rasterize_batch(list(own_drawings.values()))
    sides = split_of(images)
    assert sides.dtype == np.int8
    assert np.array_equal(split_of(images[::-1]), sides[::-1])
    for image, side in zip(images, sides, strict=True):
        assert split_of(image[None])[0] == side
    assert np.array_equal(split_of(np.tile(images, (2000, 1, 1))), np.tile(sides, 2000))
    assert split_of(images[:0]).shape == (0,)


def test_the_hash_never_changes():
    # Numbers of the first release: with others, old test drawings would leak into training.
    gradient = np.arange(784, dtype=np.uint32).reshape(1, 28, 28).astype(np.uint8)
    images = np.concatenate([np.full((1, 28, 28), 255, np.uint8), gradient])
    assert circle_position(images) == pytest.approx([0.942520983872, 0.891166111606], abs=1e-9)


def test_a_few_grey_levels_never_move_a_drawing_between_train_and_test():
    random = np.random.default_rng(1)
    images = random.integers(0, 256, (3000, 28, 28), dtype=np.uint8)
    noise = random.integers(-1, 2, images.shape)
    noisy = np.clip(images + noise, 0, 255).astype(np.uint8)
    clean_sides, noisy_sides = split_of(images), split_of(noisy)
    assert (clean_sides == noisy_sides).mean() > 0.95
    pairs = set(zip(clean_sides.tolist(), noisy_sides.tolist(), strict=True))
    assert (TRAIN, TEST) not in pairs
    assert (TEST, TRAIN) not in pairs


def test_shares_are_80_10_10_in_every_category(quickdraw_dir):
    for path in sorted((quickdraw_dir / "bitmap").glob("*.npy")):
        images = np.load(path, mmap_mode="r").reshape(-1, 28, 28)
        counts = np.bincount(split_of(images), minlength=3)
        for side, share in ((TRAIN, 0.8), (VALIDATION, 0.1), (TEST, 0.1)):
            spread = np.sqrt(share * (1 - share) / len(images))
            assert abs(counts[side] / len(images) - share) < 4 * spread, path.stem
