"""Any picture of a doodle -> the 28x28 form of the dataset.

Photos of paper, screenshots, dark or light backgrounds, transparency, any size. The steps:
transparency is laid on a contrasting ground; the table around a sheet of paper is taken away
(`sheet`); uneven light is estimated as what remains when everything narrower than a fifth of the
picture is taken away, and taken out: ink on paper counts by the share of the light that it keeps
back, chalk by what it adds; ink is told from paper by Otsu's threshold (1979); its centre lines
are found by thinning and drawn again with the pen of the dataset, in its frame, so that neither a
thin pencil nor a fat marker changes what a model sees. Areas much wider than the lines stay
filled; a picture of nothing else is thinned as if it were a line.

NumPy and Pillow only.
"""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from aemodel.data.morphology import depth, grow, opened, smoothed, thin
from aemodel.data.outline import PEN_UNITS, PIXELS_PER_UNIT, SIDE
from aemodel.data.sheet import without_surroundings
from aemodel.data.strokes import FRAME
from aemodel.errors import DataError

MAX_PIXELS = 64_000_000
MAX_FILE_BYTES = 128 * 1024 * 1024

_LARGE = 1024  # pictures are reduced to this side before anything else
_WORK = 208  # longer side of the ink when its centre lines are sought
_LARGEST_ZOOM = 8
_FINE = 8  # sub-pixels per pixel, each way, when it is painted
_LIGHT = 128  # the light is sought in a picture of this side
_WIDEST = 25  # what is narrower than this of its pixels is drawn on the paper
_DIMMEST = 0.2  # of the brightest paper: darker, noise is all that there is
_NOTHING = (
    "Nothing is drawn in this picture; choose one with lines darker or lighter than the paper."
)

Grey = NDArray[np.float32]


def read_picture(source: Path | str | BinaryIO) -> Image.Image:
    """Open a PNG, JPEG, GIF, BMP, WebP or other picture (its first frame), upright.

    Raises:
        DataError: when it cannot be read, is no picture, or is too large.
    """
    name = source if isinstance(source, (str, Path)) else "The picture"
    try:
        if isinstance(source, (str, Path)) and Path(source).stat().st_size > MAX_FILE_BYTES:
            raise DataError(
                f"{name} is larger than {MAX_FILE_BYTES // 2**20} MiB; use a smaller one."
            )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(source) as image:
                _check_size(image, str(name))
                image.load()
                return ImageOps.exif_transpose(image)
    except Image.DecompressionBombError:
        raise DataError(f"{name} has too many pixels; use a smaller one.") from None
    except FileNotFoundError:
        raise DataError(f"There is no picture {name}; check where it is.") from None
    except UnidentifiedImageError:
        raise DataError(
            f"{name} is not a picture that can be read; use PNG, JPEG, GIF, BMP or WebP."
        ) from None
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # of the system, not of Pillow
            raise DataError(
                f"{name} cannot be read ({error.strerror}); try another copy."
            ) from error
        raise DataError(f"{name} cannot be read ({error}); save it again as PNG.") from error


def picture_to_ink(
    image: "Image.Image | NDArray[np.generic]", threshold: float | None = None
) -> NDArray[np.uint8]:
    """The doodle of a picture in the form of the dataset.

    A picture of 28x28, or an enlargement of one, with a dark margin is taken to be in that form
    already and left as it is; with a light margin it is only inverted.

    Args:
        image: a Pillow image, or an array (h, w), (h, w, 3) or (h, w, 4): integers 0..255, or
            floats and bools 0..1.
        threshold: where ink begins between paper (0) and the strongest ink (1); by default Otsu's.

    Returns:
        uint8 (28, 28), 0 = paper, 255 = ink.

    Raises:
        DataError: when nothing is drawn, or the picture is too large or has no usable form.
    """
    return prepare(image).to_ink(threshold)


@dataclass(frozen=True)
class Prepared:
    """A picture with everything done to it that no threshold changes.

    `ready` is the outcome uint8 (28, 28), where the picture had the form already; otherwise `ink`
    (h, w) is about 0 on paper and positive on ink.
    """

    ink: Grey
    ready: NDArray[np.uint8] | None = None

    def to_ink(self, threshold: float | None = None) -> NDArray[np.uint8]:
        """See `picture_to_ink`."""
        if threshold is not None and not 0.0 < threshold < 1.0:
            raise DataError("The threshold must lie between 0 and 1.")
        if self.ready is not None:
            return self.ready
        return _paint(_to_work_size(_ink_mask(self.ink, threshold)))

    def automatic(self) -> float | None:
        """The threshold 0..1 that `to_ink` finds by itself; None where no threshold matters.

        Raises:
            DataError: when nothing is drawn.
        """
        return None if self.ready is not None else _automatic(*_contrasted(self.ink))


