"""The ground plan: canals as curves, and quarters as bent lattices between canals and main roads.

The plan is drawn on a square of 2000 × 2000 m, x east and y north. A place in a quarter is named by lattice
coordinates (i, j), which may be fractions: (2.5, 0.1) is in the third column, just above the first cross street.
"""

from math import pi, sin, sqrt
from random import Random

from .shapes import rounded

SIZE = 2000.0
ROAD_Y = 1010.0  # 云泽路, the east-west main road
AVENUE_X = 1090.0  # 青澜大道, the north-south avenue
PAVEMENT = 22.0  # from the middle of the avenue to its pavements


def qiantang(y):
    """x of the main canal 前塘河 (26 m wide)."""
    return 640 + 38 * sin(2 * pi * (y - 150) / 1700) + 12 * sin(2 * pi * y / 700)


ISLAND_WEST, ISLAND_EAST = 1260.0, 1690.0


def _along_island(x):
    """0 at the western tip of the island, 1 at the eastern."""
    return min(1.0, max(0.0, (x - ISLAND_WEST) / (ISLAND_EAST - ISLAND_WEST)))


def _middle(x):
    return 545 + 32 * sin(2 * pi * (x - 640) / 1250) + 10 * sin(2 * pi * x / 520)


def henglu(x):
    """y of the eastern canal 横芦河 (18 m wide), its northern arm at the island."""
    return _middle(x) + 74 * sin(pi * _along_island(x)) ** 2


def henglu_south(x):
    """y of the southern arm, which leaves 横芦河 and returns to it around the island 鹭洲."""
    t = _along_island(x)
    return _middle(x) - 128 * sin(pi * t) ** 0.9


def beside(canal, metres):
    """The line so many metres north of a canal (south when negative), measured across it."""

    def bank(x):
        slope = (canal(x + 8) - canal(x - 8)) / 16
        return canal(x) + metres * sqrt(1 + slope * slope)

    return bank


def xianghe(x):
    """y of the narrow town canal 巷河 (7 m wide) in the old quarter."""
    return 1500 + 14 * sin(2 * pi * x / 500) + 5 * sin(2 * pi * x / 170)


class Quarter:
    """A lattice of streets between four edges, each edge a function of the other coordinate."""

    def __init__(self, left, right, bottom, top, us, vs, jitter, seed):
        self.left, self.right, self.bottom, self.top = left, right, bottom, top
        self.us, self.vs = us, vs
        self.columns, self.rows = len(us) - 1, len(vs) - 1
        random = Random(seed)
        self._shift = {
            (i, j): (self._push(random, jitter), self._push(random, jitter))
            for i in range(1, self.columns)
            for j in range(1, self.rows)
        }

    @staticmethod
    def _push(random, jitter):
        return (random.random() * 2 - 1) * jitter

    def point(self, i, j):
        u, v = _between(self.us, i), _between(self.vs, j)
        x = y = 1000.0
        for _ in range(25):
            x = self.left(y) + u * (self.right(y) - self.left(y))
            y = self.bottom(x) + v * (self.top(x) - self.bottom(x))
        dx, dy = self._shift_at(i, j)
        return rounded((x + dx, y + dy))

    def path(self, *stops, step=0.25):
        """A line through lattice coordinates, bending with the lattice."""
        points = [self.point(*stops[0])]
        for (i0, j0), (i1, j1) in zip(stops, stops[1:]):
            pieces = max(1, round(max(abs(i1 - i0), abs(j1 - j0)) / step))
            for k in range(1, pieces + 1):
                points.append(self.point(i0 + (i1 - i0) * k / pieces, j0 + (j1 - j0) * k / pieces))
        return points

    def ring(self, *corners):
        """A ring through lattice corners given counter-clockwise."""
        return self.path(*corners, corners[0])[:-1]

    def cell(self, i0, i1, j0, j1):
        return self.ring((i0, j0), (i1, j0), (i1, j1), (i0, j1))

    def patch(self, i, j, width, depth):
        """A rectangle of metres around a lattice place, along the streets there; the second vertex is `front`."""
        (ax, ay), (bx, by) = self.point(i - 0.1, j), self.point(i + 0.1, j)
        size = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        ex, ey = (bx - ax) / size, (by - ay) / size
        cx, cy = self.point(i, j)
        corners = [(-1, -1), (0, -1), (1, -1), (1, 1), (-1, 1)]
        return [
            rounded((cx + s * width / 2 * ex - t * depth / 2 * ey, cy + s * width / 2 * ey + t * depth / 2 * ex))
            for s, t in corners
        ]

    def front(self, i, j, width, depth):
        """The middle of a patch's southern side, where a path may end at it."""
        return self.patch(i, j, width, depth)[1]

    def _shift_at(self, i, j):
        i0, j0 = int(min(i, self.columns - 1)), int(min(j, self.rows - 1))
        s, t = i - i0, j - j0
        weights = {(0, 0): (1 - s) * (1 - t), (1, 0): s * (1 - t), (0, 1): (1 - s) * t, (1, 1): s * t}
        dx = dy = 0.0
        for (a, b), weight in weights.items():
            shift = self._shift.get((i0 + a, j0 + b), (0.0, 0.0))
            dx, dy = dx + weight * shift[0], dy + weight * shift[1]
        return dx, dy


