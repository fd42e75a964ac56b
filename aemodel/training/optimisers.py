"""From an `Optimisation` to a compiled model, and the average of the weights that it keeps."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import keras
from keras import ops

from aemodel.errors import TrainingError
from aemodel.training.config import Optimisation

OPTIMIZERS = {
    "adam": keras.optimizers.Adam,
    "adamw": keras.optimizers.AdamW,
    "nadam": keras.optimizers.Nadam,
    "sgd": keras.optimizers.SGD,
}


def make_optimizer(settings: Optimisation, steps_per_epoch: int) -> Any:
    """A Keras optimizer.

    Raises:
        TrainingError: on an unknown optimizer or schedule.
    """
    if settings.optimizer not in OPTIMIZERS:
        raise TrainingError(
            f"The optimizer {settings.optimizer!r} is unknown; choose {', '.join(OPTIMIZERS)}."
        )
    options: dict[str, Any] = {"learning_rate": learning_rate(settings, steps_per_epoch)}
    if settings.optimizer != "sgd":
        options["beta_1"] = settings.beta_1
    if settings.weight_decay is not None:
        options["weight_decay"] = settings.weight_decay
    if settings.clip_norm is not None:
        options["global_clipnorm"] = settings.clip_norm
    if settings.ema is not None:
        options |= {"use_ema": True, "ema_momentum": settings.ema}
    optimizer = OPTIMIZERS[settings.optimizer](**options)
    # `fit` would end every epoch by making the average the weights; `averaged_weights` decides.
    optimizer.finalize_variable_values = lambda _: None
    return optimizer


def learning_rate(settings: Optimisation, steps_per_epoch: int) -> Any:
    """A number, or a schedule over the stage's steps."""
    if settings.schedule not in ("constant", "cosine"):
        raise TrainingError(
            f"The schedule {settings.schedule!r} is unknown; choose constant or cosine."
        )
    warmup = round(settings.warmup_epochs * steps_per_epoch)
    if settings.schedule == "constant" and not warmup:
        return settings.learning_rate
    falling = settings.schedule == "cosine"
    return keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=0.0 if warmup else settings.learning_rate,
        decay_steps=max(1, settings.epochs * steps_per_epoch - warmup),
        alpha=0.0 if falling else 1.0,
        warmup_target=settings.learning_rate if warmup else None,
        warmup_steps=warmup,
    )


def compile_model(model: keras.Model, settings: Optimisation, steps_per_epoch: int) -> None:
    """Give a built model, whose loss is its own `compute_loss`, its optimizer."""
    optimizer = make_optimizer(settings, steps_per_epoch)
    optimizer.build(model.trainable_variables)
    model.compile(optimizer=optimizer)


@contextmanager
def averaged_weights(optimizers: Sequence[Any]) -> Iterator[None]:
    """Inside the block the weights are their moving averages, where an optimizer keeps them."""
    pairs = [
        (variable, average)
        for optimizer in optimizers
        if optimizer.use_ema
        for variable, average in zip(
            optimizer._trainable_variables, optimizer._model_variables_moving_average, strict=True
        )
        if average is not None
    ]
    raw = [ops.copy(variable.value) for variable, _ in pairs]
    for variable, average in pairs:
        variable.assign(ops.copy(average.value))  # a buffer of its own: JAX gives buffers away
    try:
        yield
    finally:
        for (variable, _), value in zip(pairs, raw, strict=True):
            variable.assign(value)
