"""The stages of `atlas`: autoencoder, map, prior, sharpening of the decoder, refit of the encoder,
weak prior, head, denoiser, judge.

The encoder is learnt for likelihood and then left alone, so that map and prior, which live in its
latent space, stay true while the decoder is sharpened against what all of them produce. Then the
encoder learns to use the sharpened decoder, without moving far, and the head to read the encoder.

The weak prior learns what the prior learns, with few weights: samples are led away from what it
does worse (Karras et al., arXiv:2406.02507).
"""

from dataclasses import dataclass, field, replace
from typing import Any

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from aemodel.data.augment import LIGHT, Augmentation
from aemodel.models.atlas import (
    AtlasArchitecture,
    AtlasAutoencoder,
    build_decoder,
    build_encoder,
    latent_classifier,
)
from aemodel.models.atlas_refit import EncoderRefit, Refitting
from aemodel.models.atlas_sharpen import AtlasSharpener, Sharpening
from aemodel.models.denoiser import DenoisingSettings
from aemodel.models.judge import JudgeSettings
from aemodel.models.plane import PlaneSettings
from aemodel.models.refinement import Refinement, refine
from aemodel.priors.flow import FlowMatching, FlowPrior, FlowSettings
from aemodel.priors.typicality import scores
from aemodel.training.config import Optimisation
from aemodel.training.denoiser import MIRROR_ONLY, VALIDATION_BATCH, denoiser_stage
from aemodel.training.feed import ArrayBatches, image_batches
from aemodel.training.judge import judge_stage
from aemodel.training.loop import evaluate
from aemodel.training.optimisers import compile_model
from aemodel.training.plane import encode_drawings, plane_stage, with_mirrors
from aemodel.training.stages import Arrays, Kind, Stage, StageContext, StageRun

_AVERAGED = Optimisation(
    batch_size=256, optimizer="adam", schedule="cosine", warmup_epochs=1.0, ema=0.999
)
_PLANE = PlaneSettings(fill_weight=20.0, class_weight=3.0)
_REFINEMENT = Refinement(passes=4, rate=0.7)
"""Chosen on the validation side, see models/atlas.md."""
_AUTOENCODER = replace(_AVERAGED, epochs=24, learning_rate=2e-3)
_MAP = replace(_AVERAGED, epochs=14, batch_size=512, clip_norm=10.0)
_PRIOR = replace(_AVERAGED, epochs=34, batch_size=2048, learning_rate=1.5e-3)
_SHARPEN = replace(_AVERAGED, epochs=44, learning_rate=6e-4, beta_1=0.5)
_REFIT = replace(_AVERAGED, epochs=4, batch_size=128, learning_rate=3e-4, warmup_epochs=0.2)
_WEAK = replace(_AVERAGED, epochs=4, batch_size=1024, learning_rate=2e-3, warmup_epochs=0.1)
_WEAK_FLOW = FlowSettings(width=128, blocks=2, condition_width=40)
_HEAD = replace(_AVERAGED, epochs=6, batch_size=512)
_HARD = (("cat", 4), ("dog", 4), ("frog", 3), ("bird", 2), ("fish", 2), ("bicycle", 2))
"""Categories that come in many forms."""
_DENOISER = replace(_AVERAGED, epochs=16, batch_size=128, learning_rate=1.5e-3, clip_norm=60.0)
_JUDGE = replace(_AVERAGED, epochs=5, batch_size=128, learning_rate=1.5e-3)


