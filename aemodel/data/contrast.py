"""Ink told from paper: by Otsu's threshold (1979), within what the noise of the paper allows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from aemodel.errors import DataError

Grey = NDArray[np.float32]

NOTHING = (
    "Nothing is drawn in this picture; choose one with lines darker or lighter than the paper."
)
_LEAST = 0.04  # of brightness, from paper to ink
_GRAIN = 0.01  # of brightness: noise below is none


@dataclass(frozen=True)
class Contrast:
    """What stands out from the paper: ink (h, w) without grain, and what paper and ink are in it.

    span: from the level of the paper to the strongest ink.
    """

    ink: Grey
    paper: float
    noise: float
    span: float

    @property
    def clearness(self) -> float:
        """How far ink stands out, in units of the noise."""
        return self.span / max(self.noise, _GRAIN)

    def automatic(self) -> float:
        """Otsu's threshold within reason, as a share of the span."""
        level = max(otsu(self.ink), self.paper + 0.25 * self.span, self.paper + 4 * self.noise)
        return min((level - self.paper) / self.span, 0.6)

    def mask(self, threshold: float) -> NDArray[np.bool_]:
        """Where ink is, bool (h, w): beyond this share 0..1 of the span. Never empty."""
        return np.asarray(self.ink > self.paper + threshold * self.span)


def measured(ink: Grey) -> Contrast:
    """The contrast of ink (h, w) that is about 0 on paper and positive elsewhere.

    Raises:
        DataError: when it does not rise above the noise.
    """
    paper, noise = _paper_and_noise(ink)
    if noise > _GRAIN and min(ink.shape) >= 100:
        ink = _calm(ink)
        paper, noise = _paper_and_noise(ink)
    strongest = float(np.percentile(ink, 99.9))
    if strongest - paper < _LEAST:
        strongest = float(ink.max())
    span = strongest - paper
    if span < max(_LEAST, 5 * noise):
        raise DataError(NOTHING)
    return Contrast(ink, paper, noise, span)


def _paper_and_noise(ink: Grey) -> tuple[float, float]:
    """The level of the paper and the standard deviation of its noise, by medians.

    Ink may cover nine tenths of the picture: what is nearest to 0 is paper.
    """
    far = np.abs(ink)
    tenth = float(np.quantile(far, 0.1)) / 0.1257  # of a normal distribution: its deviation
    near = ink[far <= max(2.5 * tenth, _LEAST)]
    paper = float(np.median(near))
    return paper, 1.4826 * float(np.median(np.abs(near - paper)))


def _calm(ink: Grey) -> Grey:
    """The picture without grain: medians of three by three pixels."""
    top = float(np.abs(ink).max()) or 1.0
    levels = np.rint(ink / top * 127 + 128).astype(np.uint8)
    calm = Image.fromarray(levels).filter(ImageFilter.MedianFilter(3))
    rescaled: Grey = (np.asarray(calm, dtype=np.float32) - 128) / 127 * np.float32(top)
    return rescaled


def otsu(values: Grey) -> float:
    """The threshold that maximises the variance between the two classes (Otsu 1979)."""
    counts, borders = np.histogram(values, bins=256)
    centres = (borders[1:] + borders[:-1]) / 2
    below = np.cumsum(counts)[:-1]
    above = values.size - below
    sums = np.cumsum(counts * centres)
    means_below = sums[:-1] / np.maximum(below, 1)
    means_above = (sums[-1] - sums[:-1]) / np.maximum(above, 1)
    between = below * above * (means_below - means_above) ** 2
    best = np.flatnonzero(between == between.max())
    return float(borders[1 + int(np.median(best))])
