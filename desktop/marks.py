"""Marks texts for translation where they are only written down, not yet shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; Qt's extraction tool knows this name. (Qt's own one has no types.)"""
    return text
