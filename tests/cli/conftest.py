"""A toy model for the commands."""

import pytest
from toy_bundle import write_toy


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a toy that can do everything."""
    return str(write_toy(tmp_path_factory.mktemp("models") / "full", "full"))
