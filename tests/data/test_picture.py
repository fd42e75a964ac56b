"""Pictures of doodles, made from our own strokes, against the raster of the same strokes."""

import io
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PIL import Image, ImageDraw

from aemodel.data import picture
from aemodel.data.contrast import otsu
from aemodel.data.examples import example_drawings
from aemodel.data.morphology import depth, grow, thin
from aemodel.data.picture import picture_to_ink, prepare, read_picture
from aemodel.data.raster import rasterize
from aemodel.errors import DataError

DOODLES = example_drawings()


def draw(drawing, size, width, ink=0, paper=255, *, mode="L"):
    """The drawing with round lines of `width` pixels in a square picture with a margin."""
    zoom = 4
    image = Image.new(mode, (size * zoom, size * zoom), paper)
    pen = ImageDraw.Draw(image)
    for stroke in drawing:
        points = (stroke / 255 * 0.7 + 0.15) * size * zoom
        pen.line([tuple(p) for p in points], fill=ink, width=width * zoom)
        r = width * zoom / 2
        for x, y in points:
            pen.ellipse((x - r, y - r, x + r, y + r), fill=ink)
    return image.resize((size, size), Image.Resampling.BOX)


def light(image, darkest=0.35):
    """The picture under a lamp in one corner."""
    levels = np.asarray(image, dtype=np.float64)
    y, x = np.mgrid[: levels.shape[0], : levels.shape[1]] / levels.shape[0]
    lit = levels * (darkest + (1 - darkest) * (0.6 * x + 0.4 * y))
    return lit


def photo(drawing):
    grain = np.random.default_rng(0).normal(0, 8, (500, 500))
    noisy = light(draw(drawing, 500, 9, 60, 230), 0.5) + grain
    buffer = io.BytesIO()
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(buffer, "JPEG", quality=70)
    return Image.open(buffer)


MAKERS = {
    "black on white": lambda d: draw(d, 300, 9),
    "white on black": lambda d: draw(d, 300, 9, 255, 0),
    "blue on yellow": lambda d: draw(d, 300, 9, (30, 40, 160), (250, 240, 150), mode="RGB"),
    "pencil": lambda d: draw(d, 800, 2, 120, 250),
    "dark on nothing": lambda d: draw(d, 300, 8, (20, 30, 90, 255), (0, 0, 0, 0), mode="RGBA"),
    "white on nothing": lambda d: draw(
        d, 300, 8, (250, 250, 250, 255), (255, 255, 255, 0), mode="RGBA"
    ),
    "uneven light": lambda d: Image.fromarray(light(draw(d, 400, 9, 60, 230)).astype(np.uint8)),
    "photo": photo,
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_close_to_the_raster_of_the_strokes(make):
    errors = {}
    for name, drawing in DOODLES.items():
        expected = rasterize(drawing).astype(int)
        errors[name] = np.abs(picture_to_ink(make(drawing)).astype(int) - expected).mean()
    assert np.mean(list(errors.values())) < 10, errors
    assert max(errors.values()) < 16, errors


def test_thickness_of_the_pen_does_not_matter():
    drawing = DOODLES["tree"]
    pictures = [picture_to_ink(draw(drawing, 400, width)).astype(int) for width in (2, 5, 10, 16)]
    assert max(np.abs(image - pictures[1]).mean() for image in pictures) < 12


def test_a_picture_in_the_form_is_left_alone():
    for drawing in DOODLES.values():
        ink = rasterize(drawing)
        assert np.array_equal(picture_to_ink(ink), ink)
        assert np.array_equal(picture_to_ink(ink / 255), ink)
        assert np.array_equal(picture_to_ink(255 - ink), ink)
        assert np.array_equal(picture_to_ink(Image.fromarray(ink).convert("RGB")), ink)
        blocks = np.kron(ink, np.ones((11, 11), dtype=np.uint8))
        assert np.array_equal(picture_to_ink(blocks), ink)
        smooth = Image.fromarray(ink).resize((300, 300), Image.Resampling.BICUBIC)
        assert np.abs(picture_to_ink(smooth).astype(int) - ink).mean() < 5


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ((255, 255, 0), (255, 255, 255)),
        ((200, 60, 60), (107, 107, 107)),
        ((235, 150, 150), (175, 175, 175)),
        ((0, 0, 255), (0, 0, 0)),
        ((40, 180, 60), (220, 90, 40)),
    ],
)
@pytest.mark.parametrize("lit", [False, True], ids=["even", "lit"])
def test_coloured_lines_as_bright_as_their_paper(ink, paper, lit):
    if lit and not any(paper):
        pytest.skip("black paper shows no light")
    for name in ("cat", "house"):
        image = draw(DOODLES[name], 400, 9, ink, paper, mode="RGB")
        if lit:
            shade = light(Image.new("L", (400, 400), 255), 0.6) / 255
            warm = np.asarray(image) * shade[..., None] * (1.0, 0.95, 0.82)
            grain = np.random.default_rng(0).normal(0, 2, warm.shape)
            image = Image.fromarray(np.clip(warm + grain, 0, 255).astype(np.uint8))
        expected = rasterize(DOODLES[name]).astype(int)
        assert np.abs(picture_to_ink(image).astype(int) - expected).mean() < 16, name


