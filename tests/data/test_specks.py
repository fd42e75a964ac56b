"""Dust beside a small drawing, and dots that belong to one."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from aemodel.data.examples import example_drawings
from aemodel.data.picture import picture_to_ink
from aemodel.data.specks import without_slivers, without_specks

FAR = ((60, 60), (500, 80), (940, 50), (930, 400), (600, 720), (940, 760))


def small_drawing():
    """A doodle of 170 pixels in a page of 1000."""
    image = Image.new("L", (1000, 800), 255)
    pen = ImageDraw.Draw(image)
    for stroke in example_drawings()["cat"]:
        pen.line([tuple(point) for point in stroke / 255 * 170 + (160, 450)], fill=0, width=5)
    return image


def dots(image, places, radius):
    image = image.copy()
    pen = ImageDraw.Draw(image)
    for x, y in places:
        pen.rectangle((x, y, x, y), fill=0)
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)
    return image


@pytest.mark.parametrize("radius", [0, 1, 2, 5])
def test_specks_far_away_do_not_decide_the_frame(radius) -> None:
    image = small_drawing()
    np.testing.assert_array_equal(picture_to_ink(dots(image, FAR, radius)), picture_to_ink(image))


def kept(image):
    mask = np.asarray(image) < 128
    return bool((without_specks(mask) == mask).all())


def test_dots_that_belong_to_the_drawing_stay() -> None:
    near = [(240, 420), (350, 500), (245, 622)]
    assert kept(dots(small_drawing(), near, 3))
    trail = [(360 + 30 * step, 540 + 40 * np.sin(step)) for step in range(18)]
    assert kept(dots(small_drawing(), trail, 3))
    blank = Image.new("L", (400, 400), 255)
    turn = np.linspace(0, 2 * np.pi, 24)
    assert kept(
        dots(blank, np.column_stack((200 + 140 * np.cos(turn), 200 + 90 * np.sin(turn))), 4)
    )
    letter = dots(blank, [(200, 70)], 8)
    ImageDraw.Draw(letter).line((200, 140, 200, 340), fill=0, width=12)
    assert kept(letter)
    cloud = dots(blank, [(100 + 90 * (k % 3), 190 + 70 * (k // 3)) for k in range(9)], 5)
    ImageDraw.Draw(cloud).arc((120, 40, 280, 160), 150, 390, fill=0, width=7)
    assert kept(cloud)
    ring = dots(blank, [(150, 180), (250, 180)], 4)
    ImageDraw.Draw(ring).ellipse((20, 20, 380, 380), outline=0, width=5)
    assert kept(ring)


def test_two_figures_far_from_one_another_stay() -> None:
    image = small_drawing()
    ImageDraw.Draw(image).ellipse((850, 60, 900, 110), outline=0, width=5)
    assert kept(image)
    assert kept(dots(Image.new("L", (300, 300), 255), [(20, 20)], 0))


@pytest.mark.parametrize("turns", range(4))
def test_slivers_along_the_rim_go_and_lines_that_leave_the_picture_stay(turns) -> None:
    page = np.zeros((200, 260), dtype=bool)
    page[60:120, 80:84] = True
    page[140:143, 0:90] = True  # leaves the picture
    page[198:, 60:190] = True  # along the rim, but goes on inside
    page[150:198, 100:103] = True
    sliver = np.zeros_like(page)
    for row in range(20, 120):
        sliver[row, : 1 + (120 - row) // 15] = True
    seen = without_slivers(np.rot90(page | sliver, turns))
    assert (seen == np.rot90(page, turns)).all()


def test_where_there_is_nothing_but_a_sliver_it_is_the_drawing() -> None:
    page = np.zeros((100, 100), dtype=bool)
    page[:2, 10:90] = True
    assert (without_slivers(page) == page).all()
