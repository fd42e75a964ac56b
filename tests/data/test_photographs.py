"""Photographs of drawings on paper in uneven light, made here, against the same page in even light.

Each has grain and the traces of JPEG; pages lie on a dark table, straight, turned or seen from a
corner, or fill the picture.
"""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from aemodel.data.examples import example_drawings
from aemodel.data.picture import picture_to_ink, prepare

DOODLES = example_drawings()
WIDTH, HEIGHT = 480, 360
PAGE = 600, 450  # pixels of the page before it is photographed

STRAIGHT = ((96, 72), (384, 72), (384, 288), (96, 288))
TURNED = ((132, 60), (404, 104), (360, 320), (80, 264))
SLANTED = ((132, 56), (352, 60), (432, 320), (60, 312))
FULL = ((-16, -12), (496, -12), (496, 372), (-16, 372))


def page(name, *, ruled=0.0, ink=0.3):
    """How much light each spot of the page gives back, float32 in 0..1."""
    width, height = PAGE
    image = Image.new("L", (2 * width, 2 * height), 255)
    pen = ImageDraw.Draw(image)
    if ruled:
        for y in range(64, 2 * height, 64):
            pen.line((0, y, 2 * width, y), fill=round(255 * (1 - ruled)), width=3)
    for stroke in DOODLES[name]:
        points = (stroke - 127.5) / 255 * 1.4 * height + (width, height)
        pen.line([tuple(point) for point in points], fill=round(255 * ink), width=11, joint="curve")
    return np.asarray(image.resize(PAGE, Image.Resampling.BOX), np.float32) / np.float32(255)


def photograph(sheet, corners, light, *, table=45, seed=0):
    """The page with its corners there, in `light(x, y)` for x and y in 0..1, on a table."""
    width, height = PAGE
    rows, goals = [], []
    for (x, y), (u, v) in zip(
        corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True
    ):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        goals += [u, v]
    seen = Image.fromarray(sheet).transform(
        (WIDTH, HEIGHT),
        Image.Transform.PERSPECTIVE,
        np.linalg.solve(np.array(rows, float), np.array(goals, float)),
        Image.Resampling.BICUBIC,
        fillcolor=1.0,
    )
    outline = Image.new("L", (WIDTH, HEIGHT))
    ImageDraw.Draw(outline).polygon(corners, fill=255)
    covered = np.asarray(outline, np.float32) / 255
    y, x = np.mgrid[:HEIGHT, :WIDTH] / np.array([HEIGHT, WIDTH])[:, None, None]
    lit = light(x, y)
    levels = np.clip(np.asarray(seen), 0, 1) * lit * covered
    levels = levels + (1 - covered) * table * (0.5 + lit / 500)
    blurred = Image.fromarray(levels.astype(np.float32).clip(0, 255).astype(np.uint8))
    blurred = blurred.filter(ImageFilter.GaussianBlur(0.7))
    grain = np.random.default_rng(seed).normal(0, 2, levels.shape)
    noisy = np.clip(np.asarray(blurred) + grain, 0, 255).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noisy).save(stream, "JPEG", quality=75)
    return Image.open(stream)


def even(x, y):
    return np.full(x.shape, 235.0)


def side(x, y):
    return 100 + 145 * x


def shadow(x, y):
    return side(x, y) * (1 - 0.3 / (1 + np.exp(-60 * (x - 0.55 + 0.4 * (y - 0.5)))))


def lamp(x, y):
    return 90 + 160 * np.exp(-((x - 0.75) ** 2 + (y - 0.3) ** 2) / 0.18)


def apart(first, second):
    """Ink of either that the other has nowhere within a pixel, in levels of the mean pixel."""
    first, second = first.astype(float), second.astype(float)

    def wider(ink):
        padded = np.pad(ink, 1)
        return np.lib.stride_tricks.sliding_window_view(padded, (3, 3)).max(axis=(2, 3))

    lost, found = np.maximum(first - wider(second), 0), np.maximum(second - wider(first), 0)
    return float(lost.mean() + found.mean())


@pytest.mark.parametrize("light", [side, shadow, lamp])
@pytest.mark.parametrize("ruled", [0.0, 0.25], ids=["plain", "ruled"])
@pytest.mark.parametrize(
    "corners", [STRAIGHT, TURNED, SLANTED, FULL], ids=["straight", "turned", "slanted", "full"]
)
def test_uneven_light_changes_nothing(corners, ruled, light) -> None:
    for name in ("house", "cat"):
        alone = picture_to_ink(photograph(page(name), corners, even, table=235))
        lying = picture_to_ink(photograph(page(name, ruled=ruled), corners, light))
        assert apart(alone, lying) < 2, name


def test_every_threshold_in_reach_leaves_a_drawing() -> None:
    """A page a third of the picture, lit from one side, ruled."""
    prepared = prepare(photograph(page("house", ruled=0.25), STRAIGHT, side))
    alone = picture_to_ink(photograph(page("house"), STRAIGHT, even, table=235))
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        assert apart(alone, prepared.to_ink(threshold)) < 3, threshold


def test_the_edge_of_a_shadow_is_no_edge_of_paper() -> None:
    """Lines go on beyond it; half of the drawing was taken for the table."""

    def half(x, y):
        return 235 * (1 - 0.3 / (1 + np.exp(-60 * (x - 0.5 + 0.4 * (y - 0.5)))))

    alone = picture_to_ink(photograph(page("cat"), FULL, even))
    assert apart(alone, picture_to_ink(photograph(page("cat"), FULL, half))) < 2


@pytest.mark.parametrize("light", [side, lamp])
def test_chalk_on_a_board_in_uneven_light(light) -> None:
    board = 0.25 + 0.6 * (1 - page("fish"))
    alone = picture_to_ink(photograph(page("fish"), FULL, even))
    assert apart(alone, picture_to_ink(photograph(board, FULL, light))) < 2


def test_a_large_figure_that_touches_the_margin_keeps_its_sense() -> None:
    image = Image.new("L", (300, 300), 250)
    pen = ImageDraw.Draw(image)
    pen.ellipse((40, -60, 260, 160), fill=10)
    pen.line((150, 160, 150, 280), fill=10, width=12)
    ink = picture_to_ink(image)
    assert apart(ink, picture_to_ink(Image.fromarray(255 - np.asarray(image)))) < 2
    assert ink[24, 13:15].max() > 100 and ink[24, :8].max() < 60