def _between(stops, index):
    low = min(int(index), len(stops) - 2)
    return stops[low] + (index - low) * (stops[low + 1] - stops[low])


def _at(value):
    return lambda _: value


EDGE = 15.0
WEST_BANK, EAST_BANK = (lambda y: qiantang(y) - 21), (lambda y: qiantang(y) + 23)
NORTH_BANK, SOUTH_BANK = beside(henglu, 16), beside(henglu_south, -17)

QUARTERS = {
    # 老城 north and south of the town canal: fine lanes, never quite straight.
    "A": Quarter(_at(EDGE), WEST_BANK, lambda x: xianghe(x) + 8, _at(SIZE - EDGE),
                 [0, .13, .27, .43, .57, .70, .86, 1], [0, .19, .40, .60, .80, 1], 12, 11),
    "B": Quarter(_at(EDGE), WEST_BANK, _at(ROAD_Y), lambda x: xianghe(x) - 8,
                 [0, .15, .29, .42, .58, .71, .85, 1], [0, .21, .42, .60, .80, 1], 12, 12),
    # 新村: walled compounds of the 1980s and 1990s.
    "C": Quarter(_at(EDGE), WEST_BANK, _at(EDGE), _at(ROAD_Y),
                 [0, .34, .66, 1], [0, .17, .34, .5, .67, .83, 1], 6, 13),
    # Between the canal and the avenue.
    "D": Quarter(EAST_BANK, _at(AVENUE_X - PAVEMENT), _at(ROAD_Y), _at(SIZE - EDGE),
                 [0, .5, 1], [0, .2, .4, .6, .8, 1], 6, 14),
    "E": Quarter(EAST_BANK, _at(AVENUE_X - PAVEMENT), NORTH_BANK, _at(ROAD_Y),
                 [0, .52, 1], [0, .5, 1], 5, 15),
    "F": Quarter(EAST_BANK, _at(AVENUE_X - PAVEMENT), _at(EDGE), SOUTH_BANK,
                 [0, .5, 1], [0, .34, .67, 1], 5, 16),
    # East of the avenue: 新区 (coarse grid), the strip along the canal, and the south towards the mulberry fields.
    "G": Quarter(_at(AVENUE_X + PAVEMENT), _at(SIZE - EDGE), _at(ROAD_Y), _at(SIZE - EDGE),
                 [0, .34, .67, 1], [0, .26, .5, .76, 1], 0, 17),
    "H": Quarter(_at(AVENUE_X + PAVEMENT), _at(SIZE - EDGE), NORTH_BANK, _at(ROAD_Y),
                 [0, .25, .5, .76, 1], [0, .5, 1], 4, 18),
    "K": Quarter(_at(AVENUE_X + PAVEMENT), _at(SIZE - EDGE), _at(EDGE), SOUTH_BANK,
                 [0, .2, .4, .62, 1], [0, .34, .67, 1], 5, 19),
    # 鹭洲, the island: one lattice cell between the two arms.
    "L": Quarter(_at(ISLAND_WEST + 52), _at(ISLAND_EAST - 46), beside(henglu_south, 16),
                 beside(henglu, -16), [0, .33, .67, 1], [0, .5, 1], 3, 20),
}
