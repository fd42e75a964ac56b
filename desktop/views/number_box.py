"""A field for numbers that may be negative."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

MINUS = "−"


class NumberBox(QDoubleSpinBox):
    """Shows a true minus sign, and takes the one of the keyboard as well."""

    def textFromValue(self, value: float) -> str:
        """In the form of the locale, but for the sign."""
        return super().textFromValue(value).replace("-", MINUS)

    def valueFromText(self, text: str) -> float:
        """Inverse of `textFromValue`."""
        return super().valueFromText(self._plain(text))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """What is typed stays as it is typed."""
        state, _, _ = super().validate(self._plain(text), position)
        return state, text, position

    def _plain(self, text: str) -> str:
        return text.replace(MINUS, self.locale().negativeSign())
