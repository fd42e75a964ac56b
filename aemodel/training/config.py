"""Configurations: frozen dataclasses, saved as JSON beside the run that they describe.

`to_json` and `from_json` are inverse to one another. `override` sets a field by its dotted name,
which is what `--epochs`, `--batch-size` and `--set` of the command do.
"""

import dataclasses
import json
import types
import typing
from dataclasses import dataclass, field
from typing import Any

from aemodel.errors import TrainingError
from aemodel.models.ae import ConvArchitecture
from aemodel.models.plane import PlaneSettings


@dataclass(frozen=True)
class Optimisation:
    """How one stage is trained.

    Attributes:
        epochs: passes over the training drawings.
        batch_size: drawings a step.
        optimizer: adam, adamw, nadam or sgd, with Keras' defaults but for what is set here.
        learning_rate: the highest.
        schedule: constant, or cosine (down to zero at the end of the last epoch).
        warmup_epochs: the learning rate rises linearly from zero during these.
        beta_1: of the Adam family.
        weight_decay: of adamw; None elsewhere.
        clip_norm: upper bound of the gradient's global norm; None: no bound.
        ema: momentum of the moving average of the weights, which is then what is validated and
            kept; None: no average.
        patience: stop after this many epochs without a better validation; None: never.
    """

    epochs: int = 20
    batch_size: int = 32
    optimizer: str = "nadam"
    learning_rate: float = 1e-3
    schedule: str = "constant"
    warmup_epochs: float = 0.0
    beta_1: float = 0.9
    weight_decay: float | None = None
    clip_norm: float | None = None
    ema: float | None = None
    patience: int | None = None

    def __post_init__(self) -> None:
        allowed = {
            "epochs": self.epochs >= 0,
            "batch_size": self.batch_size > 0,
            "learning_rate": self.learning_rate > 0,
            "warmup_epochs": self.warmup_epochs >= 0,
            "ema": self.ema is None or 0 <= self.ema < 1,
            "patience": self.patience is None or self.patience > 0,
        }
        for name, fits in allowed.items():
            if not fits:
                raise TrainingError(f"{name} cannot be {getattr(self, name)}.")


@dataclass(frozen=True)
class AEConfig:
    """The vanilla autoencoder. The defaults are the article's."""

    architecture: ConvArchitecture = field(default_factory=ConvArchitecture)
    augment: bool = False
    autoencoder: Optimisation = field(default_factory=Optimisation)


@dataclass(frozen=True)
class VAEConfig:
    """The article's variational autoencoder, and the map over its latents."""

    architecture: ConvArchitecture = field(default_factory=ConvArchitecture)
    augment: bool = False
    autoencoder: Optimisation = field(default_factory=Optimisation)
    plane: PlaneSettings = field(default_factory=PlaneSettings)
    map: Optimisation = field(
        default_factory=lambda: Optimisation(
            epochs=40, batch_size=256, optimizer="adam", schedule="cosine", clip_norm=10.0
        )
    )


def to_json(config: Any) -> dict[str, Any]:
    """A configuration as what `json` reads back: tuples become lists."""
    result: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(config)))
    return result


def from_json(config_class: type, values: Any) -> Any:
    """The configuration that `to_json` turned into `values`.

    Raises:
        TrainingError: on a field that is unknown, missing or of another type.
    """
    return _read(config_class, values, "")


def override(config: Any, name: str, text: str) -> Any:
    """`config` with the field of the dotted `name` set to what `text` says, read as JSON if it can.

    Raises:
        TrainingError: when there is no such field, or the text is not of its type.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        value = text
    values = to_json(config)
    *outer, last = name.split(".")
    inner: Any = values
    for key in outer:
        inner = inner.get(key) if isinstance(inner, dict) else None
    if not isinstance(inner, dict) or last not in inner:
        raise TrainingError(
            f"There is no setting {name!r}; there are: {', '.join(_names(values))}."
        )
    inner[last] = value
    return from_json(type(config), values)


def _names(values: dict[str, Any], prefix: str = "") -> list[str]:
    names = []
    for key, value in values.items():
        inside = _names(value, f"{prefix}{key}.") if isinstance(value, dict) else None
        names += inside if inside is not None else [f"{prefix}{key}"]
    return names


def _read(annotation: Any, value: Any, where: str) -> Any:
    """`value`, as `json` gave it, in the form that `annotation` asks for."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if dataclasses.is_dataclass(annotation):
        return _read_dataclass(annotation, value, where)
    if origin in (typing.Union, types.UnionType):
        present = [argument for argument in arguments if argument is not type(None)]
        return None if value is None else _read(present[0], value, where)
    if origin is tuple and isinstance(value, list):
        if arguments[-1] is Ellipsis:
            arguments = arguments[:1] * len(value)
        if len(arguments) == len(value):
            return tuple(_read(a, v, where) for a, v in zip(arguments, value, strict=True))
    if annotation is float and type(value) is int:
        value = float(value)
    if type(value) is not annotation:
        wanted = getattr(annotation, "__name__", str(annotation))
        raise TrainingError(f"The setting {where} is {value!r}, which is no {wanted}.")
    return value


def _read_dataclass(annotation: Any, value: Any, where: str) -> Any:
    hints = typing.get_type_hints(annotation)
    if not isinstance(value, dict) or set(value) != set(hints):
        wrong = sorted(set(value) ^ set(hints)) if isinstance(value, dict) else [repr(value)]
        raise TrainingError(
            f"The configuration does not fit this version: {where or 'it'} has or lacks"
            f" {', '.join(wrong)}."
        )
    prefix = f"{where}." if where else ""
    return annotation(**{name: _read(hints[name], value[name], prefix + name) for name in hints})
