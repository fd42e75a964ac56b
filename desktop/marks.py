"""Marks texts for translation where they are only written down, not yet shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; Qt's extraction tool knows this name. (Qt's own one has no types.)"""
    return text


def without_mnemonic(text: str) -> str:
    """A menu's text without the mark of its key: "&Undo" is "Undo", "撤销(&U)" is "撤销"."""
    head, mark, tail = text.partition("(&")
    if mark and tail[1:2] == ")":
        return head + tail[2:]
    return text.replace("&", "")
