"""Text inside PNG files: `tEXt` chunks (PNG specification, 11.3.4.3), read and written."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_END = len(SIGNATURE) + 25


def with_text(png: bytes, key: str, text: str) -> bytes:
    """The PNG with a text right after its header; key and text in Latin-1."""
    if not png.startswith(SIGNATURE) or png[12:16] != b"IHDR":
        raise ValueError("not a PNG")
    body = key.encode("latin-1") + b"\0" + text.encode("latin-1")
    return png[:_HEADER_END] + _chunk(b"tEXt", body) + png[_HEADER_END:]


def text_of(png: bytes, key: str) -> str | None:
    """The text with this key; None where there is none or the file is damaged before it."""
    for kind, body in _chunks(png):
        name, _, text = body.partition(b"\0")
        if kind == b"tEXt" and name == key.encode("latin-1"):
            return text.decode("latin-1")
    return None


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and body of each chunk whose checksum holds, up to the first that does not."""
    if not png.startswith(SIGNATURE):
        return
    at = len(SIGNATURE)
    while at + 12 <= len(png):
        (length,) = struct.unpack_from(">I", png, at)
        end = at + 12 + length
        if end > len(png):
            return
        kind, body = png[at + 4 : at + 8], png[at + 8 : end - 4]
        if zlib.crc32(kind + body) != struct.unpack_from(">I", png, end - 4)[0]:
            return
        yield kind, body
        at = end
