"""Noise for the model's input, the same again for the same seed. No Qt."""

from __future__ import annotations

import numpy as np

from desktop.marks import QT_TRANSLATE_NOOP
from desktop.state.doodle import Image

KINDS = {
    "grain": QT_TRANSLATE_NOOP("Noise", "grain"),
    "specks": QT_TRANSLATE_NOOP("Noise", "specks"),
    "shake": QT_TRANSLATE_NOOP("Noise", "shake"),
}
_TAKEN_FOR = {"grain": (0.0, 0.45), "specks": (0.2, 0.4), "shake": (0.1, 0.35)}
_GRAIN = 0.45
_SPECKS = 0.3
_SHAKE = 2.0


def noisy(image: Image, kind: str, level: float, seed: int = 0) -> Image:
    """A picture (28, 28) in [0, 1] with noise; `level` in [0, 1], 0 leaves it as it is.

    grain: Gaussian, standard deviation up to 0.45. specks: salt and pepper on up to 30 % of the
    pixels. shake: every pixel comes from a place near by, up to 2 pixels away or so. Where the
    noise lies depends on the seed alone: more of it grows in the same places.
    """
    if level <= 0:
        return image
    random = np.random.default_rng(seed)
    if kind == "grain":
        changed = image + _GRAIN * level * random.standard_normal(image.shape)
    elif kind == "specks":
        salt = random.random(image.shape) < 0.5
        changed = np.where(random.random(image.shape) < _SPECKS * level, salt, image)
    elif kind == "shake":
        shift = np.rint(_SHAKE * level * random.standard_normal((2, *image.shape))).astype(int)
        rows, columns = np.indices(image.shape) + shift
        height, width = image.shape
        changed = image[np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1)]
    else:
        raise ValueError(f"there is no noise of kind {kind!r}")
    result: Image = np.clip(changed, 0, 1).astype(np.float32)
    return result


def grain_like(kind: str, level: float) -> float:
    """The standard deviation of the Gaussian noise that a model best takes this noise for.

    Grain is just that. For the others it is what kept most categories and drew nearest to the
    original, on validation drawings at levels of 0.1 to 1.
    """
    least, more = _TAKEN_FOR[kind]
    return least + more * level
