"""The map's ground: category colours, as strong as drawings are dense there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from desktop.paint.doodles import rgb


def shade(
    density: NDArray[np.float32],
    category_density: NDArray[np.float32],
    paper: QColor,
    colors: Sequence[QColor],
    strength: float = 0.62,
) -> QImage:
    """An image of the extent, top row first.

    density (H, W) and category_density (K, H, W) in [0, 1], row 0 at the bottom. At each point
    the categories' colours are mixed by their share of the densities there and laid on the paper
    with an opacity that grows with the density.
    """
    # A steep power keeps the mixture at borders from turning grey.
    share = np.maximum(category_density, 1e-6).astype(np.float64) ** 2
    share /= share.sum(0)
    palette = np.array([rgb(color) for color in colors], np.float64)
    hue = np.tensordot(share, palette, axes=(0, 0))
    opacity = (strength * np.clip(density, 0, 1) ** 0.6)[..., None]
    opacity *= _fading(*density.shape)[..., None]
    ground = np.array(rgb(paper), np.float64)
    mixed = np.rint(hue * opacity + ground * (1 - opacity)).astype(np.uint8)[::-1]
    data = np.ascontiguousarray(mixed)
    height, width = data.shape[:2]
    return QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _fading(height: int, width: int) -> NDArray[np.float64]:
    """1 inside, 0 at the border: the extent ends without an edge."""
    down, across = (
        np.clip(np.minimum(np.arange(n) + 0.5, n - 0.5 - np.arange(n)) / (0.08 * n), 0, 1)
        for n in (height, width)
    )
    fading: NDArray[np.float64] = np.outer(down, across)
    return fading
