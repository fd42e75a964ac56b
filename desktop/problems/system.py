"""Errors of the operating system, by number; its own words are in its own language."""

from __future__ import annotations

import errno

from PySide6.QtCore import QCoreApplication

from desktop.marks import QT_TRANSLATE_NOOP

NUMBERED = QT_TRANSLATE_NOOP("Problems", "error {number} of the system")
UNKNOWN = QT_TRANSLATE_NOOP("Problems", "the system refused it")
_FULL = QT_TRANSLATE_NOOP("Problems", "the disk is full")
_FORBIDDEN = QT_TRANSLATE_NOOP("Problems", "you have no permission")
_BUSY = QT_TRANSLATE_NOOP("Problems", "another program uses it")
_TOO_MANY = QT_TRANSLATE_NOOP("Problems", "too many files are open")
_AWAY = QT_TRANSLATE_NOOP("Problems", "the network or the drive does not answer")

WORDS = {
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EACCES": _FORBIDDEN,
    "EPERM": _FORBIDDEN,
    "EROFS": QT_TRANSLATE_NOOP("Problems", "nothing can be written there"),
    "ENOENT": QT_TRANSLATE_NOOP("Problems", "it is not there"),
    "EEXIST": QT_TRANSLATE_NOOP("Problems", "something of that name is there already"),
    "EISDIR": QT_TRANSLATE_NOOP("Problems", "it is a folder"),
    "ENOTDIR": QT_TRANSLATE_NOOP("Problems", "a part of its path is no folder"),
    "ENOTEMPTY": QT_TRANSLATE_NOOP("Problems", "the folder is not empty"),
    "ENAMETOOLONG": QT_TRANSLATE_NOOP("Problems", "its name is too long"),
    "EINVAL": QT_TRANSLATE_NOOP("Problems", "its name is not allowed there"),
    "EFBIG": QT_TRANSLATE_NOOP("Problems", "it is too large for the disk"),
    "ELOOP": QT_TRANSLATE_NOOP("Problems", "its links lead in a circle"),
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "EMFILE": _TOO_MANY,
    "ENFILE": _TOO_MANY,
    "EIO": QT_TRANSLATE_NOOP("Problems", "the disk reports a fault"),
    "ENODEV": _AWAY,
    "ENXIO": _AWAY,
    "ESTALE": _AWAY,
    "ETIMEDOUT": _AWAY,
    "ENETUNREACH": _AWAY,
    "EHOSTUNREACH": _AWAY,
    "EHOSTDOWN": _AWAY,
    "ECONNABORTED": _AWAY,
    "ECONNRESET": _AWAY,
}
# Sharing and lock violations, which Python reports as a lack of permission.
_IN_USE_ON_WINDOWS = (32, 33)


def system_words(error: BaseException | None) -> str:
    """What the system says, in the language of the window, to stand within a sentence."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        return QCoreApplication.translate("Problems", UNKNOWN)
    if getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS:
        return QCoreApplication.translate("Problems", _BUSY)
    words = WORDS.get(errno.errorcode.get(number, ""), NUMBERED)
    return QCoreApplication.translate("Problems", words).format(number=number)
