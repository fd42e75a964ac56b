"""Converts functions of TensorFlow tensors to LiteRT graphs, and compares the two.

Needs TensorFlow, which it imports inside its functions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from aemodel.bundle.checks import Floats
from aemodel.bundle.graphs import Graph, Shape
from aemodel.errors import BundleError

Precision = Literal["half", "single"]
Stored = Literal["half", "single", "int8"]
TOLERANCE: Mapping[Stored, float] = {"half": 1e-3, "single": 1e-5, "int8": 0.05}
"""Largest absolute difference allowed between LiteRT and Keras; see `Agreement.allowed`."""

CHECK_ROWS = 213  # batches of all sizes: 64, 16, 4 and 1
CHECK_ROUNDS = 3


@dataclass(frozen=True)
class EightBits:
    """What a graph bears that is stored in 8 bits: a difference as in TOLERANCE, or on average over
    all outputs, for pictures: at the rims of lines a few grey levels are steep."""

    tolerance: float = TOLERANCE["int8"]
    on_average: bool = False


@dataclass(frozen=True)
class GraphSpec:
    """A graph to export.

    `function` takes tensors by the names of `inputs` and returns a dict of tensors by the names
    of `outputs`; both map a name to the shape of one row. `examples` are the inputs on which
    LiteRT and the function have to agree.

    Where half precision is asked for, `int8` stores weights in 8 bits and rounds the inputs of each
    layer to as many ("dynamic range quantisation"): half the size, several times the speed, and an
    error of a few per cent, for graphs that can bear it.
    """

    function: Callable[..., Mapping[str, Any]]
    inputs: Mapping[str, Shape]
    outputs: Mapping[str, Shape]
    examples: Mapping[str, Floats]
    int8: EightBits | None = None


@dataclass(frozen=True)
class Agreement:
    """How far a graph is from its Keras model: the largest absolute `difference` over all checked
    outputs (or the mean, see `EightBits`), the largest absolute output, `magnitude`, and the
    `tolerance` of the difference."""

    precision: Stored
    difference: float
    magnitude: float
    tolerance: float

    @property
    def allowed(self) -> float:
        """The tolerance; except at half precision in units of the largest output where that is
        over 1 (unbounded latents), because 32-bit and 8-bit numbers themselves are no finer."""
        unit = 1.0 if self.precision == "half" else max(1.0, self.magnitude)
        return self.tolerance * unit

    @property
    def holds(self) -> bool:
        """Whether the graph may be shipped; never with values that are not numbers."""
        return self.difference <= self.allowed


def convert(file: str, spec: GraphSpec, precision: Stored) -> tuple[bytes, Agreement]:
    """The LiteRT graph of a function at half, single or int8 precision, and how well it agrees
    with that function."""
    import tensorflow as tf

    names = list(spec.inputs)
    signature = [tf.TensorSpec((None, *spec.inputs[name]), tf.float32, name) for name in names]

    def call(*values: Any) -> dict[str, Any]:
        results = spec.function(**dict(zip(names, values, strict=True)))
        return {
            name: tf.ensure_shape(results[name], (None, *shape))
            for name, shape in spec.outputs.items()
        }

    module = tf.Module()
    module.call = tf.function(call, input_signature=signature)
    concrete = module.call.get_concrete_function()
    module.weights = concrete.variables  # what the converter freezes into the graph
    converter = tf.lite.TFLiteConverter.from_concrete_functions([concrete], module)
    if precision != "single":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
    if precision == "half":
        converter.target_spec.supported_types = [tf.float16]
    content = bytes(converter.convert())
    graph = Graph(file, content, spec.inputs, spec.outputs)
    rows = {name: value[:CHECK_ROWS] for name, value in spec.examples.items()}
    expected = spec.function(**{name: tf.constant(value) for name, value in rows.items()})
    # Every interpreter is asked several times, for other rows each time: one that keeps something
    # from call to call is not to be shipped.
    pairs = []
    for shift in range(CHECK_ROUNDS):
        found = graph(**{name: np.roll(value, 17 * shift, axis=0) for name, value in rows.items()})
        pairs += [
            (found[name], np.roll(expected[name], 17 * shift, axis=0)) for name in spec.outputs
        ]
    bits = spec.int8 if precision == "int8" else None
    differences = [np.abs(got - due) for got, due in pairs]
    measure = np.mean if bits is not None and bits.on_average else np.max
    return content, Agreement(
        precision,
        max(float(measure(difference)) for difference in differences),
        max(float(np.abs(due).max()) for _, due in pairs),
        TOLERANCE[precision] if bits is None else bits.tolerance,
    )


def convert_within(
    file: str, spec: GraphSpec, precision: Precision
) -> tuple[bytes, dict[str, Any]]:
    """The graph at the asked precision, or at the next finer one where that loses too much, and its
    record."""
    steps: list[Stored] = ["single"]
    if precision == "half":
        steps = ["int8", "half", "single"] if spec.int8 else ["half", "single"]
    for step in steps:
        content, agreement = convert(file, spec, step)
        if agreement.holds:
            break
    if not agreement.holds:
        raise BundleError(
            f"{file} differs from its Keras model by {agreement.difference:.2g}, more than the "
            f"{agreement.allowed:.2g} allowed at {agreement.precision} precision; "
            "it was not exported."
        )
    return content, {
        "precision": agreement.precision,
        "difference": float(f"{agreement.difference:.3g}"),
    }
