"""The residential blocks: who lives where, and the gates of the walled ones."""

from dataclasses import dataclass
from random import Random

from .quarters import QUARTERS
from .shapes import area, inset, nearest_on_ring, rounded

OLD, EXISTING, NEW = "老旧", "既有", "新建"
SETBACK = {OLD: 4.5, EXISTING: 9.0, NEW: 16.0}  # from the middle of the street to the block
DENSITY = {OLD: 300, EXISTING: 260, NEW: 245}  # residents per hectare of block
HOUSEHOLD = {OLD: 2.3, EXISTING: 2.5, NEW: 2.8}


@dataclass
class Block:
    id: str
    name: str
    age: str
    gated: bool
    rings: list  # one ring, several, or none for a block known as a point
    point: tuple | None
    gates: list
    population: int | None
    households: int | None


# Quarter, name, age, parts and gates. A part is (i0, i1, j0, j1) or a list of lattice corners counter-clockwise.
# Blocks with gates are walled; a gate stands on the wall nearest to its lattice place.
ROWS = [
    ("A", "上塘里", OLD, [(0, 2, 0, 1)], []),
    ("A", "书带里", OLD, [(2, 3, 0, 2)], []),
    ("A", "石榴里", OLD, [(3, 5, 0, 1)], []),
    ("A", "前塘里", OLD, [(5, 7, 0, 1)], []),
    ("A", "竹笆里", OLD, [(0, 1, 1, 3)], []),
    ("A", "百花里", OLD, [(1, 2, 1, 3)], []),
    ("A", "醋坊里", OLD, [(3, 4, 1, 3)], []),
    ("A", "染坊里", OLD, [(5, 6, 1, 3)], []),
    ("A", "灯草里", OLD, [(6, 7, 1, 3)], []),
    ("A", "青衿新村", EXISTING, [(0, 2, 3, 4)], [(1, 3), (1, 4)]),
    ("A", "晒布里", OLD, [(2, 4, 3, 5)], []),
    ("A", "磨坊里", OLD, [(4, 5, 2, 4)], []),
    ("A", "北渚里", OLD, [(0, 1, 4, 5), (1, 1.6, 4, 5)], []),
    ("A", "青衿里", OLD, [(4, 6, 4, 5)], []),
    ("B", "铁瓶里", OLD, [(0, 1, 0, 2)], []),
    ("B", "泰和里", OLD, [(1, 3, 0, 1)], []),
    ("B", "云泽大院", EXISTING, [(4, 6, 0, 1)], [(5, 1), (4, 0.5)]),
    ("B", "前塘南里", OLD, [(6, 7, 0, 2)], []),
    ("B", "乌衣里", OLD, [(1, 2, 1, 3)], []),
    ("B", "绣线里", OLD, [(2, 4, 1, 2)], []),
    ("B", "苇家浜里", OLD, [(5, 6, 1, 3)], []),
    ("B", "西畴里", OLD, [(0, 1, 2, 4)], []),
    ("B", "盐仓里", OLD, [(2, 3, 2, 4)], []),
    ("B", "灯草南里", OLD, [(6, 7, 2, 4)], []),
    ("B", "下塘里", OLD, [(0, 2, 4, 5)], []),
    ("B", "下塘中里", OLD, [(2, 4, 4, 5)], []),
    ("B", "下塘东里", OLD, [(5, 7, 4, 5)], []),
    ("C", "纺工一村", EXISTING, [(0, 1, 5, 6)], [(0.5, 5), (1, 5.6)]),
    ("C", "纺工二村", EXISTING, [(1, 2, 5, 6), (2, 2.45, 5, 6)], [(1.5, 5), (2, 5.5), (2, 5.4)]),
    ("C", "花圃新村", EXISTING, [(0, 1, 4, 5)], [(1, 4.4)]),
    ("C", "荷香苑", NEW, [(1, 2, 4, 5)], [(1.3, 5), (1.6, 4)]),
    ("C", "柳汀新村", EXISTING,
     [[(0, 2), (2, 2), (2, 4), (1.55, 4), (1.55, 2.42), (0.45, 2.42), (0.45, 4), (0, 4)]],
     [(0.2, 4), (1.8, 4), (1, 2)]),
    ("C", "滨河一村", EXISTING, [(2, 3, 2, 3)], [(2, 2.5)]),
    ("C", "滨河二村", EXISTING, [(2, 3, 3, 4)], [(2, 3.4), (2.5, 4)]),
    ("C", "丝织宿舍", OLD, [(0, 0.7, 0, 1)], []),
    ("C", "桑园新村", EXISTING, [(1, 2, 0, 1.55)], [(1, 1), (2, 0.6)]),
    ("C", "柳枝新村", EXISTING, [(2, 3, 0, 1), (2, 3, 1, 1.36)], [(2, 0.5)]),
    ("C", "梅影新村", EXISTING, [(0, 1, 1, 2)], [(1, 1.5), (0.5, 2)]),
    ("C", "花圃东村", EXISTING, [(2, 3, 4, 5)], [(2.4, 5), (2, 4.6)]),
    ("D", "枫渚一村", EXISTING, [(0, 1, 0, 1)], []),
    ("D", "枫渚二村", EXISTING, [(0, 1, 1, 2)], [(0.5, 1), (1, 1.5)]),
    ("D", "菱塘花园", EXISTING, [(1, 2, 1, 2)], [(1, 1.4), (1.5, 2)]),
    ("D", "白莲家园", EXISTING, [(1, 2, 2, 3)], []),
    ("D", "采薇新村", EXISTING, [(0, 1, 3, 4)], []),
    ("D", "荷风苑", NEW, [(0, 1, 4, 5), (1, 1.45, 4, 5)], [(0.5, 4), (1, 4.5), (1, 4.4)]),
    ("G", "星榆雅苑", NEW, [(0, 1, 0, 1)], [(0.5, 1), (1, 0.4)]),
    ("G", "望汀华庭", NEW, [(2, 3, 0, 1)], [(2, 0.5), (2.5, 0)]),
    ("G", "翠屏名邸", NEW, [(0, 1, 1, 2)], [(1, 1.5), (0.5, 1)]),
    ("G", "东盛家园", NEW, [(2, 3, 1, 2)], [(2, 1.5), (2.6, 2)]),
    ("G", "映月台", NEW, [(1, 2, 2, 3)], [(1.5, 2), (2, 2.6)]),
    ("G", "映月东台", NEW, [(2, 3, 2, 3)], [(2, 2.5), (2.5, 3)]),
    ("G", "北渚新城", NEW, [(0, 1, 3, 4)], [(0.5, 3), (1, 3.5)]),
    ("G", "东盛北苑", NEW, [(2, 3, 3, 4)], [(2, 3.5), (2.5, 3)]),
    ("E", "文杏一村", EXISTING, [(0, 1, 1, 2)], []),
    ("E", "文杏二村", EXISTING, [(1, 2, 1, 2)], [(1.5, 1)]),
    ("E", "横芦新村", EXISTING, [(0, 1, 0, 1)], [(1, 0.5)]),
    ("H", "水杉苑", NEW, [(0, 1, 0, 2)], [(0, 1), (1, 1)]),
    ("H", "桂雨苑", EXISTING, [(1, 2, 1, 2)], []),
    ("H", "云栖里", NEW, [(2, 3, 0, 1)], []),
    ("H", "望汀公寓", NEW, [(3, 4, 1, 2)], [(3, 1.5), (3.5, 2)]),
    ("F", "船厂新村", EXISTING, [(0, 1, 0, 1)], [(1, 0.5), (0.5, 0)]),
    ("F", "汇湖苑", EXISTING, [(0, 1, 2, 3)], []),
    ("F", "船坞公寓", NEW, [(1.36, 2.9)], []),
    ("K", "农科新村", EXISTING, [(0, 1, 1, 2.4)], [(0, 1.6), (1, 1.7)]),
    ("K", "红蓼苑", EXISTING, [(1, 2, 0, 1)], []),
    ("K", "桑麻新村", EXISTING, [(2, 3, 1, 2)], [(2, 1.5)]),
    ("K", "桑田村", OLD, [(3.7, 3.93, 0.1, 0.5)], []),
    ("L", "鹭洲里", OLD, [(0.4, 1.42, 0.2, 0.82)], []),
]
# Known from a register as a point and an exact number; and one new block whose residents nobody has counted yet.
POINT_BLOCK, POINT_POPULATION, UNCOUNTED = "船坞公寓", 430, "映月东台"


def blocks():
    random = Random(31)
    return [_block(f"B{n:02d}", row, random) for n, row in enumerate(ROWS, start=1)]


def _block(id, row, random):
    key, name, age, parts, gates = row
    quarter, spread = QUARTERS[key], 0.85 + 0.3 * random.random()
    if name == POINT_BLOCK:
        rings, point, people = [], quarter.point(*parts[0]), POINT_POPULATION
    else:
        setback = 1.0 if key == "L" or name == "桑田村" else SETBACK[age]
        rings = [inset(_ring(quarter, part), setback) for part in parts]
        point = None
        people = round(sum(area(r) for r in rings) / 10000 * DENSITY[age] * spread)
    households = round(people / HOUSEHOLD[age])
    walls = [_gate(quarter.point(*g), rings) for g in gates]
    if name == UNCOUNTED:
        people = households = None
    return Block(id, name, age, bool(gates), rings, point, walls, people, households)


def _ring(quarter, part):
    return quarter.cell(*part) if isinstance(part, tuple) else quarter.ring(*part)


def _gate(place, rings):
    spots = [nearest_on_ring(place, ring) for ring in rings]
    return rounded(min(spots, key=lambda p: (p[0] - place[0]) ** 2 + (p[1] - place[1]) ** 2))
