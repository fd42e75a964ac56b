"""Any picture of a doodle -> the 28x28 form of the dataset.

Photos of paper, screenshots, clip art, dark or light backgrounds, transparency, any size. The
steps: transparency is laid on a contrasting ground; the table around a sheet of paper is taken
away (`sheet`); so is what the light does (`light`), and colours count where brightness hardly
tells lines from paper; ink is told from paper (`contrast`); dust far from the drawing, and slivers
of table at the rim of a photograph, are dropped (`specks`); lines, thin or fat, are drawn again
along their middle, and filled shapes along their outline, with the pen of the dataset, in its
frame (`shapes`).

NumPy and Pillow only.
"""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from aemodel.data.contrast import NOTHING, Contrast, measured
from aemodel.data.light import colour_contrast_of, contrast_of
from aemodel.data.outline import SIDE
from aemodel.data.shapes import paint, to_lines, to_work_size
from aemodel.data.sheet import alone, has_grain, paper_in
from aemodel.data.specks import without_slivers, without_specks
from aemodel.errors import DataError

MAX_PIXELS = 64_000_000
MAX_FILE_BYTES = 128 * 1024 * 1024

_LARGE = 1024  # pictures are reduced to this side before anything else
_ALIKE = 0.5  # share of the detail that an enlargement of 28x28 may lack; a drawing lacks more
_CLEAR = 0.3  # brightness that tells ink from paper well enough
_CLEARER = 2.0  # how much more clearly colours must tell ink from paper to count
_COLOURED = 0.05  # greatest difference of two channels in a picture without colours

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
            f"{name} is not a picture that can be read; save it as PNG or JPEG."
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

    `ready` is the outcome uint8 (28, 28), where the picture had the form already; `photographed`
    is whether there may be slivers of table at the rim.
    """

    contrast: Contrast | None = None
    ready: NDArray[np.uint8] | None = None
    photographed: bool = False

    def to_ink(self, threshold: float | None = None) -> NDArray[np.uint8]:
        """See `picture_to_ink`."""
        if threshold is not None and not 0.0 < threshold < 1.0:
            raise DataError("The threshold must lie between 0 and 1.")
        if self.ready is not None:
            return self.ready
        if self.contrast is None:
            raise DataError(NOTHING)
        level = self.contrast.automatic() if threshold is None else threshold
        drawn = self.contrast.mask(level)
        if self.photographed:
            drawn = without_slivers(drawn)
        return paint(to_lines(to_work_size(without_specks(drawn))))

    def automatic(self) -> float | None:
        """The threshold 0..1 that `to_ink` finds by itself; None where no threshold matters."""
        return None if self.contrast is None else self.contrast.automatic()


def prepare(image: "Image.Image | NDArray[np.generic]") -> Prepared:
    """The costly part of `picture_to_ink`, for those who try several thresholds.

    Raises:
        DataError: as `picture_to_ink` does.
    """
    picture = image if isinstance(image, Image.Image) else _from_array(np.asarray(image))
    _check_size(picture, "The picture")
    if min(picture.size) < 1:
        raise DataError(NOTHING)
    grey, colours = _levels(picture)
    small = _as_small(grey)
    ready = _already_ink(small) if small is not None else None
    if ready is not None:
        return Prepared(ready=ready)
    photographed = has_grain(grey)
    inside = paper_in(grey)
    if inside is not None:
        grey, *colours = (alone(channel, inside) for channel in (grey, *colours))
    return Prepared(_clearest(grey, colours), photographed=photographed)


def _clearest(grey: Grey, colours: list[Grey]) -> Contrast:
    """Ink by its brightness, or by its colours where it is hardly brighter or darker than paper.

    Raises:
        DataError: when nothing is drawn.
    """
    if not colours:
        return measured(contrast_of(grey))
    try:
        plain = measured(contrast_of(grey))
    except DataError:
        return measured(colour_contrast_of(colours))
    if plain.span > _CLEAR:
        return plain
    coloured = measured(colour_contrast_of(colours))
    return coloured if coloured.clearness > _CLEARER * plain.clearness else plain


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


def _levels(picture: Image.Image) -> tuple[Grey, list[Grey]]:
    """Brightness 0..1, at most 1024 on a side; the same of red, green and blue if there are any.

    Transparency is laid on a contrasting ground.
    """
    factor = -(-max(picture.size) // _LARGE)
    if picture.mode in ("I", "I;16", "I;16B", "I;16L", "F"):
        levels = np.asarray(picture, dtype=np.float32)
        span = float(levels.max() - levels.min()) or 1.0
        picture = _from_array((levels - levels.min()) / span)
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
    elif picture.mode not in ("L", "RGB"):
        picture = picture.convert("L" if picture.mode == "1" else "RGB")
    if factor > 1:
        picture = picture.reduce(factor)
    if picture.mode == "L":
        return _of_bytes(picture), []
    opaque = picture.convert("RGB")
    channels = [_of_bytes(opaque.convert("L")), *map(_of_bytes, opaque.split())]
    if picture.mode == "RGBA":
        alpha = _of_bytes(picture.getchannel("A"))
        visible = float(alpha.sum())
        tone = float((channels[0] * alpha).sum()) / visible if visible else 0.0
        ground = 1.0 if tone < 0.5 else 0.0
        channels = [channel * alpha + np.float32(ground) * (1 - alpha) for channel in channels]
    grey, *colours = channels
    coloured = any(float(np.abs(colour - grey).max()) > _COLOURED for colour in colours)
    return grey, colours if coloured else []


def _of_bytes(picture: Image.Image) -> Grey:
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
    # Not against all of the ink: most of a filled shape is like its enlargement, but for its edge.
    means = Image.fromarray(grey).resize((SIDE, SIDE), Image.Resampling.BOX)
    soft = np.asarray(means.resize((width, width), Image.Resampling.BILINEAR))
    detail = float(np.abs(soft - grey).mean())
    for method in (Image.Resampling.NEAREST, Image.Resampling.BILINEAR, Image.Resampling.BICUBIC):
        again = np.asarray(Image.fromarray(small).resize((width, width), method))
        if float(np.abs(again - grey).mean()) < _ALIKE * detail:
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
        raise DataError(NOTHING)
    return levels
