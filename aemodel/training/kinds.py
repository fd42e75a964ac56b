"""The registry of what `aemodel train` can train."""

import difflib
from importlib import import_module

from aemodel.errors import TrainingError
from aemodel.training.stages import Kind

MODULES = {
    "ae": "aemodel.training.autoencoder:AE",
    "vae": "aemodel.training.autoencoder:VAE",
    "atlas": "aemodel.training.atlas:ATLAS",
    "classifier": "aemodel.training.classifier:CLASSIFIER",
}
"""Name -> where its `Kind` is; a module is imported when its kind is asked for."""


def find_kind(name: str) -> Kind:
    """The kind of that name.

    Raises:
        TrainingError: when there is none.
    """
    if name not in MODULES:
        close = difflib.get_close_matches(name, MODULES, n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        raise TrainingError(f"There is no model {name!r}; there are {', '.join(MODULES)}.{hint}")
    module, attribute = MODULES[name].split(":")
    kind: Kind = getattr(import_module(module), attribute)
    return kind
