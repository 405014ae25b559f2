"""Plane geometry for drawing a plan: points are (x, y) in metres, rings are lists without the closing point."""

from math import hypot


def rounded(point):
    """The point to the millimetre, so that places meant to meet are equal."""
    return (round(point[0], 3), round(point[1], 3))


def distance(a, b):
    return hypot(b[0] - a[0], b[1] - a[1])


def length(points):
    return sum(distance(a, b) for a, b in zip(points, points[1:]))


def area(ring):
    """Signed area: positive when the ring runs counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def nearest_on_segment(point, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = 0.0 if square == 0 else ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square
    t = min(1.0, max(0.0, t))
    return (a[0] + t * dx, a[1] + t * dy)


def nearest_on_line(point, line):
    return min((nearest_on_segment(point, a, b) for a, b in zip(line, line[1:])), key=lambda q: distance(point, q))


def nearest_on_ring(point, ring):
    return nearest_on_line(point, ring + ring[:1])


def crossing(a, b, c, d):
    """Where the open segments a-b and c-d cross, or None."""
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = rx * sy - ry * sx
    if cross == 0:
        return None
    t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
    u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
    if not (1e-9 < t < 1 - 1e-9 and 1e-9 < u < 1 - 1e-9):
        return None
    return (a[0] + t * rx, a[1] + t * ry)


def crossings(line, other):
    """All proper crossings of two lines, along the first."""
    found = []
    for a, b in zip(line, line[1:]):
        here = [crossing(a, b, c, d) for c, d in zip(other, other[1:])]
        found += sorted((p for p in here if p), key=lambda p: distance(a, p))
    return found


def inset(ring, metres):
    """A counter-clockwise ring moved inwards by a setback; meant for angles that are not very sharp."""
    count, moved = len(ring), []
    for k in range(count):
        a, b, c = ring[k - 1], ring[k], ring[(k + 1) % count]
        n1, n2 = _inward(a, b), _inward(b, c)
        scale = metres / (1 + n1[0] * n2[0] + n1[1] * n2[1])
        moved.append(rounded((b[0] + scale * (n1[0] + n2[0]), b[1] + scale * (n1[1] + n2[1]))))
    return moved


def _inward(a, b):
    size = distance(a, b)
    return (-(b[1] - a[1]) / size, (b[0] - a[0]) / size)


def simplified(points, tolerance):
    """Douglas-Peucker; keeps both ends."""
    if len(points) < 3:
        return list(points)
    first, last = points[0], points[-1]
    offs = [distance(p, nearest_on_segment(p, first, last)) for p in points[1:-1]]
    worst = max(range(len(offs)), key=lambda k: offs[k])
    if offs[worst] <= tolerance:
        return [first, last]
    middle = worst + 1
    return simplified(points[: middle + 1], tolerance)[:-1] + simplified(points[middle:], tolerance)
