"""The streets of the plan before they are joined: lattice lines, main roads, bridges, crossings, paths and alleys."""

from dataclasses import dataclass
from random import Random

from .facility_rows import SALT_GARDEN
from .quarters import AVENUE_X, EDGE, PAVEMENT, QUARTERS, ROAD_Y, SIZE, qiantang
from .shapes import rounded
from .street_plan import CLASSES, CLOSED, CROSSINGS, FOOTBRIDGE_Y, NAMES, PATHS


@dataclass
class Street:
    points: list
    name: str | None
    highway: str
    bridge: str | None = None
    layer: int | None = None

    @property
    def level(self):
        return self.layer or 0


def streets():
    plan = []
    for key in NAMES:
        plan += _lattice(key)
    plan += _main_roads() + _bridges() + _footbridge()
    for key, name, highway, stops in PATHS:
        plan.append(Street(QUARTERS[key].path(*stops, step=0.2), name, highway))
    return plan + _to_parks() + _alleys()


def _to_parks():
    """Paths that end exactly at the edge of a park, on a vertex the two share."""
    quarter = QUARTERS["B"]
    return [Street([quarter.point(3.5, 2), quarter.front(*SALT_GARDEN)], "盐仓园小径", "footway")]


def _lattice(key):
    quarter, (u_names, v_names) = QUARTERS[key], NAMES[key]
    plan = []
    for i, name in enumerate(u_names):
        for j in range(quarter.rows if name else 0):
            if not _closed(key, i, j + 0.5):
                plan.append(Street(quarter.path((i, j), (i, j + 1)), name, _class(key, name)))
    for j, name in enumerate(v_names):
        for i in range(quarter.columns if name else 0):
            if not _closed(key, i + 0.5, j):
                plan.append(Street(quarter.path((i, j), (i + 1, j)), name, _class(key, name)))
    return plan


def _class(key, name):
    return "pedestrian" if name.endswith("岸") else CLASSES[key]


def _closed(key, i, j):
    return any(i0 < i < i1 and j0 < j < j1 for i0, i1, j0, j1 in CLOSED[key])


def _main_roads():
    low, high = EDGE, SIZE - EDGE
    west, east = AVENUE_X - PAVEMENT, AVENUE_X + PAVEMENT
    plan = [
        Street(_straight((low, ROAD_Y), (high, ROAD_Y)), "云泽路", "secondary"),
        Street(_straight((AVENUE_X, low), (AVENUE_X, high)), "青澜大道", "primary"),
        Street(_straight((west, low), (west, high)), "青澜大道西侧人行道", "footway"),
        Street(_straight((east, low), (east, high)), "青澜大道东侧人行道", "footway"),
    ]
    for y in CROSSINGS:
        plan.append(Street([(west, y), (east, y)], "青澜大道人行横道", "footway"))
    return plan


def _straight(a, b):
    shares = [k / 20 for k in range(21)]
    return [rounded((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)) for t in shares]


def _bridges():
    a, b, c, h = QUARTERS["A"], QUARTERS["B"], QUARTERS["C"], QUARTERS["H"]
    plan = [Street([b.point(i, 5), a.point(i, 0)], name, "living_street")
            for i, name in ((0, "西畴桥"), (2, "书带桥"), (5, "染坊桥"), (7, "前塘口桥"))]
    for start, name in ((a.point(7, 2), "听芦桥"), (c.point(3, 2), "望渔桥")):
        plan.append(Street([start, rounded((qiantang(start[1]) + 23, start[1]))], name, "pedestrian"))
    top = h.point(3, 0)
    k = QUARTERS["K"]
    foot = min((k.point(3 + t / 200, 3) for t in range(200)), key=lambda p: abs(p[0] - top[0]))
    plan.append(Street([top, foot], "桑园桥", "residential"))
    return plan


def _footbridge():
    """Steps up from either pavement and a deck over the avenue: lines that cross it and are not joined to it."""
    west, east, y = AVENUE_X - PAVEMENT, AVENUE_X + PAVEMENT, FOOTBRIDGE_Y
    name = "荷风天桥"
    return [
        Street([(west, y - 24), (west - 5, y - 20), (west - 5, y)], name, "steps"),
        Street([(west - 5, y), (east + 5, y)], name, "footway", "yes", 1),
        Street([(east + 5, y), (east + 5, y - 20), (east, y - 24)], name, "steps"),
    ]


def _alleys():
    """Dead-end alleys inside the old cells, some with a bend."""
    random, plan = Random(29), []
    taken = {("A", 2, 2), ("A", 6, 4), ("B", 3, 2), ("B", 3, 0)}
    for key in ("A", "B"):
        quarter = QUARTERS[key]
        for i in range(quarter.columns):
            for j in range(quarter.rows):
                draw, f, depth, bend = (random.random() for _ in range(4))
                if (key, i, j) in taken or _closed_cell(key, i, j) or draw > 0.8:
                    continue
                plan += _alley(key, i, j, 0.3 + 0.4 * f, 0.4 + 0.25 * depth, bend)
    return plan


def _closed_cell(key, i, j):
    return any(i0 <= i < i1 and j0 <= j < j1 for i0, i1, j0, j1 in CLOSED[key])


def _alley(key, i, j, f, depth, bend):
    quarter = QUARTERS[key]
    sideways = 0.25 if f < 0.5 else -0.25
    from_south = bend < 0.5 and not (key == "B" and j == 0)
    mouth, end = (j, j + depth) if from_south else (j + 1, j + 1 - depth)
    stops = [(i + f, mouth), (i + f, end)]
    if 0.3 < bend < 0.7:
        stops.append((i + f + sideways, end))
    return [Street(quarter.path(*stops, step=0.6), None, "footway")]
