"""Configurations: saving, reading, overriding."""

import json
from dataclasses import FrozenInstanceError, replace

import pytest

from aemodel.errors import TrainingError
from aemodel.training.config import Optimisation, VAEConfig, from_json, override, to_json
from aemodel.training.kinds import MODULES, find_kind


@pytest.mark.parametrize("kind", MODULES)
def test_every_preset_survives_json_and_names_its_stages(kind: str):
    found = find_kind(kind)
    assert found.name == kind
    for config in found.presets.values():
        assert from_json(found.config_class, json.loads(json.dumps(to_json(config)))) == config
        for stage in found.stages:
            assert isinstance(getattr(config, stage.name), Optimisation)


def test_the_article_s_preset_is_the_default():
    for kind in ("ae", "vae"):
        name, config = next(iter(find_kind(kind).presets.items()))
        assert name == "article"
        assert config.autoencoder.epochs == 20
        assert config.architecture.filters == (16, 32, 64)
        assert not config.augment


def test_configurations_are_frozen():
    with pytest.raises(FrozenInstanceError):
        VAEConfig().augment = True  # type: ignore[misc]


def test_override_sets_nested_fields_and_nothing_else():
    config = override(VAEConfig(), "autoencoder.learning_rate", "0.01")
    config = override(config, "autoencoder.patience", "3")
    config = override(config, "architecture.filters", "[8, 8, 16]")
    config = override(config, "augment", "true")
    config = override(config, "autoencoder.optimizer", "adam")
    default = VAEConfig()
    assert config == replace(
        default,
        architecture=replace(default.architecture, filters=(8, 8, 16)),
        augment=True,
        autoencoder=replace(default.autoencoder, learning_rate=0.01, patience=3, optimizer="adam"),
    )
    assert override(config, "autoencoder.patience", "null").autoencoder.patience is None


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("autoencoder.epoch", "3", "no setting 'autoencoder.epoch'"),
        ("nothing", "3", "no setting 'nothing'"),
        ("augment.deeper", "3", "no setting 'augment.deeper'"),
        ("autoencoder.epochs", "many", "autoencoder.epochs is 'many', which is no int"),
        ("autoencoder.epochs", "1.5", "which is no int"),
        ("autoencoder.epochs", "true", "which is no int"),
        ("architecture.filters", "[1, 2]", "architecture.filters"),
        ("autoencoder", "3", "autoencoder"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str, words: str):
    with pytest.raises(TrainingError, match=words.replace(".", r"\.")):
        override(VAEConfig(), name, value)


def test_a_configuration_of_another_version_is_refused():
    values = to_json(VAEConfig())
    values["colour"] = "red"
    with pytest.raises(TrainingError, match="colour"):
        from_json(VAEConfig, values)


def test_an_unknown_kind_is_refused_with_a_suggestion():
    with pytest.raises(TrainingError, match="Did you mean 'vae'"):
        find_kind("vea")