@dataclass(frozen=True)
class AtlasConfig:
    """Sizes, weights of the losses, and how each stage is trained.

    `latent_passes` over the latents make one epoch of `prior`, `weak` and `head`.
    """

    architecture: AtlasArchitecture = field(default_factory=AtlasArchitecture)
    kl_weight: float = 0.1
    kl_warmup_epochs: float = 3.0
    class_weight: float = 3.0
    augmentation: Augmentation = LIGHT
    plane: PlaneSettings = _PLANE
    flow: FlowSettings = field(default_factory=FlowSettings)
    weak_flow: FlowSettings = _WEAK_FLOW
    sharpening: Sharpening = field(default_factory=Sharpening)
    refitting: Refitting = field(default_factory=Refitting)
    refinement: Refinement = _REFINEMENT
    autoencoder: Optimisation = _AUTOENCODER
    map: Optimisation = _MAP
    latent_passes: int = 8
    prior: Optimisation = _PRIOR
    sharpen: Optimisation = _SHARPEN
    refit: Optimisation = _REFIT
    weak: Optimisation = _WEAK
    head: Optimisation = _HEAD
    denoising: DenoisingSettings = field(default_factory=lambda: DenoisingSettings(emphasis=_HARD))
    denoiser: Optimisation = _DENOISER
    judging: JudgeSettings = field(default_factory=JudgeSettings)
    judge: Optimisation = _JUDGE


_STANDARD = AtlasConfig()
_TINY = replace(
    _STANDARD,
    architecture=AtlasArchitecture(
        latent_size=8,
        encoder_widths=(8, 8, 8),
        decoder_widths=(8, 8, 8),
        decoder_blocks=(1, 1, 0),
    ),
    plane=PlaneSettings(width=16, depth=1),
    flow=FlowSettings(width=16, blocks=1, condition_width=8),
    weak_flow=FlowSettings(width=8, blocks=1, condition_width=8),
    sharpening=Sharpening(widths=(8, 8, 8), prior_steps=2),
    denoising=DenoisingSettings(widths=(8, 8, 8), blocks=(1, 1, 1), condition_width=8),
    judging=JudgeSettings(widths=(8, 8, 8, 8), features=8),
)
_STAGES = ("autoencoder", "map", "prior", "sharpen", "refit", "weak", "head", "denoiser", "judge")
PRESETS = {
    "standard": _STANDARD,
    "three": replace(
        _STANDARD,
        autoencoder=replace(_STANDARD.autoencoder, epochs=40, batch_size=128),
        map=replace(_STANDARD.map, epochs=40, batch_size=256),
        prior=replace(_STANDARD.prior, epochs=40, batch_size=512),
        weak=replace(_STANDARD.weak, epochs=5, batch_size=512),
        head=replace(_STANDARD.head, batch_size=256),
        sharpen=replace(_STANDARD.sharpen, epochs=40, batch_size=128),
        refit=replace(_STANDARD.refit, epochs=8),
        denoiser=replace(_STANDARD.denoiser, epochs=60),
        judge=replace(_STANDARD.judge, epochs=20),
    ),
    "tiny": replace(
        _TINY,
        **{name: replace(getattr(_TINY, name), epochs=1, batch_size=32) for name in _STAGES},
    ),
}


