"""T3 by scipy: a bounded Dijkstra for each place; it fills a row of the whole network for each."""

import numpy as np
from scipy.sparse.csgraph import dijkstra

from city import Measurement

BATCH = 8

task = Measurement("scipy", "reach")
city, matrix = task.city, task.city.matrix()
places = city.place_node[: task.options.items]
task.loaded()
task.begin()
count, metres = 0, 0.0
for start in range(0, len(places), BATCH):
    rows = dijkstra(matrix, indices=places[start : start + BATCH], limit=task.limit)
    reached = rows[np.isfinite(rows)]
    count += len(reached)
    metres += float(reached.sum())
task.end(len(places), {"count": count, "metres": metres})
