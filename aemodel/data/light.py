"""What the light does to a picture of a drawing, taken out: how far each spot is from its paper.

Uneven light is estimated as what remains when everything narrower than a fifth of the picture is
taken away: ink on paper counts by the share of the light that it keeps back, chalk by what it
adds. Colours count by their distance from the local paper's. NumPy and Pillow only.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from aemodel.data.morphology import opened, smoothed

Grey = NDArray[np.float32]

_SIDE = 128  # the light is sought in a picture of this side
_WIDEST = 25  # what is narrower than this of its pixels is drawn on the paper
_DIMMEST = 0.2  # of the brightest paper: darker, noise is all that there is
_EVEN = 0.04  # of brightness along the margin


def contrast_of(grey: Grey) -> Grey:
    """About 0 on paper, positive on ink, whichever is the darker one; (h, w) in 0..1."""
    low, high = np.percentile(grey, (0.5, 99.5))
    if high - low < _EVEN:
        low, high = float(grey.min()), float(grey.max())
    margin = _margin(grey)
    paper = float(np.median(margin))
    if _is_even(margin):
        even: Grey = paper - grey if paper > (low + high) / 2 else grey - paper
        return even
    small = _reduced(grey)
    if not _dark_on_light(small, paper > (low + high) / 2):
        return grey - _at_size(_light(small), grey.shape)
    light = _at_size(-_light(-small), grey.shape)
    # Lines on paper keep a share of its light: in the shade they differ less from it.
    brightest = light.max()
    flat: Grey = (light - grey) * (brightest / np.maximum(light, _DIMMEST * brightest))
    return flat


def colour_contrast_of(channels: list[Grey]) -> Grey:
    """The distance from the colour of the paper, near 0 on it; a grey counts as in `contrast_of`.

    Args:
        channels: red, green and blue (h, w) in 0..1.
    """
    squares = np.zeros_like(channels[0])
    if all(_is_even(_margin(channel)) for channel in channels):
        for channel in channels:
            squares += (channel - np.float32(np.median(_margin(channel)))) ** 2
        return np.sqrt(squares / len(channels))
    # Lines may be brighter in one colour and darker in another: medians are the paper in any.
    papers = [_at_size(_median(_reduced(channel)), channel.shape) for channel in channels]
    light = np.mean(papers, axis=0)
    for channel, paper in zip(channels, papers, strict=True):
        squares += (channel - paper) ** 2
    brightest = light.max()
    apart: Grey = np.sqrt(squares / len(channels))
    flat: Grey = apart * (brightest / np.maximum(light, _DIMMEST * brightest))
    return flat


def _margin(grey: Grey) -> Grey:
    edge = max(1, min(grey.shape) // 20)
    return np.concatenate(
        [part.ravel() for part in (grey[:edge], grey[-edge:], grey[:, :edge], grey[:, -edge:])]
    )


def _is_even(margin: Grey) -> bool:
    return bool(np.subtract(*np.percentile(margin, (90, 10))) < _EVEN)


def _reduced(grey: Grey) -> Grey:
    return np.asarray(Image.fromarray(grey).resize((_SIDE, _SIDE), Image.Resampling.BOX))


def _median(small: Grey) -> Grey:
    """The usual level around each spot."""
    half = Image.fromarray(np.rint(small * 255).astype(np.uint8)).reduce(2)
    usual = np.asarray(half.filter(ImageFilter.MedianFilter(_WIDEST // 2 + 1)), np.float32)
    return smoothed(usual / np.float32(255), 1)


def _dark_on_light(small: Grey, light_margin: bool) -> bool:
    """Whether the lines, of which there are few, are darker than what is around them.

    A margin in the shade does not tell; it decides where neither kind is the rarer one.
    """
    details = small - smoothed(small, _WIDEST // 2)
    skewness = float((details**3).mean()) / max(float((details**2).mean()) ** 1.5, 1e-9)
    return light_margin if abs(skewness) < 0.5 else skewness < 0


def _light(small: Grey) -> Grey:
    """The light of the paper beneath brighter ink: an opening, smoothed a little.

    Near the rim nothing tells light that changes across the paper from ink: there it goes on as
    it changes further inside.
    """
    level = opened(small, _WIDEST)
    reach = _WIDEST // 2
    onward = np.pad(level[reach:-reach, reach:-reach], reach, mode="reflect", reflect_type="odd")
    return smoothed(np.minimum(np.maximum(level, onward), small), 2)


def _at_size(levels: Grey, shape: tuple[int, ...]) -> Grey:
    size = (shape[1], shape[0])
    return np.asarray(Image.fromarray(levels).resize(size, Image.Resampling.BICUBIC))
