"""Joins drawn streets into ways: lines on the same level share exact vertices where they meet, and are split there.

The product never joins lines that merely cross, so the sample must state every join as equal coordinates.
"""

from dataclasses import replace

from .shapes import crossing, crossings, distance, length, nearest_on_segment, rounded, simplified

REACH = 4.0  # an end this near to another street is meant to meet it
SAME = 1.5  # an end this near to a vertex is meant to be that vertex
ON = 0.5  # a line this near to an end that meets another line passes through it


def ways(streets, canals):
    lines = [list(s.points) for s in streets]
    levels = [s.level for s in streets]
    for k in range(len(lines)):
        for end in (0, -1):
            _attach(lines, k, end)
    _join_crossings(lines, levels)
    pieces = []
    shared = _shared_vertices(lines)
    for street, line in zip(streets, lines):
        for part in _split(line, shared):
            pieces += [replace(street, points=p, **f) for p, f in _bridges(part, street, canals)]
    kept = [replace(p, points=simplified(p.points, 0.4)) for p in pieces]
    return [p for p in kept if length(p.points) > 0.5]


def _attach(lines, k, end):
    """Moves an end to a vertex nearby, or to the segment nearby, and makes it a vertex of every line it lies on."""
    point = lines[k][end]
    near = sorted((away, other, n) for other, line in enumerate(lines) if other != k
                  for away, n in [_nearest_segment(line, point)] if away < REACH)
    if not near:
        return
    vertices = [v for _, other, n in near for v in lines[other][n : n + 2]]
    closest = min(vertices, key=lambda v: distance(v, point))
    if distance(closest, point) <= SAME:
        point = lines[k][end] = closest
    for position, (_, other, _) in enumerate(near):
        away, n = _nearest_segment(lines[other], point)
        if point not in lines[other] and (away < ON or position == 0):
            lines[other].insert(n + 1, point)


def _nearest_segment(line, point):
    """Distance to the nearest segment and its index; far lines are dismissed by their box."""
    best = (float("inf"), 0)
    for n, (a, b) in enumerate(zip(line, line[1:])):
        if min(a[0], b[0]) - REACH <= point[0] <= max(a[0], b[0]) + REACH:
            if min(a[1], b[1]) - REACH <= point[1] <= max(a[1], b[1]) + REACH:
                best = min(best, (distance(point, nearest_on_segment(point, a, b)), n))
    return best


def _join_crossings(lines, levels):
    for k in range(len(lines)):
        for other in range(k + 1, len(lines)):
            if levels[k] == levels[other] and _boxes_meet(lines[k], lines[other]):
                _join_pair(lines[k], lines[other])


def _boxes_meet(one, two):
    return all(
        min(p[d] for p in one) <= max(p[d] for p in two) and min(p[d] for p in two) <= max(p[d] for p in one)
        for d in (0, 1)
    )


def _join_pair(one, two):
    again = True
    while again:
        again = False
        for m, (a, b) in enumerate(zip(one, one[1:])):
            for n, (c, d) in enumerate(zip(two, two[1:])):
                point = crossing(a, b, c, d)
                if point is None or rounded(point) in (a, b, c, d):
                    continue
                one.insert(m + 1, rounded(point))
                two.insert(n + 1, rounded(point))
                again = True
                break
            if again:
                break


def _shared_vertices(lines):
    uses = {}
    for line in lines:
        for point in line:
            uses[point] = uses.get(point, 0) + 1
    return {point for point, count in uses.items() if count > 1}


def _split(line, shared):
    parts, start = [], 0
    for n in range(1, len(line)):
        if line[n] in shared or n == len(line) - 1:
            parts.append(line[start : n + 1])
            start = n
    return [p for p in parts if len(p) > 1 and length(p) > 0]


def _bridges(line, street, canals):
    """Cuts a way at the banks of each canal it crosses; the piece over the water is a bridge."""
    spans = []
    for _, _, width, canal in canals:
        for point in crossings(line, canal):
            middle = length(_until(line, point))
            spans.append((middle - width / 2 - 4, middle + width / 2 + 4))
    if not spans:
        return [(line, {})]
    cuts = sorted({round(min(max(c, 0.0), length(line)), 3) for span in spans for c in span})
    parts = []
    for part in _cut(line, cuts):
        middle = length(_until(line, part[0])) + length(part) / 2
        over = any(low < middle < high for low, high in spans)
        parts.append((part, {"bridge": "yes", "layer": 1} if over else {}))
    return parts


def _until(line, point):
    """The line from its start to a point on it."""
    best = min(range(len(line) - 1), key=lambda n: distance(point, nearest_on_segment(point, line[n], line[n + 1])))
    return line[: best + 1] + [point]


def _cut(line, lengths):
    parts, current, walked = [], [line[0]], 0.0
    todo = [c for c in lengths if 3.0 < c < length(line) - 3.0]
    for a, b in zip(line, line[1:]):
        size = distance(a, b)
        while todo and todo[0] <= walked + size:
            t = (todo.pop(0) - walked) / size
            cut = rounded((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
            parts.append(current + [cut])
            current = [cut]
        if current[-1] != b:
            current.append(b)
        walked += size
    return parts + ([current] if len(current) > 1 else [])
