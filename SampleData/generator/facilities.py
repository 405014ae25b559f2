"""The facilities: Chinese kind names as the plan prints them, a few by id, sizes as an inventory would have them."""

from dataclasses import dataclass

from .facility_rows import ROWS
from .quarters import QUARTERS


@dataclass
class Facility:
    id: str
    name: str
    kind: str
    floor_area: int | None
    site_area: int | None
    point: tuple | None  # either a point
    ring: list | None  # or a polygon


def facilities():
    return [_facility(f"F{n:03d}", row) for n, row in enumerate(ROWS, start=1)]


def _facility(id, row):
    kind, name, floor, site, key, i, j = row[:7]
    quarter, extent = QUARTERS[key], row[7:]
    point = None if extent else quarter.point(i, j)
    ring = quarter.patch(i, j, *extent) if extent else None
    return Facility(id, name, kind, floor, site, point, ring)
