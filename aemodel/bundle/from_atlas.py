"""What an `atlas` run puts into its bundle beyond its map. Needs TensorFlow."""

import itertools
from typing import Any

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from aemodel.bundle.checks import SIDE
from aemodel.bundle.convert import EightBits, GraphSpec
from aemodel.bundle.denoiser import DENOISER, INPUTS, OUTPUTS
from aemodel.bundle.flow import VELOCITY, WEAK
from aemodel.bundle.judge import INPUTS as JUDGED
from aemodel.bundle.judge import JUDGE
from aemodel.bundle.judge import OUTPUTS as GRADES
from aemodel.models.denoiser import Denoiser
from aemodel.priors.flow import FlowPrior
from aemodel.training.run import TrainedRun

PRIOR_STEPS = 6
"""Of the shipped prior: more do not change the metrics."""
GUIDANCE, WEAK_GUIDANCE, GUIDANCE_FROM, NOISE_SCALE = 2.0, 1.8, 0.25, 1.15
"""Chosen on the validation side, see aemodel/models/atlas.md."""
CANDIDATES, GOOD_ENOUGH, CANDIDATE_TEMPERATURE = 8, 0.45, 1.1
"""See `Judge`. Chosen on the validation side, see models/atlas.md."""
EXAMPLES = 256


def atlas_parts(run: TrainedRun) -> dict[str, Any]:
    """What the bundle of an `atlas` run holds beyond its map; see `export_bundle`.

    All weights are rounded to 16 bits before they are compared with LiteRT, so that the graphs
    hold exactly the numbers of the Keras models; the metrics are measured on what is shipped.
    """
    for model in run.models.values():
        for weight in model.weights:
            weight.assign(ops.convert_to_numpy(weight).astype(np.float16).astype(weight.dtype))
    prior, head, decoder = (run.models[name] for name in ("prior", "head", "sharpen"))
    still = with_still_shapes(decoder)
    quantiles = -run.arrays["head"]["typicality"][::-1]
    statistics = {name: ops.convert_to_numpy(getattr(prior, name)) for name in ("centre", "spread")}
    return {
        "encoder": run.models["refit"],
        "decoder": lambda latent: ops.sigmoid(still(latent)),
        # A third of the time, and the metrics do not move.
        "decoder_int8": EightBits(tolerance=0.005, on_average=True),
        "head": lambda latent: ops.softmax(head(latent)),
        "prior": {
            "kind": "flow",
            "steps": PRIOR_STEPS,
            "guidance": GUIDANCE,
            "weak_guidance": WEAK_GUIDANCE,
            "guidance_from": GUIDANCE_FROM,
            "noise_scale": NOISE_SCALE,
            "candidates": CANDIDATES,
            "good_enough": GOOD_ENOUGH,
            "candidate_temperature": CANDIDATE_TEMPERATURE,
        },
        "refinement": run.settings.config.refinement,
        "graphs": {
            VELOCITY: _velocity_graph(prior),
            WEAK: _velocity_graph(run.models["weak"]),
            DENOISER: _denoiser_graph(run.models["denoiser"]),
            JUDGE: judge_graph(run.models["judge"], len(run.categories)),
        },
        "arrays": {"prior.npz": statistics, "typicality.npz": {"quantiles": quantiles}},
    }


def _velocity_graph(prior: FlowPrior) -> GraphSpec:
    """The network of a flow prior; the runtime integrates it."""

    def velocity(latent: Any, time: Any, category: Any, place: Any, known: Any) -> dict[str, Any]:
        category = ops.cast(ops.round(category), "int32")
        return {"velocity": prior.velocity(latent, time, category, place, known)}

    rng, size = np.random.default_rng(0), prior.latent_size
    examples = {
        "latent": rng.standard_normal((EXAMPLES, size)),
        "time": rng.random(EXAMPLES),
        "category": rng.integers(0, prior.categories + 1, EXAMPLES),
        "place": rng.uniform(-1, 1, (EXAMPLES, 2)),
        "known": rng.integers(0, 2, EXAMPLES),
    }
    return GraphSpec(
        velocity,
        {"latent": (size,), "time": (), "category": (), "place": (2,), "known": ()},
        {"velocity": (size,)},
        {name: values.astype(np.float32) for name, values in examples.items()},
        int8=EightBits(),  # many calls a sample; the metrics do not move
    )


