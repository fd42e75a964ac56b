"""Learning rates, clipping and the average of the weights."""

import keras
import numpy as np
import pytest

from aemodel.errors import TrainingError
from aemodel.training.config import Optimisation
from aemodel.training.optimisers import averaged_weights, compile_model, learning_rate


def scalar_model() -> keras.Model:
    class Scalar(keras.Model):
        """Its weight is pulled by the batch: loss = weight * x."""

        def __init__(self) -> None:
            super().__init__()
            self.weight = self.add_weight(shape=(), initializer="zeros", name="weight")
            self.built = True

        def call(self, inputs):
            return self.weight * inputs

        def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
            return keras.ops.mean(y_pred)

    return Scalar()


def test_cosine_with_warm_up():
    settings = Optimisation(epochs=10, learning_rate=0.5, schedule="cosine", warmup_epochs=2)
    rate = learning_rate(settings, steps_per_epoch=10)
    assert float(rate(0)) == pytest.approx(0)
    assert float(rate(10)) == pytest.approx(0.25)
    assert float(rate(20)) == pytest.approx(0.5)
    assert float(rate(60)) == pytest.approx(0.25)
    assert float(rate(100)) == pytest.approx(0, abs=1e-6)


def test_warm_up_to_a_constant():
    rate = learning_rate(Optimisation(epochs=10, learning_rate=0.5, warmup_epochs=1), 10)
    assert [float(rate(step)) for step in (0, 5, 10, 99)] == pytest.approx([0, 0.25, 0.5, 0.5])


def test_gradients_are_clipped():
    model = scalar_model()
    compile_model(model, Optimisation(optimizer="sgd", learning_rate=1.0, clip_norm=0.5), 1)
    model.fit(np.full((1, 1), 100.0), verbose=0)
    assert float(model.weight.value) == pytest.approx(-0.5)


def test_the_average_is_swapped_in_and_out_again():
    model = scalar_model()
    compile_model(model, Optimisation(optimizer="sgd", learning_rate=1.0, ema=0.75), 1)
    model.fit(np.ones((4, 1)), batch_size=1, verbose=0)
    average, weight = None, 0.0
    for _ in range(4):
        weight -= 1.0
        average = weight if average is None else 0.75 * average + 0.25 * weight
    assert float(model.weight.value) == pytest.approx(-4)  # not overwritten at the end of `fit`
    with averaged_weights([model.optimizer]):
        assert float(model.weight.value) == pytest.approx(average)
    assert float(model.weight.value) == pytest.approx(-4)


@pytest.mark.parametrize(
    "settings", [Optimisation(optimizer="magic"), Optimisation(schedule="sawtooth")]
)
def test_unknown_names_are_refused(settings: Optimisation):
    with pytest.raises(TrainingError, match="is unknown; choose"):
        compile_model(scalar_model(), settings, 1)
