"""T2 by scipy: a bounded Dijkstra for each block; counts and the five nearest are read off the facilities' nodes."""

import numpy as np
from scipy.sparse.csgraph import dijkstra

from city import COUNT_LIMITS, KINDS, ROUNDING, Measurement

BATCH = 8

task = Measurement("scipy", "counts")
city, matrix = task.city, task.city.matrix()
blocks = city.block_node[: task.options.items]
order = np.argsort(city.facility_kind, kind="stable")
at, kind = city.facility_node[order], city.facility_kind[order]
task.loaded()
task.begin()
within, nearest, first = np.zeros(3, int), [], 0.0
for start in range(0, len(blocks), BATCH):
    rows = dijkstra(matrix, indices=blocks[start : start + BATCH], limit=max(COUNT_LIMITS) + ROUNDING)
    for row in rows:
        to = row[at]
        within += [np.count_nonzero(to <= limit + ROUNDING) for limit in COUNT_LIMITS]
        reached = np.isfinite(to)
        kinds, distance = kind[reached], to[reached]
        by_distance = np.lexsort([distance, kinds])
        kinds, distance = kinds[by_distance], distance[by_distance]
        starts = np.searchsorted(kinds, np.arange(KINDS))
        rank = np.arange(len(kinds)) - starts[kinds]
        first += float(distance[rank == 0].sum())
        nearest.append(distance[rank < 5])
nearest = np.concatenate(nearest)
task.end(len(blocks), {
    "within_300": int(within[0]), "within_500": int(within[1]), "within_1000": int(within[2]),
    "first_metres": first, "nearest_count": len(nearest), "nearest_metres": float(nearest.sum())})  # fmt: skip
