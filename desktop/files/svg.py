"""Doodles as SVG: smooth outlines, crisp at any size, with a text in the metadata."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.paint.outline import LEVELS, SIZE, bends, washes

NAMESPACE = "urn:doodlescape:recipe"
Image = NDArray[np.float32]


def sheet_svg(
    images: Sequence[Image], columns: int, cell: float, ink: str, paper: str = "", text: str = ""
) -> str:
    """Doodles in rows of `columns` squares of `cell` units.

    ink and paper are #rrggbb; without paper the ground stays transparent. `text` goes into
    <metadata>.
    """
    rows = -(-len(images) // columns)
    parts = [
        drawing(image, index % columns * cell, index // columns * cell, cell, ink)
        for index, image in enumerate(images)
    ]
    return document(columns * cell, rows * cell, parts, paper, text)


def document(
    width: float, height: float, parts: Sequence[str], paper: str = "", recipe: str = ""
) -> str:
    """Elements as a whole SVG; without paper the ground stays transparent."""
    head = [
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">'
    ]
    if recipe:
        head.append(f'<metadata><recipe xmlns="{NAMESPACE}">{_escaped(recipe)}</recipe></metadata>')
    if paper:
        # In numbers: some programs take percentages for pixels.
        head.append(f'<rect width="{width:g}" height="{height:g}" fill="{paper}"/>')
    return "\n".join([*head, *parts, "</svg>"]) + "\n"


def drawing(image: Image, x: float, y: float, side: float, ink: str) -> str:
    """The outlines of one doodle in a square of `side` units, as an element."""
    parts = [f'<g transform="translate({x:g} {y:g}) scale({side / SIZE:g})" fill="{ink}">']
    for lines, (_, opacity) in zip(washes(image), LEVELS, strict=True):
        if lines:
            data = "".join(_path(line) for line in lines)
            faint = "" if opacity == 1 else f' fill-opacity="{opacity:g}"'
            parts.append(f'<path fill-rule="evenodd"{faint} d="{data}"/>')
    return "\n".join([*parts, "</g>"])


def text(words: str, x: float, y: float, size: float, anchor: str, color: str) -> str:
    """Words on a base line, as an element; anchor is start, middle or end."""
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="sans-serif" font-size="{size:g}" '
        f'text-anchor="{anchor}" fill="{color}">{_escaped(words)}</text>'
    )


def text_of(svg: bytes) -> str | None:
    """The text that `sheet_svg` put into <metadata>; None where there is none."""
    from xml.etree import ElementTree

    if b"<!ENTITY" in svg or b"<!DOCTYPE" in svg or NAMESPACE.encode() not in svg:
        return None
    try:
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, ValueError):
        return None
    found = root.find(f".//{{{NAMESPACE}}}recipe")
    return None if found is None else found.text


def _path(line: NDArray[np.float64]) -> str:
    """In pixels, to a thousandth: in the largest pictures that is a third of a pixel of theirs."""
    segments = bends(line).reshape(-1, 8)
    start, rest = segments[0, :2], segments[:, 2:]
    curves = "C".join(" ".join(f"{number:.5g}" for number in row) for row in rest.tolist())
    return f"M{start[0]:.5g} {start[1]:.5g}C{curves}Z"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