def test_colours_within_black_lines_do_not_count():
    image = Image.new("RGB", (400, 400), "white")
    pen = ImageDraw.Draw(image)
    pen.ellipse((40, 40, 360, 360), fill=(255, 225, 90), outline="black", width=10)
    pen.line((120, 260, 280, 260), fill="black", width=10)
    ink = picture_to_ink(image)
    assert ink[18:20, 12:16].max() > 200
    assert ink[10:14, 12:16].max() < 60


def test_a_dot_and_a_line():
    dot = Image.new("L", (100, 100), 255)
    ImageDraw.Draw(dot).ellipse((20, 20, 26, 26), fill=0)
    ink = picture_to_ink(dot)
    assert np.abs(ink.astype(int) - rasterize([np.zeros((1, 2))])).mean() < 0.5
    line = Image.new("L", (200, 60), 255)
    ImageDraw.Draw(line).line((20, 30, 180, 30), fill=0, width=4)
    expected = rasterize([np.array([[0.0, 0.0], [255.0, 0.0]])]).astype(int)
    assert np.abs(picture_to_ink(line).astype(int) - expected).mean() < 4


def test_the_threshold_can_be_set():
    image = draw(DOODLES["house"], 300, 9, 0, 255)
    faint = draw(DOODLES["sun"], 300, 9, 190, 255)
    both = Image.fromarray(np.minimum(np.asarray(image), np.asarray(faint)))
    low, high = picture_to_ink(both, threshold=0.1), picture_to_ink(both, threshold=0.6)
    assert low.sum() > high.sum()
    with pytest.raises(DataError, match="between 0 and 1"):
        picture_to_ink(both, threshold=1.5)
    prepared = prepare(both)
    for threshold in (None, 0.1, 0.6):
        np.testing.assert_array_equal(prepared.to_ink(threshold), picture_to_ink(both, threshold))


@pytest.mark.parametrize(
    "nothing",
    [
        np.full((300, 300), 255, np.uint8),
        np.zeros((28, 28), np.uint8),
        np.full((28, 28), 255, np.uint8),
        np.full((40, 70, 3), 128, np.uint8),
        np.zeros((50, 50, 4), np.uint8),
        np.random.default_rng(0).normal(0.7, 0.03, (300, 300)),
        np.full((300, 300), np.nan),
    ],
    ids=["white", "black28", "white28", "grey", "transparent", "grain", "nan"],
)
def test_nothing_drawn(nothing):
    with pytest.raises(DataError, match="Nothing is drawn"):
        picture_to_ink(nothing)


@pytest.mark.parametrize(
    "array", [np.zeros((3, 4, 5)), np.zeros(7), np.zeros((0, 3)), np.array([["a"]])]
)
def test_arrays_that_are_no_pictures(array):
    with pytest.raises(DataError, match="no picture"):
        picture_to_ink(array)


