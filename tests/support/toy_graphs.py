"""Small LiteRT graphs written directly, without TensorFlow, so that tests of bundles are quick."""

from collections.abc import Mapping

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import ArrayLike, NDArray

_TYPES = {np.dtype(np.float32): 0, np.dtype(np.float16): 1, np.dtype(np.int32): 2}


class GraphWriter:
    """Collects tensors and operations; methods return the index of the tensor that they make."""

    def __init__(self) -> None:
        self._tensors: list[schema.TensorT] = []
        self._buffers = [schema.BufferT()]
        self._operators: list[schema.OperatorT] = []
        self._codes: list[int] = []
        self._inputs: dict[str, int] = {}

    def input(self, name: str, shape: tuple[int, ...], dtype: str = "float32") -> int:
        """A tensor (n, *shape) that the caller sets."""
        self._inputs[name] = self._tensor(name, (-1, *shape), np.dtype(dtype))
        return self._inputs[name]

    def dense(self, source: int, weights: ArrayLike, bias: ArrayLike) -> int:
        """source (n, ...) flattened, times weights (units, inputs), plus bias (units,)."""
        weights = np.asarray(weights, np.float32)
        inputs = [source, self._constant(weights), self._constant(np.asarray(bias, np.float32))]
        options = schema.FullyConnectedOptionsT()
        return self._operate(9, inputs, (-1, len(weights)), 8, options)

    def logistic(self, source: int) -> int:
        """Element by element."""
        return self._operate(14, [source], tuple(self._tensors[source].shapeSignature))

    def softmax(self, source: int) -> int:
        """Over the last axis."""
        options = schema.SoftmaxOptionsT()
        options.beta = 1.0
        shape = tuple(self._tensors[source].shapeSignature)
        return self._operate(25, [source], shape, 9, options)

    def add(self, first: int, second: int) -> int:
        """Element by element; both have the same shape."""
        shape = tuple(self._tensors[first].shapeSignature)
        return self._operate(0, [first, second], shape, 11, schema.AddOptionsT())

    def reshape(self, source: int, shape: tuple[int, ...]) -> int:
        """To (n, *shape)."""
        options = schema.ReshapeOptionsT()
        options.newShape = [-1, *shape]
        wanted = self._constant(np.array([-1, *shape], np.int32))
        return self._operate(22, [source, wanted], (-1, *shape), 17, options)

    def finish(self, outputs: Mapping[str, int]) -> bytes:
        """The `.tflite` file with one signature."""
        graph = schema.SubGraphT()
        graph.tensors = self._tensors
        graph.operators = self._operators
        graph.inputs = list(self._inputs.values())
        graph.outputs = list(outputs.values())
        signature = schema.SignatureDefT()
        signature.signatureKey = b"serving_default"
        signature.inputs = [_named(name, index) for name, index in self._inputs.items()]
        signature.outputs = [_named(name, index) for name, index in outputs.items()]
        model = schema.ModelT()
        model.version = 3
        model.operatorCodes = [_code(code) for code in self._codes]
        model.subgraphs = [graph]
        model.buffers = self._buffers
        model.signatureDefs = [signature]
        builder = flatbuffers.Builder(1024)
        builder.Finish(model.Pack(builder), b"TFL3")
        return bytes(builder.Output())

    def _tensor(
        self, name: str, signature: tuple[int, ...], dtype: np.dtype, buffer: int = 0
    ) -> int:
        tensor = schema.TensorT()
        tensor.name = name.encode()
        tensor.shape = [abs(size) for size in signature]
        if -1 in signature:
            tensor.shapeSignature = list(signature)
        tensor.type = _TYPES[dtype]
        tensor.buffer = buffer
        self._tensors.append(tensor)
        return len(self._tensors) - 1

    def _constant(self, value: NDArray[np.generic]) -> int:
        buffer = schema.BufferT()
        buffer.data = np.frombuffer(value.tobytes(), np.uint8)
        self._buffers.append(buffer)
        name = f"constant{len(self._buffers)}"
        return self._tensor(name, value.shape, value.dtype, len(self._buffers) - 1)

    def _operate(
        self,
        code: int,
        inputs: list[int],
        signature: tuple[int, ...],
        options_type: int = 0,
        options: object = None,
    ) -> int:
        if code not in self._codes:
            self._codes.append(code)
        operator = schema.OperatorT()
        operator.opcodeIndex = self._codes.index(code)
        operator.inputs = inputs
        operator.outputs = [
            self._tensor(f"tensor{len(self._tensors)}", signature, np.dtype(np.float32))
        ]
        operator.builtinOptionsType = options_type
        operator.builtinOptions = options
        self._operators.append(operator)
        return operator.outputs[0]


def _named(name: str, index: int) -> schema.TensorMapT:
    entry = schema.TensorMapT()
    entry.name, entry.tensorIndex = name.encode(), index
    return entry


def _code(code: int) -> schema.OperatorCodeT:
    entry = schema.OperatorCodeT()
    entry.builtinCode = entry.deprecatedBuiltinCode = code
    entry.version = 1
    return entry


def dense_graph(source: str, result: str, weights: ArrayLike, bias: ArrayLike) -> bytes:
    """One dense layer from `source` (n, inputs) to `result` (n, units)."""
    weights = np.asarray(weights, np.float32)
    graph = GraphWriter()
    row = graph.input(source, (weights.shape[1],))
    return graph.finish({result: graph.dense(row, weights, bias)})