def prepare(image: "Image.Image | NDArray[np.generic]") -> Prepared:
    """The costly part of `picture_to_ink`, for those who try several thresholds."""
    picture = image if isinstance(image, Image.Image) else _from_array(np.asarray(image))
    _check_size(picture, "The picture")
    if min(picture.size) < 1:
        raise DataError(_NOTHING)
    grey = _grey(picture)
    small = _as_small(grey)
    ready = _already_ink(small) if small is not None else None
    if ready is not None:
        return Prepared(grey, ready)
    return Prepared(_flatten(without_surroundings(grey)))


def _check_size(image: Image.Image, name: str) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise DataError(
            f"{name} has {image.width} x {image.height} pixels, which is too many;"
            f" use one of at most {MAX_PIXELS // 1_000_000} million."
        )


def _from_array(array: NDArray[np.generic]) -> Image.Image:
    """An array of the documented forms as a Pillow image."""
    usable = array.ndim == 2 or (array.ndim == 3 and array.shape[2] in (1, 3, 4))
    if not usable or array.size == 0 or array.dtype.kind not in "biuf":
        raise DataError(f"An array of shape {array.shape} and type {array.dtype} is no picture.")
    if array.dtype.kind in "bf":
        array = np.nan_to_num(array.astype(np.float64)) * 255.0
    levels = np.rint(np.clip(array.astype(np.float64), 0, 255)).astype(np.uint8)
    return Image.fromarray(levels[..., 0] if levels.ndim == 3 and levels.shape[2] == 1 else levels)