@settings(max_examples=60, deadline=None)
@given(
    hnp.arrays(
        np.uint8,
        hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=60),
        elements=st.sampled_from([0, 40, 200, 255]),
    )
)
def test_any_picture_gives_ink_or_a_sentence(array):
    try:
        ink = picture_to_ink(array)
    except DataError:
        return
    assert ink.shape == (28, 28)
    assert ink.dtype == np.uint8
    assert ink.max() > 0


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I", "I;16", "F"])
def test_every_mode_of_pillow(mode):
    image = draw(DOODLES["cat"], 200, 6)
    if mode == "I;16":
        image = Image.fromarray(np.asarray(image).astype(np.uint16) * 257)
    else:
        image = image.convert("RGB").convert(mode) if mode == "P" else image.convert(mode)
    expected = rasterize(DOODLES["cat"]).astype(int)
    assert np.abs(picture_to_ink(image).astype(int) - expected).mean() < 16


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF"])
def test_files_of_every_form_are_read(tmp_path, form):
    path = tmp_path / "doodle"
    draw(DOODLES["fish"], 200, 6).save(path, form)
    expected = rasterize(DOODLES["fish"]).astype(int)
    assert np.abs(picture_to_ink(read_picture(path)).astype(int) - expected).mean() < 16


def test_files_that_are_no_pictures(tmp_path, monkeypatch):
    good = tmp_path / "good.png"
    draw(DOODLES["fish"], 200, 6).save(good)
    (tmp_path / "cut.png").write_bytes(good.read_bytes()[:300])
    (tmp_path / "text.png").write_text("not a picture")
    (tmp_path / "empty.png").write_bytes(b"")
    for name, words in {
        "cut.png": "cannot be read",
        "text.png": "not a picture",
        "empty.png": "not a picture",
        "none.png": "no picture",
    }.items():
        with pytest.raises(DataError, match=words):
            read_picture(tmp_path / name)
    monkeypatch.setattr(picture, "MAX_PIXELS", 100)
    with pytest.raises(DataError, match="200 x 200 pixels"):
        read_picture(good)
    with pytest.raises(DataError, match="too many"):
        picture_to_ink(Image.open(good))
    monkeypatch.setattr(picture, "MAX_FILE_BYTES", 10)
    with pytest.raises(DataError, match="larger than"):
        read_picture(good)


def test_turned_photos_are_put_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    image = draw(DOODLES["house"], 200, 6)
    image.transpose(Image.Transpose.ROTATE_90).save(tmp_path / "x.jpg", exif=exif)
    expected = rasterize(DOODLES["house"]).astype(int)
    assert np.abs(picture_to_ink(read_picture(tmp_path / "x.jpg")) - expected).mean() < 16


def test_otsu_parts_two_humps():
    random = np.random.default_rng(0)
    values = np.concatenate((random.normal(0.2, 0.03, 900), random.normal(0.8, 0.03, 100)))
    assert 0.3 < otsu(values.astype(np.float32)) < 0.7


def test_growing_equals_the_definition():
    mask = np.random.default_rng(0).random((20, 31)) < 0.02
    y, x = np.mgrid[:20, :31]
    for radius in (0.0, 0.9, 1.0, 2.5, 40.0):
        near = np.zeros_like(mask)
        for v, u in np.argwhere(mask):
            near |= (y - v) ** 2 + (x - u) ** 2 <= radius**2
        assert np.array_equal(grow(mask, radius), near)


@settings(max_examples=50, deadline=None)
@given(hnp.arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))))
def test_thinning_keeps_a_part_of_the_ink(mask):
    lines = thin(mask)
    assert not (lines & ~mask).any()
    assert lines.any() == mask.any()
    assert (depth(mask) > 0).sum() == mask.sum()


def test_a_thick_bar_becomes_a_line_of_one_pixel():
    mask = np.zeros((30, 60), dtype=bool)
    mask[10:19, 5:55] = True
    lines = thin(mask)
    assert (lines[:, 15:45].sum(axis=0) == 1).all()
    assert set(np.argwhere(lines[:, 15:45])[:, 0].tolist()) <= {13, 14, 15}
    assert depth(mask).max() == 5


def test_the_app_side_needs_no_training_library():
    code = (
        "import sys, aemodel.data.strokes, aemodel.data.simplify, aemodel.data.raster,"
        " aemodel.data.picture, aemodel.data.examples\n"
        "heavy = {'tensorflow', 'keras', 'scipy', 'sklearn', 'matplotlib'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_examples_are_simplified_drawings():
    assert {"cat", "dog", "tree"} <= set(DOODLES)
    assert len(DOODLES) == 8
    for drawing in DOODLES.values():
        points = np.concatenate(drawing)
        assert points.min() >= 0
        assert points.max() <= 255
        assert points.max() >= 252
        assert all(stroke.shape[1] == 2 for stroke in drawing)
