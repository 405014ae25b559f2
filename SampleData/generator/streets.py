"""The streets of the plan before they are joined: lattice lines, main roads, bridges, crossings, paths and alleys."""

from dataclasses import dataclass
from random import Random

from .facility_rows import SALT_GARDEN
from .quarters import AVENUE_X, EDGE, PAVEMENT, QUARTERS, ROAD_Y, SIZE, qiantang
from .shapes import rounded


@dataclass
class Street:
    points: list
    name: str
    highway: str
    bridge: str = None
    layer: int = None

    @property
    def level(self):
        return self.layer or 0


# Names of the lattice lines, west to east (u) and south to north (v); None where the line is not a street of its own.
NAMES = {
    "A": (["西园街", "竹笆弄", "书带巷", "石榴街", "磨坊弄", "染坊弄", "灯草巷", "前塘西岸"],
          ["上塘街", "百花弄", "醋坊桥弄", "学士里", "晒布场", "北园路"]),
    "B": (["西园街", "铁瓶弄", "书带巷", "石榴街", "萧家浜弄", "染坊弄", "灯草巷", "前塘西岸"],
          [None, "泰和弄", "乌衣里", "绣线弄", "盐仓巷", "下塘街"]),
    "C": (["西园街", "梅巷路", "荷香路", "前塘西岸"],
          ["南园路", "杨枝街", "桑园街", "里河街", "纺工街", "苗圃路", None]),
    "D": (["前塘东岸", "菱塘街", None], [None, "枫渚街", "白莲街", "采莲街", "莲花街", "北园路"]),
    "E": (["前塘东岸", "菱塘街", None], ["横泾北岸", "木杏街", None]),
    "F": (["前塘东岸", "船厂路", None], ["南园路", "船坞街", "汇湖路", None]),
    "G": ([None, "星桂路", "望湖路", "东盛路"], [None, "翠微街", "景澜街", "映月街", "北园路"]),
    "H": ([None, "水杉街", "星桂路", "望湖路", "东盛路"], ["横泾北岸", "木杏街", None]),
    "K": ([None, "红蓼街", "芦荡街", "桑麻路", None], ["南园路", "农科街", "汇湖路", "横泾南岸"]),
}
CLASSES = {"A": "living_street", "B": "living_street", "C": "residential", "D": "residential", "E": "residential",
           "F": "residential", "G": "tertiary", "H": "residential", "K": "residential"}
BANKS = ("岸",)

# Lattice rectangles (i0, i1, j0, j1) no street passes through: compounds, campuses and the fields in the south-east.
CLOSED = {
    "A": [(5, 7, 3, 4), (0, 2, 3, 4)],
    "B": [(4, 6, 0, 1)],
    "C": [(0, 2, 2, 4), (1, 2, 0, 2), (2, 3, 1, 2)],
    "D": [(0, 1, 2, 3)],
    "E": [],
    "F": [(0, 1, 0, 2)],
    "G": [(2, 3, 0, 2)],
    "H": [(0, 1, 0, 2)],
    "K": [(3, 4.1, -0.1, 2.9), (0, 1, 1, 3)],
}