def _grey(picture: Image.Image) -> Grey:
    """Brightness 0..1, at most 1024 on a side, transparency laid on a contrasting ground."""
    factor = -(-max(picture.size) // _LARGE)
    if picture.mode in ("I", "I;16", "I;16B", "I;16L", "F"):
        levels = np.asarray(picture, dtype=np.float32)
        span = float(levels.max() - levels.min()) or 1.0
        picture = _from_array((levels - levels.min()) / span)
    picture = picture.convert("RGBA" if picture.has_transparency_data else "L")
    if factor > 1:
        picture = picture.reduce(factor)
    if picture.mode == "L":
        return _levels(picture)
    alpha = _levels(picture.getchannel("A"))
    grey = _levels(picture.convert("RGB").convert("L"))
    visible = float(alpha.sum())
    tone = float((grey * alpha).sum()) / visible if visible else 0.0
    ground = 1.0 if tone < 0.5 else 0.0
    laid: Grey = (grey * alpha + ground * (1 - alpha)).astype(np.float32)
    return laid


def _levels(picture: Image.Image) -> Grey:
    """A picture of bytes as float32 0..1."""
    levels: Grey = np.asarray(picture, dtype=np.float32) / np.float32(255)
    return levels


def _as_small(grey: Grey) -> Grey | None:
    """The 28x28 picture that this one is, or is an enlargement of (blocks or smooth); else None."""
    height, width = grey.shape
    if height != width or width < SIDE:
        return None
    if width == SIDE:
        return grey
    centres = (np.arange(SIDE) + 0.5) * width / SIDE
    near, far = np.floor(centres).astype(int), np.ceil(centres - 1).astype(int)
    rows = (grey[near] + grey[far]) / 2
    small: Grey = (rows[:, near] + rows[:, far]) / 2
    ink = float(np.abs(grey - np.median(grey)).mean())
    for method in (Image.Resampling.NEAREST, Image.Resampling.BILINEAR, Image.Resampling.BICUBIC):
        again = np.asarray(Image.fromarray(small).resize((width, width), method))
        if float(np.abs(again - grey).mean()) < 0.15 * ink:
            return small
    return None


def _already_ink(grey: Grey) -> NDArray[np.uint8] | None:
    """A 28x28 picture in, or but for inversion in, the form; None when its margin is neither."""
    levels = np.rint(grey * 255).astype(np.uint8)
    margin = np.concatenate((levels[[0, -1]].ravel(), levels[1:-1, [0, -1]].ravel()))
    if np.median(margin) > 223:
        levels = 255 - levels
        margin = 255 - margin
    if (margin < 32).mean() < 0.75:
        return None
    if levels.max() < 32:
        raise DataError(_NOTHING)
    return levels


def _flatten(grey: Grey) -> Grey:
    """Contrast against the local paper: about 0 on paper, positive on ink, whatever the colours."""
    low, high = np.percentile(grey, (0.5, 99.5))
    if high - low < 0.04:
        low, high = float(grey.min()), float(grey.max())
    edge = max(1, min(grey.shape) // 20)
    margin = np.concatenate(
        [part.ravel() for part in (grey[:edge], grey[-edge:], grey[:, :edge], grey[:, -edge:])]
    )
    paper = float(np.median(margin))
    if np.subtract(*np.percentile(margin, (90, 10))) < 0.04:
        even: Grey = paper - grey if paper > (low + high) / 2 else grey - paper
        return even
    small = np.asarray(Image.fromarray(grey).resize((_LIGHT, _LIGHT), Image.Resampling.BOX))
    if not _dark_on_light(small, paper > (low + high) / 2):
        return grey - _at_size(_light(small), grey.shape)
    light = _at_size(-_light(-small), grey.shape)
    # Lines on paper keep a share of its light: in the shade they differ less from it.
    brightest = light.max()
    flat: Grey = (light - grey) * (brightest / np.maximum(light, _DIMMEST * brightest))
    return flat


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


def _ink_mask(ink: Grey, threshold: float | None) -> NDArray[np.bool_]:
    """Where ink is: bool (h, w). Raises DataError as `_contrasted` does."""
    ink, paper, noise, contrast = _contrasted(ink)
    if threshold is None:
        threshold = _automatic(ink, paper, noise, contrast)
    return np.asarray(ink > paper + threshold * contrast)


def _contrasted(ink: Grey) -> tuple[Grey, float, float, float]:
    """The ink without grain, the level and the noise of the paper, and the strongest ink over it.

    Raises:
        DataError: when the contrast does not rise above the noise.
    """
    paper, noise = _paper_and_noise(ink)
    if noise > 0.01 and min(ink.shape) >= 100:
        ink = _calm(ink)
        paper, noise = _paper_and_noise(ink)
    strongest = float(np.percentile(ink, 99.9))
    if strongest - paper < 0.04:
        strongest = float(ink.max())
    contrast = strongest - paper
    if contrast < max(0.04, 5 * noise):
        raise DataError(_NOTHING)
    return ink, paper, noise, contrast


def _automatic(ink: Grey, paper: float, noise: float, contrast: float) -> float:
    """Otsu's threshold within reason, as a share of the contrast."""
    level = max(otsu(ink), paper + 0.25 * contrast, paper + 4 * noise)
    return min((level - paper) / contrast, 0.6)


def _paper_and_noise(ink: Grey) -> tuple[float, float]:
    """The level of the paper and the standard deviation of its noise, by medians."""
    paper = float(np.median(ink))
    return paper, 1.4826 * float(np.median(np.abs(ink - paper)))


def _calm(ink: Grey) -> Grey:
    """The picture without grain: medians of three by three pixels."""
    top = float(np.abs(ink).max()) or 1.0
    levels = np.rint(ink / top * 127 + 128).astype(np.uint8)
    calm = Image.fromarray(levels).filter(ImageFilter.MedianFilter(3))
    rescaled: Grey = (_levels(calm) * np.float32(255) - 128) / 127 * top
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


def _thickness(mask: NDArray[np.bool_]) -> float:
    """Usual width of the lines in pixels: twice their area over the length of their borders."""
    padded = np.pad(mask, 1)
    within = padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
    return 2.0 * float(mask.sum()) / max(1.0, float((mask & ~within).sum()))


def _to_work_size(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Crop to the ink and bring its longer side to about 208 pixels without losing thin lines.

    Raises:
        DataError: when there is no ink.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        raise DataError(_NOTHING)
    box = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    tiny = max(box.shape) < max(mask.shape) / 10
    if tiny and min(box.shape) > max(box.shape) / 2 and box.mean() > 0.6:
        return np.ones((1, 1), dtype=bool)  # a dot, not an area to be enlarged
    scale = min(_WORK / max(box.shape), _LARGEST_ZOOM)
    # Lines that would become narrower than three pixels are thickened first.
    thicken = max(0.0, (3 / scale - _thickness(box)) / 2)
    box = grow(np.pad(box, 2 + int(2 / scale + thicken)), thicken)
    height, width = (max(1, round(side * scale)) for side in box.shape)
    levels = Image.fromarray(box.astype(np.uint8) * 255)
    filtered = Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC
    resized = levels.resize((width, height), filtered).filter(ImageFilter.GaussianBlur(1))
    return np.asarray(np.asarray(resized) > 127)


def _paint(mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Draw the centre lines of a mask with the pen of the dataset, in its frame."""
    lines = thin(mask)
    deep = depth(mask)
    usual = float(np.median(deep[lines])) if lines.any() else 0.0
    core = deep > 2 * usual + 2
    filled = grow(core, usual + 2) & mask if core.any() else core
    points = np.argwhere(lines | filled).astype(np.float64)
    if not len(points):
        raise DataError(_NOTHING)
    low, high = points.min(axis=0), points.max(axis=0)
    extent = float((high - low).max())
    fine = PIXELS_PER_UNIT * _FINE
    scale = FRAME * fine / extent if extent > 3 else 0.0  # a dot has no extent to scale by
    middle = (SIDE * _FINE - 1) / 2
    place = np.rint((points - (low + high) / 2) * scale + middle).astype(np.int64)
    place = np.clip(place, 0, SIDE * _FINE - 1)
    canvas = np.zeros((SIDE * _FINE, SIDE * _FINE), dtype=bool)
    canvas[place[:, 0], place[:, 1]] = True
    painted = grow(canvas, PEN_UNITS / 2 * fine)
    coverage = painted.reshape(SIDE, _FINE, SIDE, _FINE).mean(axis=(1, 3))
    levels: NDArray[np.uint8] = np.rint(coverage * 255).astype(np.uint8)
    return levels
