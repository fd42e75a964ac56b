"""Contact sheets: where doodles and names stand, and what the file remembers."""

from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QImage

from aemodel.errors import DataError
from desktop.files.recipe import doodles_of_picture, parse_recipe, recipe_text
from desktop.paint.sheet import LARGEST, Sheet, sheet_bytes, sheet_image
from desktop.state.document import MOST_KEPT
from desktop.state.doodle import Doodle
from desktop.state.origin import Drawn, Sampled
from desktop.theme import LIGHT
from desktop.views.words import credit_words


def doodle(index: int) -> Doodle:
    image = np.zeros((28, 28), np.float32)
    image[8:20, 8:20] = 1
    return Doodle(Sampled(5, index, "cat"), latent=np.full(4, index, np.float32), decoded=image)


def doodles(count: int) -> list[Doodle]:
    return [doodle(index) for index in range(count)]


def inked(image: QImage, left: float, top: float, width: float, height: float) -> bool:
    """Whether anything but paper is in the box."""
    paper = LIGHT.color("page").rgb()
    spots = [
        (round(left + x), round(top + y))
        for x in range(1, int(width) - 1)
        for y in range(1, int(height) - 1)
    ]
    return any(image.pixelColor(x, y).rgb() != paper for x, y in spots)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 12, 13, 50, 96, 1000])
def test_every_doodle_has_a_place_on_a_sheet_of_good_shape(count: int) -> None:
    sheet = Sheet(doodles(count), ["name"] * count, "credit")
    width, height = sheet.size
    corners = list(sheet.corners())
    assert len(set(corners)) == count
    for x, y in corners:
        assert x > 0 and y > 0
        assert x + sheet.cell < width and y + sheet.cell + sheet.line < height
    assert max(width, height) <= LARGEST
    assert (sheet.rows - 1) * sheet.columns < count <= sheet.rows * sheet.columns
    if count > 4:
        assert 0.7 < width / height < 2.5


def test_margins_are_even_and_free_of_ink() -> None:
    sheet = Sheet(doodles(12))
    image, (width, height) = sheet_image(sheet), sheet.size
    margin = sheet.cell // 4
    assert (image.width(), image.height()) == (width, height)
    for box in (
        (0, 0, width, margin - 1),
        (0, height - margin + 1, width, margin - 1),
        (0, 0, margin - 1, height),
        (width - margin + 1, 0, margin - 1, height),
    ):
        assert not inked(image, *box)
    for x, y in sheet.corners():
        assert inked(image, x + sheet.cell / 3, y + sheet.cell / 3, 60, 60)


def test_names_stand_beneath_and_the_credit_at_the_foot(qapp) -> None:
    sheet = Sheet(doodles(2), ["Whiskers", ""], "Doodlescape")
    image, (first, second) = sheet_image(sheet), sheet.corners()
    beneath = first[1] + sheet.cell + 2
    assert inked(image, first[0], beneath, sheet.cell, sheet.line - 2)
    assert not inked(image, second[0], beneath, sheet.cell, sheet.line - 2)
    foot = image.height() - sheet.cell * 0.33
    assert inked(image, first[0], foot, sheet.cell, sheet.cell * 0.16)
    plain = Sheet(doodles(2))
    assert plain.size[1] < image.height() and plain.line == 0


def test_the_credit_names_models_by_their_titles() -> None:
    def sketch(model: str, seed: int) -> Doodle:
        return Doodle(Sampled(seed, 3, temperature=0.5), model=model)

    alike = [sketch("atlas", 7), sketch("atlas", 7)]
    assert credit_words(alike, {}) == "Doodlescape · Atlas · temperature 0.5 · seed 7"
    others = [*alike, sketch("mine", 8)]
    words = credit_words(others, {"mine": "My own cats"})
    assert words == "Doodlescape · Atlas · My own cats · temperature 0.5"
    drawn = Doodle(Drawn(), model="vae")
    assert credit_words([*alike, drawn], {}) == "Doodlescape · Atlas · Variational autoencoder"


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_sheet_remembers_all_its_doodles(qapp, suffix: str) -> None:
    sheet = Sheet(doodles(7), ["<a & b>"] * 7, "Doodlescape & friends")
    found = doodles_of_picture(sheet_bytes(suffix, sheet))
    assert [one.origin for one in found] == [one.origin for one in sheet.doodles]
    np.testing.assert_array_equal(found[6].latent, sheet.doodles[6].latent)


def test_long_names_are_shortened(qapp) -> None:
    words = "a name that is much too long for the square of its doodle"
    root = ElementTree.fromstring(sheet_bytes(".svg", Sheet(doodles(1), [words])))
    (text,) = (node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}text"))
    assert text.endswith("…") and words.startswith(text[:-1]) and len(text) > 10
    image = sheet_image(Sheet(doodles(1), [words]))
    margin = 256 // 4
    assert not inked(image, 0, 0, margin - 1, image.height())


def test_what_a_full_shelf_holds_is_read_back_from_its_sheet() -> None:
    many = [Doodle(Sampled(5, index, "cat")) for index in range(MOST_KEPT)]
    back = parse_recipe(recipe_text(many))
    assert [one.origin.index for one in back] == list(range(MOST_KEPT))
    with pytest.raises(DataError):
        parse_recipe(recipe_text([*many, many[0]]))
