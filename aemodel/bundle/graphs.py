"""Runs one LiteRT graph for any number of rows, from any thread.

A graph takes and returns float32 tensors whose first dimension is the batch. Batches are cut into
the sizes 64, 16, 4 and 1 (a rest of 2 or 3 is padded to 4), so that at most four interpreters
exist for a graph, whatever the callers ask for; each is made when first needed, kept, and guarded
by its own lock, so that one drawing in the window never waits for a sheet of samples elsewhere.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from ai_edge_litert.interpreter import Interpreter, OpResolverType

from aemodel.bundle.checks import Floats
from aemodel.errors import BundleError

BATCH_SIZES = (64, 16, 4, 1)
Shape = tuple[int, ...]


def chunks(rows: int) -> Iterator[tuple[int, int]]:
    """Cut `rows` into (batch size, rows used of it), largest batches first.

    >>> list(chunks(87))
    [(64, 64), (16, 16), (4, 4), (4, 3)]
    """
    while rows > 0:
        size = 4 if rows in (2, 3) else next(size for size in BATCH_SIZES if size <= rows)
        yield size, min(rows, size)
        rows -= size


class _Batch:
    """An interpreter allocated for one batch size."""

    def __init__(self, content: bytes, inputs: Mapping[str, Shape], size: int) -> None:
        self.lock = threading.Lock()
        self._interpreter: Any = Interpreter(model_content=content, num_threads=1)
        runner = _signature(self._interpreter)
        wanted = runner.get_input_details()
        self._inputs = [int(wanted[name]["index"]) for name in inputs]
        self._outputs = {
            name: int(detail["index"]) for name, detail in runner.get_output_details().items()
        }
        del runner  # an interpreter refuses to resize while anything else refers to it
        for index, shape in zip(self._inputs, inputs.values(), strict=True):
            self._interpreter.resize_tensor_input(index, (size, *shape))
        self._interpreter.allocate_tensors()

    def __call__(self, values: Sequence[Floats]) -> dict[str, Floats]:
        for index, value in zip(self._inputs, values, strict=True):
            self._interpreter.set_tensor(index, value)
        self._interpreter.invoke()
        return {name: self._interpreter.get_tensor(i) for name, i in self._outputs.items()}


class Graph:
    """One `.tflite` graph with named inputs and outputs.

    `inputs` and `outputs` give the shape of one row of each tensor, by name; `optional` names
    outputs that the graph may lack. Raises BundleError where the graph is of another form, or
    holds a weight that is not finite.
    """

    def __init__(
        self,
        name: str,
        content: bytes,
        inputs: Mapping[str, Shape],
        outputs: Mapping[str, Shape],
        optional: Sequence[str] = (),
    ) -> None:
        self.name = name
        self._content = content
        self._inputs = dict(inputs)
        try:
            present = _inspect(name, content, self._inputs, outputs)
        except (ValueError, RuntimeError) as error:
            raise BundleError(f"{name} is not a LiteRT graph that runs here: {error}.") from error
        absent = [o for o in outputs if o not in present and o not in optional]
        if absent:
            raise BundleError(f"{name} lacks its output {absent[0]!r}.")
        self.outputs = {o: outputs[o] for o in outputs if o in present}
        self._batches: dict[int, _Batch] = {}
        self._making = threading.Lock()

    def __call__(self, **values: Floats) -> dict[str, Floats]:
        """Run the graph: float32 (n, ...) by input name -> float32 (n, ...) by output name.

        Any n, 0 included. Raises BundleError where an output is not finite or of another shape.
        """
        arrays = [np.ascontiguousarray(values[name], np.float32) for name in self._inputs]
        rows = len(arrays[0])
        results = {o: np.empty((rows, *shape), np.float32) for o, shape in self.outputs.items()}
        start = 0
        for size, used in chunks(rows):
            part = [_padded(array[start : start + used], size) for array in arrays]
            batch = self._batch(size)
            with batch.lock:
                produced = batch(part)
            for output, result in results.items():
                value = produced[output]
                if value.shape != (size, *result.shape[1:]):
                    raise BundleError(
                        f"{self.name} returned {output} of shape {value.shape} where "
                        f"{(size, *result.shape[1:])} was due."
                    )
                if not np.isfinite(value).all():
                    raise BundleError(f"{self.name} returned {output} that is not finite.")
                result[start : start + used] = value[:used]
            start += used
        return results

    def _batch(self, size: int) -> _Batch:
        batch = self._batches.get(size)
        if batch is None:
            with self._making:
                batch = self._batches.get(size)
                if batch is None:
                    try:
                        batch = _Batch(self._content, self._inputs, size)
                    except (ValueError, RuntimeError) as error:
                        raise BundleError(f"{self.name} does not run here: {error}.") from error
                    self._batches[size] = batch
        return batch


def _padded(rows: Floats, size: int) -> Floats:
    if len(rows) == size:
        return rows
    return np.concatenate([rows, np.repeat(rows[-1:], size - len(rows), axis=0)])


def _signature(interpreter: Any) -> Any:
    names = list(interpreter.get_signature_list())
    if len(names) != 1:
        raise ValueError(f"it has {len(names)} signatures instead of one")
    return interpreter.get_signature_runner(names[0])


def _inspect(
    name: str, content: bytes, inputs: Mapping[str, Shape], outputs: Mapping[str, Shape]
) -> set[str]:
    """Check the graph's form without running it; the names of the outputs that it has."""
    interpreter: Any = Interpreter(
        model_content=content,
        num_threads=1,
        experimental_op_resolver_type=OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
    )
    runner = _signature(interpreter)
    found_inputs = runner.get_input_details()
    if set(found_inputs) != set(inputs):
        raise BundleError(f"{name} takes {sorted(found_inputs)} instead of {sorted(inputs)}.")
    found_outputs = runner.get_output_details()
    for kind, expected, details in (
        ("input", inputs, found_inputs),
        ("output", outputs, found_outputs),
    ):
        for tensor, shape in expected.items():
            if tensor not in details:
                continue
            detail = details[tensor]
            found = tuple(int(size) for size in detail["shape_signature"])
            fits = len(found) == len(shape) + 1 and all(
                actual in (-1, due) for actual, due in zip(found[1:], shape, strict=True)
            )
            if not fits or detail["dtype"] != np.float32:
                raise BundleError(
                    f"{name} has the {kind} {tensor} of shape {found} and type "
                    f"{np.dtype(detail['dtype'])} where float32 (n, "
                    f"{', '.join(str(size) for size in shape)}) is due."
                )
    for detail in interpreter.get_tensor_details():
        if np.issubdtype(detail["dtype"], np.floating):
            try:
                weights = interpreter.get_tensor(detail["index"])
            except ValueError:  # not a weight: it has no content before the graph runs
                continue
            if not np.isfinite(weights).all():
                raise BundleError(f"{name} holds weights that are not finite.")
    return set(found_outputs)
