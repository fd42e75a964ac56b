"""Photographs of a sheet of paper on a table, drawn here, against the sheet alone."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from aemodel.data.examples import example_drawings
from aemodel.data.picture import picture_to_ink
from aemodel.data.sheet import alone, paper_in

DOODLES = example_drawings()
WIDTH, HEIGHT = 480, 360
CORNERS = ((30, 25), (455, 12), (440, 345), (18, 330))
TABLE, PAPER = 70, 235


def drawn(drawing, paper, *, sheet=None, width=5, ink=45):
    """The drawing in the middle of a picture; with `sheet`, that polygon of paper on a table."""
    image = Image.new("L", (WIDTH, HEIGHT), paper if sheet is None else TABLE)
    pen = ImageDraw.Draw(image)
    if sheet is not None:
        pen.polygon(sheet, fill=paper)
    for stroke in drawing:
        points = (stroke - 127.5) / 255 * 0.6 * HEIGHT + (WIDTH / 2, HEIGHT / 2)
        pen.line([tuple(point) for point in points], fill=ink, width=width, joint="curve")
    return np.asarray(image.filter(ImageFilter.GaussianBlur(0.7)), float)


def shaded(levels, seed=0):
    """With a shadow over half of it, a lamp at one side, and grain."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    shadow = 1 - 0.35 / (1 + np.exp(-(x - 0.5 * WIDTH + 0.4 * y) / 12))
    grain = np.random.default_rng(seed).normal(0, 3, levels.shape)
    return levels * (0.75 + 0.25 * y / HEIGHT) * shadow + grain


def picture(levels):
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("light", [lambda levels: levels, shaded], ids=["plain", "shaded"])
@pytest.mark.parametrize("name", ["cat", "house", "sun"])
def test_the_table_is_taken_away(name, light) -> None:
    alone = picture_to_ink(picture(drawn(DOODLES[name], PAPER)))
    lying = picture_to_ink(picture(light(drawn(DOODLES[name], PAPER, sheet=CORNERS))))
    assert np.abs(alone.astype(float) - lying).mean() < 6


def test_a_sheet_that_the_picture_cuts_off() -> None:
    cut = ((-50, -40), (430, -30), (420, 400), (-60, 390))
    alone = picture_to_ink(picture(drawn(DOODLES["cat"], PAPER)))
    lying = picture_to_ink(picture(drawn(DOODLES["cat"], PAPER, sheet=cut)))
    assert np.abs(alone.astype(float) - lying).mean() < 6


@pytest.mark.parametrize("turned", [1.2, 2.5, 5.0], ids=lambda degrees: f"{degrees} degrees")
@pytest.mark.parametrize("reach", [0.98, 1.0, 1.02])
def test_a_wedge_or_a_sliver_of_table_at_the_rim(turned, reach) -> None:
    angle = np.deg2rad(turned)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    corners = np.array([(-1.5, -1.5), (reach, -1.5), (reach, 1.5), (-1.5, 1.5)]) @ turn
    sheet = [
        tuple(corner) for corner in corners * (WIDTH / 2, HEIGHT / 2) + (WIDTH / 2, HEIGHT / 2)
    ]
    alone = picture_to_ink(picture(drawn(DOODLES["cat"], PAPER)))
    lying = picture_to_ink(picture(shaded(drawn(DOODLES["cat"], PAPER, sheet=sheet))))
    assert np.abs(alone.astype(float) - lying).mean() < 6


def test_the_ground_at_the_rim_of_a_picture_that_was_drawn() -> None:
    levels = drawn(DOODLES["tree"], PAPER)
    levels[-7:] = 45
    drawing = picture_to_ink(picture(levels))
    assert (drawing > 127).sum(axis=1).max() > 20  # the ground, as wide as the page


def test_without_a_table_nothing_changes() -> None:
    rng = np.random.default_rng(1)
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    disc = np.where(np.hypot(x - 240, y - 180) < 140, 240.0, 20.0)
    disc[np.hypot(x - 200, y - 150) < 12] = 20
    for levels in (
        drawn(DOODLES["cat"], PAPER),
        255 - drawn(DOODLES["cat"], PAPER),
        drawn(DOODLES["dog"], PAPER) * (0.35 + 0.65 * x / WIDTH),
        rng.normal(120, 30, (HEIGHT, WIDTH)),
        np.full((HEIGHT, WIDTH), 200.0),
        disc,
        np.where((abs(x - 240) < 120) & (abs(y - 180) < 90), 240.0, 20.0),
    ):
        grey = np.clip(levels / 255, 0, 1).astype(np.float32)
        assert paper_in(grey) is None


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (64, 64), (65, 4000)])
def test_any_shape(shape) -> None:
    grey = np.random.default_rng(2).random(shape).astype(np.float32)
    inside = paper_in(grey)
    assert inside is None or alone(grey, inside).shape == shape
