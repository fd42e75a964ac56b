"""Contact sheets: several doodles on one paper, with names, and a line on where they come from.

PNG and SVG look alike, and carry the recipes of all their doodles. Any thread.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from desktop.files import svg
from desktop.files.recipe import recipe_text
from desktop.paint.doodles import fill_washes, washes_of
from desktop.paint.export import drawn_image, png_file
from desktop.state.doodle import Doodle
from desktop.theme import LIGHT

CELL = 256
LARGEST = 8192
# In sides of a square.
MARGIN, GAP, CAPTION, FOOT, ROUND = 0.25, 0.1, 0.16, 0.16, 0.03
CAPTION_SIZE, FOOT_SIZE = 0.075, 0.07
# A letter's usual width in font sizes, to shorten captions where no font can be asked.
LETTER = 0.55


@dataclass(frozen=True)
class Sheet:
    """`captions` has a text for each doodle, or none at all; `credit` stands at the foot.

    Lengths are in pixels.
    """

    doodles: Sequence[Doodle]
    captions: Sequence[str] = ()
    credit: str = ""

    @property
    def columns(self) -> int:
        """One row of a few; else about as many as make it a little wider than high."""
        count = len(self.doodles)
        if count <= 4:
            return max(1, count)
        ideal = math.sqrt(count * 4 / 3)

        def cost(columns: int) -> float:
            """A last row that is nearly empty is about as bad as another shape."""
            return -count % columns / columns + 2 * abs(columns - ideal) / ideal

        return min(range(round(ideal) - 1, round(ideal) + 3), key=cost)

    @property
    def rows(self) -> int:
        """As many as the doodles fill."""
        return -(-len(self.doodles) // self.columns)

    @property
    def cell(self) -> int:
        """Side of a doodle's square; less than `CELL` where very many have to fit."""
        most = max(self.columns, self.rows) * (1 + GAP + CAPTION) + 2 * MARGIN + FOOT
        return min(CELL, int(LARGEST / most))

    @property
    def line(self) -> float:
        """Height of a caption."""
        return self.cell * CAPTION if any(self.captions) else 0.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        margin, gap = self.cell * MARGIN, self.cell * GAP
        foot = self.cell * FOOT if self.credit else 0.0
        width = 2 * margin + self.columns * (self.cell + gap) - gap
        height = 2 * margin + self.rows * (self.cell + gap + self.line) - gap + foot
        return round(width), round(height)

    def corners(self) -> Iterator[tuple[float, float]]:
        """The upper left corner of each doodle's square."""
        margin, step = self.cell * MARGIN, self.cell * (1 + GAP)
        for index in range(len(self.doodles)):
            row, column = divmod(index, self.columns)
            yield margin + column * step, margin + row * (step + self.line)

    def texts(self) -> Iterator[tuple[str, QRectF, float, bool]]:
        """Each text with its box, the size of its letters, and whether it stands in the middle."""
        for (x, y), words in zip(self.corners(), self.captions, strict=False):
            box = QRectF(x, y + self.cell, self.cell, self.line)
            yield words, box, self.cell * CAPTION_SIZE, True
        if self.credit:
            width, height = self.size
            margin, foot = self.cell * MARGIN, self.cell * FOOT
            box = QRectF(margin, height - margin - foot / 2, width - 2 * margin, foot)
            yield self.credit, box, self.cell * FOOT_SIZE, False


def sheet_bytes(suffix: str, sheet: Sheet) -> bytes:
    """PNG or, for the suffix ".svg", SVG."""
    if suffix.lower() == ".svg":
        return _svg(sheet).encode()
    return png_file(sheet_image(sheet), sheet.doodles)


def sheet_image(sheet: Sheet) -> QImage:
    """The sheet as pixels."""
    image = QImage(*sheet.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(LIGHT.color("page"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for doodle, (x, y) in zip(sheet.doodles, sheet.corners(), strict=True):
        square, bend = QRectF(x, y, sheet.cell, sheet.cell), sheet.cell * ROUND
        painter.setPen(LIGHT.color("line"))
        painter.drawRoundedRect(square, bend, bend)
        fill_washes(painter, square, washes_of(drawn_image(doodle)), LIGHT.color("ink"))
    font = QFont()
    painter.setPen(LIGHT.color("muted"))
    for words, box, size, middle in sheet.texts():
        font.setPixelSize(max(1, round(size)))
        painter.setFont(font)
        fitting = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, fitting)
    painter.end()
    return image


def _svg(sheet: Sheet) -> str:
    ink, line, muted = LIGHT.ink, LIGHT.line, LIGHT.muted
    cell = sheet.cell
    parts = []
    for doodle, (x, y) in zip(sheet.doodles, sheet.corners(), strict=True):
        parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{cell}" height="{cell}" rx="{cell * ROUND:g}" '
            f'fill="none" stroke="{line}"/>'
        )
        parts.append(svg.drawing(drawn_image(doodle), x, y, cell, ink))
    for words, box, size, middle in sheet.texts():
        x, anchor = (box.center().x(), "middle") if middle else (box.left(), "start")
        most = int(box.width() / (LETTER * size))
        fitting = words if len(words) <= most else words[: most - 1] + "…"
        parts.append(svg.text(fitting, x, box.center().y() + size / 3, size, anchor, muted))
    return svg.document(*sheet.size, parts, LIGHT.page, recipe_text(sheet.doodles))
