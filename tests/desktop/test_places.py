"""Ways on the map, neighbours of a place, and filters: the parts without a window."""

import json
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aemodel.errors import DataError
from desktop.map.domains import Domains
from desktop.map.filtering import toggled
from desktop.map.neighbours import density_of, nearest, nearest_kept, peaks, shares_at
from desktop.map.plane_path import PlanePath
from desktop.map.way_pen import WayPen
from desktop.state.doodle import Doodle
from desktop.state.origin import Blank
from desktop.state.way import MOST_POINTS, Way


def test_a_way_is_walked_at_an_even_pace() -> None:
    path = PlanePath([(0, 0), (3, 0), (3, 1)])
    assert path.length == 4
    assert path.at(1) == (1, 0) and path.at(3.5) == (3, 0.5)
    assert path.at(-1) == (0, 0) and path.at(9) == (3, 1)
    assert PlanePath([(2, 5)]).length == 0 and PlanePath([(2, 5)]).at(1) == (2, 5)


def test_smoothing_keeps_the_ends_and_takes_the_tremble() -> None:
    rng = np.random.default_rng(1)
    line = [(i / 10, float(rng.normal(0, 0.05))) for i in range(100)]
    path = PlanePath(line)
    smooth = path.smoothed(0.2)
    np.testing.assert_allclose(smooth.points[[0, -1]], path.points[[0, -1]])
    assert smooth.points[1:-1, 1].std() < 0.6 * path.points[1:-1, 1].std()
    assert len(PlanePath(line[:2]).smoothed(1).points) == 2


@pytest.fixture
def plane() -> SimpleNamespace:
    grids = np.zeros((2, 20, 40), np.float32)
    grids[0, 5, 10], grids[1, 15, 30] = 0.9, 0.6
    grids[0, 15, 30] = 0.2
    return SimpleNamespace(
        extent=(-2.0, 2.0, -1.0, 1.0), density=grids.max(0), category_density=grids
    )


def test_peaks_are_where_drawings_are_densest(plane) -> None:
    found = peaks(plane.density, plane.extent)
    np.testing.assert_allclose(sorted(found), [(-0.95, -0.45), (1.05, 0.55)])
    assert nearest(found, (1, 1), 1) == [found[1]]
    assert nearest(found, found[1], 2, apart=0.1) == [found[0]]


def test_a_place_is_shared_by_the_categories_there(plane) -> None:
    np.testing.assert_allclose(shares_at(plane, 1.05, 0.55), [0.25, 0.75], atol=1e-6)
    assert not shares_at(plane, 0, 0).any()
    assert not shares_at(plane, 99, 0).any()


def test_a_filter_leaves_only_its_categories(plane) -> None:
    assert density_of(plane, None) is plane.density
    dog = plane.category_density[1]
    np.testing.assert_allclose(density_of(plane, frozenset({1})), dog / dog.max())
    assert not density_of(plane, frozenset()).any()


def test_shares_are_those_of_what_is_shown(plane) -> None:
    np.testing.assert_allclose(shares_at(plane, 1.05, 0.55, frozenset({0})), [1, 0])
    assert not shares_at(plane, -0.95, -0.45, frozenset({1})).any()


def test_a_place_belongs_to_the_densest_category_shown_or_to_the_nearest(plane) -> None:
    places = [(-0.95, -0.45), (1.05, 0.55), (-0.9, -0.2), (1.9, 0.9), (9, 9)]
    assert Domains(plane, frozenset({0, 1})).at(places) == [0, 1, 0, 1, 1]
    assert Domains(plane, frozenset({0})).at(places) == [0] * 5
    assert Domains(plane, frozenset({1})).at(places) == [1] * 5


def test_a_way_comes_back_from_a_file() -> None:
    way = Way(((0.25, -1.0), (0.5, 2.0)), "m")
    assert Way.from_plain(json.loads(json.dumps(way.to_plain()))) == way
    for damaged in (None, {}, {"points": [[1]], "model": "m"}, {"points": [], "model": 3}):
        with pytest.raises(DataError):
            Way.from_plain(damaged)


def test_a_slip_of_the_pen_is_no_way() -> None:
    pen = WayPen()
    pen.set_point((0.0, 0.0))
    pen.set_point((0.0, 0.0))
    assert pen.finish(scale=100) is None and pen.busy
    pen.press((1.0, 1.0))
    pen.go_on((1.05, 1.0))
    assert pen.release(scale=100) is None and pen.points == [(0.0, 0.0)]
    pen.set_point((1.0, 0.0))
    way = pen.finish(scale=100)
    assert way is not None and way.length == pytest.approx(1) and not pen.busy


def test_a_very_long_way_has_no_more_points_than_a_file_takes() -> None:
    zigzag = [(i % 2, i / 1000) for i in range(20_000)]
    assert len(PlanePath(zigzag).smoothed(0.001).points) <= MOST_POINTS


def test_kept_doodles_come_nearest_first_and_without_the_current_one() -> None:
    doodles = [Doodle(Blank(), place=(x, 0.0), model="m") for x in (5.0, 1.0, 2.0)]
    other, nowhere = Doodle(Blank(), place=(0, 0), model="n"), Doodle(Blank(), model="m")
    kept = (*doodles, other, nowhere)
    assert nearest_kept(kept, "m", doodles[1], 5) == [doodles[2], doodles[0]]
    assert nearest_kept(kept, "m", doodles[1], 2) == [doodles[2]], "the others are far away"
    assert nearest_kept(kept, "m", nowhere, 5) == []


def test_the_first_click_singles_out() -> None:
    assert toggled(None, 2, 5) == {2}
    assert toggled(frozenset({2}), 3, 5) == {2, 3}
    assert toggled(frozenset({2}), 2, 5) is None


@given(st.integers(1, 6), st.lists(st.integers(0, 5), max_size=20))
def test_a_filter_never_hides_everything(count: int, clicks: list[int]) -> None:
    shown = None
    for click in clicks:
        shown = toggled(shown, click % count, count)
        assert shown is None or 0 < len(shown) < count
