"""The stages of `ae` and `vae`: the article's autoencoders, and the map over the latter."""

from dataclasses import replace

import keras

from aemodel.data.augment import LIGHT
from aemodel.models.ae import Autoencoder
from aemodel.models.vae import VariationalAutoencoder
from aemodel.training.config import AEConfig, Optimisation, VAEConfig
from aemodel.training.feed import image_batches
from aemodel.training.loop import evaluate
from aemodel.training.optimisers import compile_model
from aemodel.training.plane import plane_stage
from aemodel.training.stages import Kind, Stage, StageContext, StageRun

VALIDATION_BATCH = 256

AE_PRESETS = {
    "article": AEConfig(),
    "quick": AEConfig(autoencoder=Optimisation(epochs=3, batch_size=128)),
}
VAE_PRESETS = {
    "article": VAEConfig(),
    "quick": VAEConfig(
        autoencoder=Optimisation(epochs=3, batch_size=128),
        map=replace(VAEConfig().map, epochs=5),
    ),
}


def build_ae(context: StageContext) -> keras.Model:
    """The vanilla autoencoder of the configuration."""
    return Autoencoder(context.config.architecture)


def build_vae(context: StageContext) -> keras.Model:
    """The variational autoencoder of the configuration."""
    return VariationalAutoencoder(context.config.architecture, seed=context.seed)


def prepare(context: StageContext, model: keras.Model) -> StageRun:
    """Pictures in, the model's own loss out."""
    settings: Optimisation = context.config.autoencoder
    drawings = context.dataset.train
    batches = image_batches(
        drawings,
        settings.batch_size,
        seed=context.seed,
        training=True,
        augmentation=LIGHT if context.config.augment else None,
    )
    validation = image_batches(context.dataset.validation, VALIDATION_BATCH)
    compile_model(model, settings, max(1, len(drawings) // settings.batch_size))
    return StageRun(model, batches, lambda: evaluate(model, validation(0)))


AE = Kind("ae", "Autoencoder", AE_PRESETS, (Stage("autoencoder", build_ae, prepare),))
VAE = Kind(
    "vae",
    "Variational autoencoder",
    VAE_PRESETS,
    (Stage("autoencoder", build_vae, prepare), plane_stage()),
)