def _denoiser_graph(denoiser: Denoiser) -> GraphSpec:
    """The network of the denoiser, whatever the category; the runtime integrates it."""

    def logits(noisy: Any, previous: Any, time: Any) -> dict[str, Any]:
        anything = ops.full_like(time, denoiser.categories, dtype="int32")
        return {"logits": denoiser(noisy[..., None], previous[..., None], time, anything)[..., 0]}

    rng = np.random.default_rng(0)
    shape = (EXAMPLES, SIDE, SIDE)
    time = rng.random(EXAMPLES)
    ink = 2.0 * (rng.random(shape) < 0.2) - 1.0
    mixed = (1 - time[:, None, None]) * rng.standard_normal(shape) + time[:, None, None] * ink
    examples = {
        "noisy": mixed,
        "previous": ink * rng.integers(0, 2, (EXAMPLES, 1, 1)),
        "time": time,
    }
    return GraphSpec(
        logits,
        INPUTS,
        OUTPUTS,
        {name: values.astype(np.float32) for name, values in examples.items()},
        int8=EightBits(),  # what it cleans does not move
    )


def judge_graph(judge: keras.Model, categories: int) -> GraphSpec:
    """The grades that a judge gives to a picture and to its mirror image, on average."""

    def grade(image: Any, category: Any) -> dict[str, Any]:
        asked, seen = ops.cast(ops.round(category), "int32"), image[..., None]
        both = [judge([way, asked])["grade"] for way in (seen, ops.flip(seen, axis=2))]
        return {"grade": (both[0] + both[1]) / 2}

    rng = np.random.default_rng(0)
    examples = {
        "image": rng.random((EXAMPLES, SIDE, SIDE)) < 0.2,
        "category": rng.integers(0, categories, EXAMPLES),
    }
    return GraphSpec(
        grade,
        JUDGED,
        GRADES,
        {name: values.astype(np.float32) for name, values in examples.items()},
        int8=EightBits(),  # grades move by less than a hundredth
    )


class SubPixelUpsampling(keras.layers.Layer):
    """A 4x4 transposed convolution of stride 2 as 2x2 convolutions and a depth-to-space move
    (Shi et al., arXiv:1609.05158): the same function, but of a shape that a graph can know.

    Output pixel (2 i + a, 2 j + b) is made of the inputs in rows i + a - 1, i + a and columns
    j + b - 1, j + b. So one 2x2 convolution of the picture, padded by one, gives all four phases,
    each of them a pixel further to the right or down than the one before.

    `kernel` (4, 4, out, in) and `bias` (out,) are those of the transposed convolution.
    """

    TAPS = ((3, 1), (2, 0))
    """By phase: the rows (or columns) of the kernel that meet the first and the second input."""

    def __init__(self, kernel: NDArray[np.float32], bias: NDArray[np.float32]) -> None:
        super().__init__()
        self.outputs = len(bias)
        phases = [kernel[np.ix_(rows, columns)] for rows in self.TAPS for columns in self.TAPS]
        self.kernel = np.concatenate(phases, axis=2).transpose(0, 1, 3, 2)
        self.bias = np.tile(bias, 4)

    def call(self, inputs: Any) -> Any:
        import tensorflow as tf

        height, width = inputs.shape[1:3]
        padded = tf.pad(inputs, [[0, 0], [1, 1], [1, 1], [0, 0]])
        every = tf.split(tf.nn.conv2d(padded, self.kernel, 1, "VALID") + self.bias, 4, axis=-1)
        shifted = [
            phase[:, a : a + height, b : b + width]
            for phase, (a, b) in zip(every, itertools.product((0, 1), repeat=2), strict=True)
        ]
        return tf.nn.depth_to_space(tf.concat(shifted, axis=-1), 2)

    def compute_output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        rows, height, width, _ = input_shape
        return rows, 2 * height, 2 * width, self.outputs


def with_still_shapes(decoder: keras.Model) -> keras.Model:
    """The decoder without operations whose output shape LiteRT learns only while running.

    LiteRT 2 with XNNPACK answers the second call of such a graph from stale memory, for some
    batch sizes (seen with 2.0 to 2.3).
    """

    def still(layer: keras.layers.Layer) -> keras.layers.Layer:
        if isinstance(layer, keras.layers.Conv2DTranspose):
            return SubPixelUpsampling(*layer.get_weights())
        if isinstance(layer, keras.layers.Reshape):
            return keras.layers.Lambda(lambda x: ops.reshape(x, (-1, *layer.target_shape)))
        return layer

    return keras.models.clone_model(decoder, clone_function=still)