def steps_per_epoch(context: StageContext, settings: Optimisation) -> int:
    """Full batches of training drawings in an epoch."""
    return max(1, len(context.dataset.train) // settings.batch_size)


def build_autoencoder(context: StageContext) -> keras.Model:
    """Encoder and decoder with fresh weights."""
    config: AtlasConfig = context.config
    steps = 1 if context.loaded is None else steps_per_epoch(context, config.autoencoder)
    return AtlasAutoencoder(
        config.architecture,
        len(context.categories),
        kl_weight=config.kl_weight,
        class_weight=config.class_weight,
        warmup_steps=max(1, round(config.kl_warmup_epochs * steps)),
        seed=context.seed,
    )


def prepare_autoencoder(context: StageContext, model: keras.Model) -> StageRun:
    """Varied drawings in; cross-entropy, KL and read-out out."""
    return _on_drawings(context, model, context.config.autoencoder, context.config.augmentation)


def build_prior(context: StageContext) -> keras.Model:
    """The velocity network with its standardisation."""
    latent_size = context.config.architecture.latent_size
    return FlowPrior(latent_size, len(context.categories), context.config.flow)


def prepare_prior(context: StageContext, model: keras.Model) -> StageRun:
    """Posteriors of the drawings and of their mirror images in, with their places on the map."""
    posteriors = _placed_posteriors(context, mirrors=True), _placed_posteriors(context)
    model.adapt(*posteriors[0][:2])
    trainer = FlowMatching(model, context.config.flow, seed=context.seed)
    return _on_latents(context, trainer, context.config.prior, posteriors, _flow_batch)


def build_sharpened(context: StageContext) -> keras.Model:
    """The decoder that is shipped."""
    return build_decoder(context.config.architecture)


def prepare_sharpened(context: StageContext, model: keras.Model) -> StageRun:
    """Drawings in; the decoder starts from the likelihood stage's."""
    autoencoder = context.models["autoencoder"]
    model.set_weights(autoencoder.decoder.get_weights())
    trainer = AtlasSharpener(
        autoencoder.encoder,
        model,
        context.models["prior"],
        context.config.sharpening,
        seed=context.seed,
    )
    run = _on_drawings(context, trainer, context.config.sharpen, MIRROR_ONLY)
    run.monitor = None  # a discriminator that learns makes losses of two epochs incomparable
    return run


def build_refitted(context: StageContext) -> keras.Model:
    """The encoder that is shipped."""
    return build_encoder(context.config.architecture)


def prepare_refitted(context: StageContext, model: keras.Model) -> StageRun:
    """Drawings in; the encoder starts from the likelihood stage's."""
    first = _encoder(context)
    model.set_weights(first.get_weights())
    trainer = EncoderRefit(
        model,
        context.models["sharpen"],
        first,
        context.models["prior"].spread,
        context.config.refitting,
        seed=context.seed,
    )
    return _on_drawings(context, trainer, context.config.refit, MIRROR_ONLY)


def build_weak(context: StageContext) -> keras.Model:
    """A velocity network with few weights."""
    latent_size = context.config.architecture.latent_size
    return FlowPrior(latent_size, len(context.categories), context.config.weak_flow)


def prepare_weak(context: StageContext, model: keras.Model) -> StageRun:
    """What `prior` learns from, in the units of `prior`."""
    posteriors = _placed_posteriors(context, mirrors=True), _placed_posteriors(context)
    for name in ("centre", "spread"):
        getattr(model, name).assign(getattr(context.models["prior"], name))
    trainer = FlowMatching(model, context.config.weak_flow, seed=context.seed)
    return _on_latents(context, trainer, context.config.weak, posteriors, _flow_batch)


def build_head(context: StageContext) -> keras.Model:
    """The category told from a latent."""
    return latent_classifier(context.config.architecture.latent_size, len(context.categories))


def prepare_head(context: StageContext, model: keras.Model) -> StageRun:
    """Latents in, cross-entropy out."""
    encoder = context.models["refit"]
    train = encode_drawings(encoder, with_mirrors(context.dataset.train))
    held_out = encode_drawings(encoder, context.dataset.validation)
    run = _on_latents(context, model, context.config.head, (train, held_out), _head_batch)
    model.compile(
        optimizer=model.optimizer,
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return run


def finish_head(context: StageContext, model: keras.Model) -> Arrays:
    """`typicality`: scores of the validation drawings, ascending, at 201 even quantiles.

    They are read as often as whoever asks for the typicality of a drawing reads it.
    """
    prior = context.models["prior"]
    drawings = context.dataset.validation.images
    _, latents = read_closely(context, drawings[:: max(1, len(drawings) // 2000)])
    standard = (latents - np.asarray(prior.centre)) / np.asarray(prior.spread)

    def velocity(positions: NDArray[Any], times: NDArray[Any]) -> Any:
        count = len(times)
        anything = np.full(count, prior.categories, np.int32)
        nowhere, unknown = np.zeros((count, 2), np.float32), np.zeros(count, np.float32)
        return ops.convert_to_numpy(prior.velocity(positions, times, anything, nowhere, unknown))

    values = scores(velocity, standard)
    return {"typicality": np.quantile(values, np.linspace(0, 1, 201)).astype(np.float32)}


def _encoder(context: StageContext) -> keras.Model:
    return context.models["autoencoder"].encoder


def _on_drawings(
    context: StageContext, trainer: keras.Model, settings: Optimisation, varied: Augmentation
) -> StageRun:
    """Train on drawings; their sides and their order are those of the run."""
    batches = image_batches(
        context.dataset.train,
        settings.batch_size,
        seed=context.seed,
        training=True,
        augmentation=varied,
    )
    held_out = image_batches(
        context.dataset.validation, VALIDATION_BATCH, seed=context.seed, training=True
    )
    compile_model(trainer, settings, steps_per_epoch(context, settings))
    return StageRun(trainer, batches, lambda: evaluate(trainer, held_out(0)))


def _on_latents(
    context: StageContext,
    trainer: keras.Model,
    settings: Optimisation,
    posteriors: tuple[tuple[NDArray[Any], ...], tuple[NDArray[Any], ...]],
    batch: Any,
) -> StageRun:
    """Train on the first posteriors and validate on the second, in the form that `batch` gives."""
    train, held_out = posteriors
    batches = ArrayBatches(
        train,
        settings.batch_size,
        seed=context.seed,
        transform=batch,
        passes=context.config.latent_passes,
    )
    validation = ArrayBatches(held_out, settings.batch_size, transform=batch, shuffle=False)
    compile_model(trainer, settings, len(batches))
    return StageRun(trainer, batches.epoch, lambda: evaluate(trainer, validation))


def _placed_posteriors(context: StageContext, mirrors: bool = False) -> tuple[NDArray[Any], ...]:
    """(mean, log_var, position, label) of training's drawings and mirrors, or of validation's."""
    drawings = with_mirrors(context.dataset.train) if mirrors else context.dataset.validation
    mean, log_var, labels = encode_drawings(_encoder(context), drawings)
    position = context.models["map"].map_encoder.predict(mean, batch_size=1024, verbose=0)
    return mean, log_var, np.asarray(position), labels


def read_closely(
    context: StageContext, drawings: NDArray[np.uint8]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Drawings (n, 28, 28) as the bundle's `redraw` draws them, and their latents (n, L)."""
    encoder, decoder = context.models["refit"], context.models["sharpen"]

    def encode(images: NDArray[Any]) -> NDArray[Any]:
        return np.asarray(encoder.predict(images[..., None], batch_size=512, verbose=0)[0])

    def decode(latents: NDArray[Any]) -> NDArray[Any]:
        logits = decoder.predict(latents, batch_size=512, verbose=0)
        return ops.convert_to_numpy(ops.sigmoid(logits))[..., 0]

    images = drawings.astype(np.float32) / np.float32(255)
    return refine(images, encode(images), encode, decode, context.config.refinement)


def redrawn(context: StageContext, drawings: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Drawings (n, 28, 28) as the model redraws them."""
    images, _ = read_closely(context, drawings)
    return np.rint(255 * images).astype(np.uint8)


def _flow_batch(batch: tuple[Any, ...]) -> Any:
    mean, log_var, position, labels = batch
    return (mean, log_var, position), labels


def _head_batch(batch: tuple[Any, ...]) -> Any:
    mean, _, labels = batch
    return mean, labels


ATLAS = Kind(
    "atlas",
    "Atlas",
    PRESETS,
    (
        Stage("autoencoder", build_autoencoder, prepare_autoencoder),
        plane_stage(),
        Stage("prior", build_prior, prepare_prior),
        Stage("sharpen", build_sharpened, prepare_sharpened),
        Stage("refit", build_refitted, prepare_refitted),
        Stage("weak", build_weak, prepare_weak),
        Stage("head", build_head, prepare_head, finish_head),
        denoiser_stage(),
        judge_stage(redrawn),
    ),
)
