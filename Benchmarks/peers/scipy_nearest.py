"""T1 by scipy: one Dijkstra from all facilities of a kind at once (`min_only`), kind after kind."""

import numpy as np
from scipy.sparse.csgraph import dijkstra

from city import Measurement

task = Measurement("scipy", "nearest")
city, matrix = task.city, task.city.matrix()
by_kind = [city.facilities(kind) for kind in range(task.options.kinds)]
nodes = city.nodes
del task.city, city
task.loaded()
task.begin()
count, metres = 0, 0.0
for sources in by_kind:
    distance = dijkstra(matrix, indices=sources, limit=task.limit, min_only=True)
    reached = distance[np.isfinite(distance)]
    count += len(reached)
    metres += float(reached.sum())
task.end(nodes, {"count": count, "metres": metres})
