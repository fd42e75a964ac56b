"""Atlas' blocks, its likelihood stage, its sharpening and its refit."""

import keras
import numpy as np
import pytest

from aemodel.models.atlas import AtlasArchitecture, AtlasAutoencoder, build_decoder, build_encoder
from aemodel.models.atlas_refit import EncoderRefit, Refitting
from aemodel.models.atlas_sharpen import AtlasSharpener, Discriminator, Sharpening
from aemodel.models.residual import ResidualBlock, SpectralConv2D
from aemodel.priors.flow import FlowPrior, FlowSettings

tf = pytest.importorskip("tensorflow")

SMALL = AtlasArchitecture(
    latent_size=6, encoder_widths=(4, 4, 4), decoder_widths=(4, 4, 4), decoder_blocks=(1, 1, 0)
)


def drawings(rows: int = 8) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    images = (rng.random((rows, 28, 28, 1)) < 0.2).astype(np.float32)
    return images, np.arange(rows, dtype=np.int32) % 2


def autoencoder(**options: float) -> AtlasAutoencoder:
    keras.utils.set_random_seed(0)
    settings = {"kl_weight": 0.5, "class_weight": 1.0, "warmup_steps": 4, **options}
    return AtlasAutoencoder(SMALL, 2, **settings)  # type: ignore[arg-type]


def sharpener() -> AtlasSharpener:
    model = autoencoder()
    prior = FlowPrior(6, 2, FlowSettings(width=8, blocks=1, condition_width=4))
    return AtlasSharpener(
        model.encoder, model.decoder, prior, Sharpening(widths=(4, 4, 4), prior_steps=2)
    )


def test_a_new_residual_block_is_the_identity() -> None:
    x = np.random.default_rng(0).standard_normal((2, 5, 5, 3)).astype(np.float32)
    assert np.allclose(ResidualBlock(3)(x), x)


def test_spectral_convolution_divides_by_the_largest_singular_value() -> None:
    layer = SpectralConv2D(5, 3)
    x = np.random.default_rng(0).standard_normal((1, 6, 6, 2)).astype(np.float32)
    for _ in range(200):  # one power iteration a call
        layer(x, training=True)
    matrix = np.asarray(layer.kernel).reshape(-1, 5)
    largest = np.linalg.svd(matrix, compute_uv=False)[0]
    expected = keras.ops.conv(x, layer.kernel / largest, padding="same")
    assert np.allclose(layer(x), expected, atol=1e-4)


@pytest.mark.parametrize("grid", [0, 2])
def test_shapes(grid: int) -> None:
    size = 98 if grid else 6
    arch = AtlasArchitecture(
        latent_size=size,
        grid_channels=grid,
        encoder_widths=(4, 4, 4),
        decoder_widths=(4, 4, 4),
        decoder_blocks=(1, 0, 0),
    )
    model = AtlasAutoencoder(arch, 3, kl_weight=1.0, class_weight=0.0, warmup_steps=1)
    mean, log_var = model.encode(drawings(5)[0])
    assert mean.shape == log_var.shape == (5, size)
    decoded = np.asarray(model.decode(mean))
    assert decoded.shape == (5, 28, 28, 1)
    assert decoded.min() >= 0 and decoded.max() <= 1


def test_the_kl_weight_warms_up_and_validation_sees_all_of_it() -> None:
    model = autoencoder(class_weight=0.0)
    images, labels = drawings()
    outputs = {
        "mean": np.ones((8, 6), np.float32),
        "log_var": np.zeros((8, 6), np.float32),
        "latents": np.zeros((8, 6), np.float32),
        "logits": np.zeros((8, 28, 28, 1), np.float32),
    }
    nats, kl = 784 * np.log(2), 3.0
    losses = [float(model.compute_loss(images, labels, outputs, training=True)) for _ in range(5)]
    expected = [nats + 0.5 * kl * min(1, step / 4) for step in (1, 2, 3, 4, 5)]
    assert losses == pytest.approx(expected, rel=1e-5)
    fresh = autoencoder(class_weight=0.0)
    loss = float(fresh.compute_loss(images, labels, outputs, training=False))
    assert loss == pytest.approx(nats + 0.5 * kl, rel=1e-5)
    assert float(fresh.steps_done) == 0


def test_one_batch_can_be_overfitted() -> None:
    model = autoencoder(kl_weight=0.0)
    model.compile(optimizer=keras.optimizers.Adam(1e-2))
    images, labels = drawings(4)
    history = model.fit(images, labels, batch_size=4, epochs=60, verbose=0)
    losses = history.history["reconstruction"]
    assert losses[-1] < 0.75 * losses[0]


