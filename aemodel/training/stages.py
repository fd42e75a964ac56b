"""A model kind is a list of stages, trained one after the other by the same loop.

`ae` has one stage (its autoencoder); `vae` has two (its autoencoder, then the map over its
latents). To add a kind, say `foo`, with the stages `autoencoder` and `prior`:

1. A frozen dataclass `FooConfig` whose field *named after each stage* is an
   `Optimisation` (epochs, batch size, learning rate, ...), beside whatever describes the model.
   Fields are numbers, strings, booleans, None, tuples or further dataclasses: they are saved as
   JSON beside the run.
2. A module `training/foo.py` with the presets and the stages:

       PRESETS = {"standard": FooConfig(), "quick": FooConfig(autoencoder=Optimisation(epochs=2))}

       def build_prior(context: StageContext) -> keras.Model:
           # The model that the stage yields. Called without data too, to open a finished run.
           return VelocityNetwork(context.config.latent_size, len(context.categories))

       def prepare_prior(context: StageContext, model: keras.Model) -> StageRun:
           encoder = context.models["autoencoder"].encoder   # with the best weights of its stage
           latents = encode_drawings(encoder, context.dataset.train)  # mean, log_var, label
           trainer = FlowMatching(model, seed=context.seed)  # may be `model` itself
           settings = context.config.prior
           batches = ArrayBatches(latents, settings.batch_size, seed=context.seed)
           compile_model(trainer, settings, steps_per_epoch=len(batches))
           return StageRun(
               trainer,
               batches=batches.epoch,                       # epoch number -> what `fit` takes
               validate=lambda: evaluate(trainer, validation_batches),
           )

       STAGES = (
           Stage("autoencoder", build_autoencoder, prepare_autoencoder),
           Stage("prior", build_prior, prepare_prior, finish=arrays_for_the_bundle),
       )

       FOO = Kind("foo", "What people read", PRESETS, STAGES)

3. In `kinds.py`, one line in the registry.

`aemodel train foo`, `open_run` and `aemodel export` then know it.

What the loop does with it, for each epoch: `fit` on `batches(epoch)`, swap in the averaged weights
if the optimizer keeps an average, `validate()`, store the weights of the *built* model as the best
if `monitor` went down, swap back, and write one checkpoint of everything (all variables of the
trained and the built model, seed generators among them, and of every optimizer; history). So
`batches(epoch)` must depend on nothing but the seed and the epoch, and anything that changes while
training must be a variable of a model or an optimizer: then a run that was killed goes on as if it
had not been.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import keras
from numpy.typing import NDArray

from aemodel.data.dataset import Dataset
from aemodel.errors import TrainingError

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True)
class StageContext:
    """What a stage may start from.

    Attributes:
        config: the kind's configuration, a frozen dataclass.
        categories: names in label order.
        seed: of this stage; different for every stage of a run.
        models: the earlier stages' models with their best weights, by stage name.
        arrays: what the earlier stages' `finish` gave, by stage name.
        loaded: the drawings; None while a finished run is being opened.
    """

    config: Any
    categories: tuple[str, ...]
    seed: int
    models: Mapping[str, keras.Model] = field(default_factory=dict)
    arrays: Mapping[str, Arrays] = field(default_factory=dict)
    loaded: Dataset | None = None

    @property
    def dataset(self) -> Dataset:
        """The drawings, split. Raises TrainingError when there are none."""
        if self.loaded is None:
            raise TrainingError("This step needs the drawings; name their folder with --data.")
        return self.loaded


@dataclass
class StageRun:
    """A stage that is ready to be trained.

    Attributes:
        model: compiled and built; any `keras.Model` that `fit` can train on the present backend.
        batches: epoch (from 0) -> the training batches of that epoch: anything that `fit` takes
            (a `tf.data.Dataset`, a `keras.utils.PyDataset`), the same whenever asked.
        validate: measures the present weights; called under the averaged weights if there are any.
        monitor: the key of `validate`'s result that tells the best epoch (lower is better), or
            None: the last epoch is the best.
        before_epoch: called with the epoch before each one.
        optimizers: all of them; the model's own unless its train_step uses others.
    """

    model: keras.Model
    batches: Callable[[int], Iterable[Any]]
    validate: Callable[[], Mapping[str, float]] = dict
    monitor: str | None = "loss"
    before_epoch: Callable[[int], None] | None = None
    optimizers: tuple[Any, ...] = ()

    def __post_init__(self) -> None:
        self.optimizers = self.optimizers or (self.model.optimizer,)


@dataclass(frozen=True)
class Stage:
    """One stage of a kind.

    Attributes:
        name: also the field of the configuration that holds the stage's `Optimisation`.
        build: the model that the stage yields, with fresh weights; needs no drawings.
        prepare: makes that model ready for training, with optimizer and batches.
        finish: small arrays computed once from the trained model and the drawings (statistics,
            density grids), stored beside the weights.
    """

    name: str
    build: Callable[[StageContext], keras.Model]
    prepare: Callable[[StageContext, keras.Model], StageRun]
    finish: Callable[[StageContext, keras.Model], Arrays] | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of model that `aemodel train` knows.

    Attributes:
        name: what is typed.
        title: what is shown.
        presets: named configurations; the first is the default.
        stages: in the order of training.
        autoencoder: the stage whose model has `encode` and `decode`.
    """

    name: str
    title: str
    presets: Mapping[str, Any]
    stages: tuple[Stage, ...]
    autoencoder: str = "autoencoder"

    @property
    def config_class(self) -> type:
        """The dataclass of the configuration."""
        return type(next(iter(self.presets.values())))
