"""The rows of the Model menu beneath the list of models."""

from __future__ import annotations

from desktop.actions.spec import ActionSpec
from desktop.marks import QT_TRANSLATE_NOOP

SPECS = (
    ActionSpec(
        "open_model",
        8,
        QT_TRANSLATE_NOOP("Actions", "&Open model…"),
        QT_TRANSLATE_NOOP(
            "Actions", "A model of your own: its zip, or the model.json in its folder"
        ),
        shortcut="Ctrl+Alt+O",
    ),
    ActionSpec(
        "model_card",
        8,
        QT_TRANSLATE_NOOP("Actions", "Model &card…"),
        QT_TRANSLATE_NOOP("Actions", "What the open model is, and how well it does"),
        shortcut="Ctrl+Alt+I",
    ),
)