def test_each_player_gets_the_gradient_of_its_own_terms_alone() -> None:
    """The generator's terms change the decoder's gradient and leave the discriminator's alone."""
    model = sharpener()
    images, labels = drawings()

    def gradients(settings: Sharpening) -> tuple[list[np.ndarray], list[np.ndarray]]:
        model.settings = settings
        model.sampling.seed_generator.state.assign([1, 0])
        model.chance.state.assign([2, 0])
        with tf.GradientTape(persistent=True) as tape:
            loss = model.compute_loss(images, labels, model(images), training=False)
        critic = tape.gradient(loss, model.discriminator.trainable_variables)
        decoder = tape.gradient(loss, model.decoder.trainable_variables)
        as_arrays = [
            [np.asarray(tf.convert_to_tensor(g)) for g in group] for group in (critic, decoder)
        ]
        return as_arrays[0], as_arrays[1]

    widths = (4, 4, 4)
    full = gradients(Sharpening(widths=widths, prior_steps=2))
    quiet = gradients(
        Sharpening(widths=widths, prior_steps=2, adversarial_weight=0.0, feature_weight=0.0)
    )
    for one, other in zip(full[0], quiet[0], strict=True):
        assert np.allclose(one, other, atol=1e-5)
    assert any(np.abs(g).max() > 0 for g in full[0])
    assert any(
        not np.allclose(one, other, atol=1e-6) for one, other in zip(full[1], quiet[1], strict=True)
    )


def test_mixtures_stay_within_a_category() -> None:
    model = sharpener()
    labels = np.array([0, 0, 0, 1, 1, 1, 1, 0], np.int32)
    latents = np.repeat(labels[:, None].astype(np.float32), 6, axis=1)
    mixed, mixed_labels, same = map(np.asarray, model.mixtures(latents, labels))
    inside = same > 0
    assert inside.sum() == 6  # all but the two places where the categories meet
    assert np.allclose(mixed[inside], mixed_labels[inside, None], atol=1e-6)


def test_the_discriminator_is_told_the_category() -> None:
    critic = Discriminator(2, (4, 4, 4))
    critic.embedding.set_weights([np.array([[1] * 4, [-1] * 4], np.float32)])
    image = drawings(1)[0]
    _, as_first, _ = critic(image, np.array([0]))
    _, as_second, _ = critic(image, np.array([1]))
    assert not np.allclose(as_first, as_second)


def test_sharpening_trains_under_fit() -> None:
    model = sharpener()
    model.compile(optimizer=keras.optimizers.Adam(1e-3))
    images, labels = drawings(16)
    before = [keras.ops.convert_to_numpy(w) for w in model.encoder.weights]
    history = model.fit(images, labels, batch_size=8, epochs=2, verbose=0)
    assert np.isfinite(history.history["loss"]).all()
    for old, weight in zip(before, model.encoder.weights, strict=True):
        assert np.array_equal(old, keras.ops.convert_to_numpy(weight))


def refit(settings: Refitting) -> EncoderRefit:
    model = autoencoder()
    encoder = build_encoder(SMALL)
    encoder.set_weights(model.encoder.get_weights())
    spread = np.linspace(0.5, 2.0, 6, dtype=np.float32)
    return EncoderRefit(encoder, model.decoder, model.encoder, spread, settings)


def test_the_refit_counts_how_far_the_latents_moved_in_units_of_their_spread() -> None:
    images, labels = drawings()
    losses = {}
    for weight in (0.0, 2.0):
        model = refit(Refitting(kl_weight=0.0, stay_weight=weight))
        bias = model.encoder.get_layer("mean").bias
        bias.assign(bias + model.spread * np.arange(6))  # moved by 0, 1 ... 5 spreads
        losses[weight] = float(model.compute_loss(images, labels, model(images)))
    assert losses[2.0] - losses[0.0] == pytest.approx(2.0 * (0 + 1 + 4 + 9 + 16 + 25), rel=1e-3)


def test_the_refit_teaches_the_encoder_alone() -> None:
    model = refit(Refitting(kl_weight=0.0, stay_weight=0.0))
    model.compile(optimizer=keras.optimizers.Adam(1e-2))
    images, labels = drawings(4)
    parts = {"encoder": model.encoder, "decoder": model.decoder, "anchor": model.anchor}
    before = {name: part.get_weights() for name, part in parts.items()}
    history = model.fit(images, labels, batch_size=4, epochs=20, verbose=0)
    assert history.history["reconstruction"][-1] < history.history["reconstruction"][0]
    changed = {
        name: any(
            not np.array_equal(old, new)
            for old, new in zip(before[name], part.get_weights(), strict=True)
        )
        for name, part in parts.items()
    }
    assert changed == {"encoder": True, "decoder": False, "anchor": False}


def test_still_shapes_draw_the_same() -> None:
    from aemodel.bundle.from_atlas import with_still_shapes

    decoder = build_decoder(SMALL)
    latents = np.random.default_rng(0).standard_normal((3, 6)).astype(np.float32)
    for weight in decoder.weights:
        weight.assign(keras.random.normal(weight.shape, stddev=0.3, seed=3))
    assert np.allclose(with_still_shapes(decoder)(latents), decoder(latents), atol=1e-4)
