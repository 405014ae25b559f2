"""The canals as centre lines: the barrier no join to the network may cross."""

from .quarters import ISLAND_EAST, ISLAND_WEST, SIZE, henglu, henglu_south, qiantang, xianghe
from .shapes import rounded

OVERHANG = 25.0  # canals run on a little beyond the district


def _sweep(low, high, step=20.0):
    pieces = round((high - low) / step)
    return [low + (high - low) * k / pieces for k in range(pieces + 1)]


def _mouth(level):
    """x where a canal at height `level` (a function of x) runs into 前塘河."""
    x = qiantang(0)
    for _ in range(25):
        x = qiantang(level(x))
    return x


def canals():
    """(id, name, width in metres, centre line) of each canal."""
    qiantang_mouth, xianghe_mouth = _mouth(henglu), _mouth(xianghe)
    north_south = [(qiantang(y), y) for y in _sweep(-OVERHANG, SIZE + OVERHANG)]
    east = [(x, henglu(x)) for x in _sweep(qiantang_mouth, SIZE + OVERHANG)]
    arm = [(x, henglu_south(x)) for x in _sweep(ISLAND_WEST, ISLAND_EAST, 10.0)]
    town = [(x, xianghe(x)) for x in _sweep(-OVERHANG, xianghe_mouth)]
    rows = [
        ("W1", "前塘河", 26, north_south),
        ("W2", "横芦河", 18, east),
        ("W3", "横芦河南支", 16, arm),
        ("W4", "巷河", 7, town),
    ]
    return [(id, name, width, [rounded(p) for p in line]) for id, name, width, line in rows]
