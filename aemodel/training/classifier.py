"""The training of the doodle classifier that evaluation measures with: one stage."""

from dataclasses import dataclass, field, replace

import keras

from aemodel.data.augment import Augmentation
from aemodel.models.classifier import ClassifierConfig, build_classifier
from aemodel.training.config import Optimisation
from aemodel.training.feed import image_batches
from aemodel.training.loop import evaluate
from aemodel.training.optimisers import compile_model
from aemodel.training.stages import Kind, Stage, StageContext, StageRun

VALIDATION_BATCH = 512


@dataclass(frozen=True)
class ClassifierTraining:
    """How the classifier is trained.

    Attributes:
        architecture: its `categories` are replaced by the number that it is trained on.
        augmentation: of the training drawings.
        classifier: its optimisation.
    """

    architecture: ClassifierConfig = field(default_factory=ClassifierConfig)
    augmentation: Augmentation = field(
        default_factory=lambda: Augmentation(shift=2, rotation=10.0, scale=0.1, turned=0.5)
    )
    classifier: Optimisation = field(
        default_factory=lambda: Optimisation(
            epochs=40,
            batch_size=256,
            optimizer="adamw",
            learning_rate=2e-3,
            schedule="cosine",
            warmup_epochs=1.0,
            weight_decay=1e-2,
        )
    )


PRESETS = {
    "standard": ClassifierTraining(),
    "quick": ClassifierTraining(
        classifier=replace(ClassifierTraining().classifier, epochs=4, batch_size=128)
    ),
}


def build(context: StageContext) -> keras.Model:
    """The classifier for the categories of the run."""
    return build_classifier(
        replace(context.config.architecture, categories=len(context.categories))
    )


def prepare(context: StageContext, model: keras.Model) -> StageRun:
    """Varied pictures and their labels in, smoothed cross-entropy out."""
    settings: Optimisation = context.config.classifier
    drawings = context.dataset.train
    batches = image_batches(
        drawings,
        settings.batch_size,
        seed=context.seed,
        training=True,
        augmentation=context.config.augmentation,
    )
    validation = image_batches(context.dataset.validation, VALIDATION_BATCH)
    compile_model(model, settings, max(1, len(drawings) // settings.batch_size))
    return StageRun(model, batches, lambda: evaluate(model, validation(0)))


CLASSIFIER = Kind(
    "classifier",
    "Doodle classifier",
    PRESETS,
    (Stage("classifier", build, prepare),),
    autoencoder="classifier",
)
