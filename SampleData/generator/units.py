"""The four communities (社区) that cover the district, parted by 前塘河 and 云泽路."""

from .quarters import ROAD_Y, SIZE, qiantang
from .shapes import rounded

STEPS = 25


def units():
    """(id, name, ring) of each community; neighbours share every vertex of their border."""
    south = [(qiantang(ROAD_Y * k / STEPS), ROAD_Y * k / STEPS) for k in range(STEPS + 1)]
    north = [(qiantang(y), y) for y in (ROAD_Y + (SIZE - ROAD_Y) * k / STEPS for k in range(STEPS + 1))]
    west_end, east_end = (0.0, ROAD_Y), (SIZE, ROAD_Y)
    rows = [
        ("U1", "石榴街社区", north + [(0.0, SIZE), west_end]),
        ("U2", "柳汀社区", [(0.0, 0.0)] + south + [west_end]),
        ("U3", "枫渚社区", north[::-1] + [east_end, (SIZE, SIZE)]),
        ("U4", "横芦社区", south[::-1] + [(SIZE, 0.0), east_end]),
    ]
    return [(id, name, [rounded(p) for p in ring]) for id, name, ring in rows]
