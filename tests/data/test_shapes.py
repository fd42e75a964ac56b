"""Filled shapes and fat pens, drawn here: which become outlines and which centre lines."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PIL import Image, ImageDraw, ImageFilter

from aemodel.data.examples import example_drawings
from aemodel.data.morphology import pieces
from aemodel.data.picture import picture_to_ink, prepare
from aemodel.data.raster import rasterize
from aemodel.evaluation.frozen_classifier import open_classifier

DOODLES = example_drawings()
SIDE = 400


def blank(paper=255):
    image = Image.new("L", (SIDE, SIDE), paper)
    return image, ImageDraw.Draw(image)


def draw(drawing, width, *, filled=False):
    """The drawing with a round pen; with `filled`, closed strokes are filled."""
    image, pen = blank()
    for stroke in drawing:
        points = [tuple(point) for point in stroke / 255 * 0.6 * SIDE + 0.2 * SIDE]
        if filled and closed(stroke):
            pen.polygon(points, fill=0)
        elif len(points) > 1:
            pen.line(points, fill=0, width=width)
        for x, y in points:
            pen.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=0)
    return image


def closed(stroke):
    size = np.ptp(stroke, axis=0).max()
    return len(stroke) > 4 and np.hypot(*(stroke[0] - stroke[-1])) < 0.2 * size and size > 80


def apart(first, second):
    """Ink of either that the other has nowhere within a pixel, in levels of the mean pixel."""
    first, second = np.asarray(first, float), np.asarray(second, float)

    def wider(ink):
        padded = np.pad(ink, 1)
        return np.lib.stride_tricks.sliding_window_view(padded, (3, 3)).max(axis=(2, 3))

    lost, found = np.maximum(first - wider(second), 0), np.maximum(second - wider(first), 0)
    return float(lost.mean() + found.mean())


def face(pen, *, fill, outline):
    pen.ellipse((90, 120, 310, 340), fill=fill, outline=outline, width=6)
    pen.polygon([(100, 190), (95, 60), (190, 130)], fill=fill)
    pen.polygon([(300, 190), (305, 60), (210, 130)], fill=fill)


def test_a_silhouette_becomes_its_outline_and_that_of_its_eyes() -> None:
    image, pen = blank()
    face(pen, fill=0, outline=0)
    pen.ellipse((140, 185, 180, 235), fill=255)
    pen.ellipse((220, 185, 260, 235), fill=255)
    line, pen = blank()
    pen.arc((90, 120, 310, 340), -45, 225, fill=0, width=6)
    pen.line([(100, 180), (95, 60), (180, 125), (220, 125), (305, 60), (300, 180)], 0, 6)
    pen.ellipse((140, 185, 180, 235), outline=0, width=6)
    pen.ellipse((220, 185, 260, 235), outline=0, width=6)
    expected = picture_to_ink(line)
    assert apart(picture_to_ink(image), expected) < 3
    inverted = Image.fromarray(255 - np.asarray(image))
    assert apart(picture_to_ink(inverted), expected) < 3
    for y in (230, 250, 270):  # whiskers beside it change nothing
        ImageDraw.Draw(image).line((30, y, 110, 250), fill=0, width=6)
        pen.line((30, y, 95, 250), fill=0, width=6)
    assert apart(picture_to_ink(image), picture_to_ink(line)) < 3


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_filled_shape_of_any_size_becomes_its_outline(share) -> None:
    image, pen = blank()
    low, high = SIDE * (1 - share) / 2, SIDE * (1 + share) / 2
    pen.ellipse((low, low, high, high), fill=0)
    turn = np.linspace(0, 2 * np.pi, 64)
    circle = [np.column_stack((1 + np.cos(turn), 1 + np.sin(turn))) * 127.5]
    assert apart(picture_to_ink(image), rasterize(circle)) < 1


def test_several_blobs_beside_one_another_become_outlines() -> None:
    image, pen = blank()
    pad = (130, 200, 270, 330)
    for box in (pad, (60, 140, 130, 230), (140, 60, 200, 160), (280, 140, 345, 230)):
        pen.ellipse(box, fill=0)
    ink = picture_to_ink(image)
    assert ink[18:20, 13:15].max() < 60  # within the pad
    assert ink.max(axis=0)[:12].max() > 200


@pytest.mark.parametrize("name", sorted(DOODLES))
def test_a_fat_pen_becomes_its_centre_lines(name) -> None:
    thin = picture_to_ink(draw(DOODLES[name], 5))
    for width, allowed in ((10, 2), (18, 8), (26, 14)):
        assert apart(picture_to_ink(draw(DOODLES[name], width)), thin) < allowed, width


def test_a_fat_ring_or_bow_is_a_line() -> None:
    for width in (30, 50, 70):
        image, pen = blank()
        pen.arc((60, 60, 340, 340), 40, 320, fill=0, width=width)
        ink = picture_to_ink(image)
        rows = ink[14] > 100
        assert np.count_nonzero(np.diff(rows.astype(int)) == 1) == 1, width


def test_a_large_filled_area_among_lines_becomes_its_outline_and_a_small_one_stays() -> None:
    image, pen = blank()
    pen.ellipse((160, 120, 240, 200), outline=0, width=8)
    for line in ((200, 200, 200, 300), (200, 300, 150, 380), (200, 300, 250, 380)):
        pen.line(line, fill=0, width=8)
    pen.rectangle((150, 40, 250, 125), fill=0)
    ink = picture_to_ink(image)
    assert ink[5, 14] < 60
    assert ink[2:4, 14].max() > 200
    image, pen = blank()
    pen.ellipse((60, 60, 340, 340), outline=0, width=8)
    pen.ellipse((180, 190, 220, 225), fill=0)
    ink = picture_to_ink(image)
    assert ink[13:15, 13:15].min() > 200


def test_dots_alone_are_a_drawing_however_small() -> None:
    mask = np.zeros((300, 400), bool)
    mask[20:300:40, 20:400:40] = True
    ink = picture_to_ink(mask)
    assert (ink > 50).sum() > 40


def test_every_threshold_gives_much_the_same_of_a_soft_silhouette() -> None:
    image, pen = blank()
    face(pen, fill=0, outline=0)
    prepared = prepare(image.filter(ImageFilter.GaussianBlur(6)))
    inks = [prepared.to_ink(threshold) for threshold in np.linspace(0.05, 0.95, 19)]
    assert max(map(apart, inks[:-1], inks[1:])) < 4


def test_fills_of_real_drawings_are_recognised(quickdraw_dir) -> None:
    classifier = open_classifier()
    fills, lines, labels = [], [], []
    for name in ("apple", "fish", "hat", "cat"):
        path = quickdraw_dir / "simplified" / f"{name}.ndjson"
        if name not in classifier.categories or not path.is_file():
            continue
        found = 0
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()[100:]):
            drawing = [np.array(stroke, dtype=float).T for stroke in record["drawing"]]
            if found < 8 and any(closed(stroke) for stroke in drawing):
                found += 1
                fills.append(picture_to_ink(draw(drawing, 4, filled=True)))
                lines.append(rasterize(drawing))
                labels.append(classifier.categories.index(name))
    known = [
        float((classifier.classify(np.array(inks) / 255)[1].argmax(axis=1) == labels).mean())
        for inks in (fills, lines)
    ]
    assert known[0] > 0.6 * known[1], known


@settings(max_examples=100, deadline=None)
@given(hnp.arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_pieces_are_what_hangs_together(mask) -> None:
    names = pieces(mask)
    assert ((names > 0) == mask).all()
    expected = np.arange(1, mask.size + 1).reshape(mask.shape) * mask
    for _ in range(mask.size):
        padded = np.pad(expected, 1)
        windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3))
        expected = windows.max(axis=(2, 3)) * mask
    pairs = set(zip(names[mask].tolist(), expected[mask].tolist(), strict=True))
    assert len(pairs) == len({pair[0] for pair in pairs}) == len({pair[1] for pair in pairs})
    assert names.max() == len(pairs)