# Paths inside parks and campuses: quarter, name, class, lattice stops; the ends are joined to the streets they reach.
PATHS = [
    ("A", "书带园小径", "footway", [(2, 2.5), (3, 2.5)]),
    ("A", "晒布场小径", "footway", [(6.5, 4), (6.5, 5)]),
    ("C", "校前弄", "service", [(1, 4), (1, 3.1)]),
    ("C", "操场小径", "footway", [(1, 3.1), (1.24, 3.1), (1.24, 2.93)]),
    ("C", "荷香园小径", "footway", [(2, 1.62), (2.5, 1.62), (2.72, 1.47), (3, 1.47)]),
    ("C", "荷香园小径", "footway", [(2.5, 1.62), (2.5, 2)]),
    ("D", "白莲园步道", "footway", [(0, 2.5), (0.45, 2.55), (1, 2.42)]),
    ("D", "白莲园步道", "footway", [(0.45, 2.55), (0.5, 3)]),
    ("D", "白莲园步道", "footway", [(0.45, 2.55), (0.55, 2)]),
    ("G", "中央绿轴", "footway", [(1.5, 0), (1.5, 0.66), (1.5, 1)]),
    ("G", "中央绿轴", "footway", [(1, 0.62), (1.5, 0.66), (2, 0.6)]),
    ("G", "校前步道", "footway", [(1.5, 1), (1.5, 1.3)]),
    ("H", "水岸步道", "footway", [(1.5, 0), (1.45, 0.5), (1.5, 1)]),
    ("H", "云栖里弄", "service", [(2.5, 1), (2.5, 0.55)]),
    ("E", "菱塘巷", "service", [(1.5, 1), (1.5, 0.5), (1, 0.5)]),
    ("F", "船厂里", "service", [(1, 1.5), (1.6, 1.5), (1.6, 2)]),
    ("K", "芦荡园小径", "footway", [(2.5, 2), (2.5, 3)]),
    ("K", "农科里", "service", [(1.5, 1), (1.5, 0.4)]),
    ("D", "枫渚一村路", "service", [(0.5, 0), (0.5, 1)]),
    ("D", "采莲里", "service", [(0, 3.5), (1, 3.5)]),
    ("D", "白莲里", "service", [(1.5, 2), (1.5, 3)]),
    ("D", "站前弄", "pedestrian", [(1.5, 0), (1.5, 0.55), (1, 0.55)]),
    ("E", "木杏里", "service", [(0.5, 1), (0.5, 2)]),
    ("F", "汇湖里", "service", [(1, 2.5), (0.4, 2.5)]),
    ("H", "桂雨里", "service", [(1.5, 1), (1.5, 2)]),
    ("H", "菜场弄", "service", [(3, 1.7), (2.6, 1.7), (2.6, 2)]),
    ("C", "丝织里", "service", [(0.35, 0), (0.35, 1)]),
    ("C", "菜场东弄", "service", [(2.58, 5), (2.58, 6)]),
    ("G", "体育馆路", "service", [(0.4, 2), (0.4, 2.6)]),
    ("G", "颐养路", "service", [(1.5, 3), (1.5, 3.45)]),
    ("L", "鹭洲环路", "living_street", [(0.12, 0.5), (0.6, 0.14), (1.5, 0.1), (2.4, 0.14), (2.88, 0.5)]),
    ("L", "鹭洲环路", "living_street", [(0.12, 0.5), (0.6, 0.86), (1.5, 0.9), (2.4, 0.86), (2.88, 0.5)]),
    ("L", "渡口弄", "footway", [(1.5, 0.1), (1.5, 0.5), (1.5, 0.9)]),
    ("L", "白鹭弄", "footway", [(1.5, 0.5), (2.2, 0.5)]),
    ("L", "渡口", "footway", [(1.5, 0.9), (1.5, 0.97)]),
]

CROSSINGS = (15.0, 270.0, 775.0, 1390.0, 1985.0)  # y of the zebra crossings of the avenue
FOOTBRIDGE_Y = 1665.0


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
    return "pedestrian" if name.endswith(BANKS) else CLASSES[key]


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
    pieces = 20
    return [rounded((a[0] + (b[0] - a[0]) * k / pieces, a[1] + (b[1] - a[1]) * k / pieces)) for k in range(pieces + 1)]


def _bridges():
    a, b, c, h = QUARTERS["A"], QUARTERS["B"], QUARTERS["C"], QUARTERS["H"]
    plan = [Street([b.point(i, 5), a.point(i, 0)], name, "living_street")
            for i, name in ((0, "西园桥"), (2, "书带桥"), (5, "染坊桥"), (7, "前塘口桥"))]
    for start, name in ((a.point(7, 2), "听枫桥"), (c.point(3, 2), "望渔桥")):
        plan.append(Street([start, rounded((qiantang(start[1]) + 23, start[1]))], name, "pedestrian"))
    top = h.point(3, 0)
    k = QUARTERS["K"]
    foot = min((k.point(3 + t / 200, 3) for t in range(200)), key=lambda p: abs(p[0] - top[0]))
    plan.append(Street([top, foot], "桑园桥", "residential"))
    return plan


def _footbridge():
    """Steps up from either pavement and a deck over the avenue: lines that cross it and are not joined to it."""
    west, east, y = AVENUE_X - PAVEMENT, AVENUE_X + PAVEMENT, FOOTBRIDGE_Y
    name = "莲花天桥"
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
