"""T4 by shapely: streets reached by a networkx search, cut at the limit, buffered by 25 m each and united."""

import networkx
import numpy as np
import shapely
from shapely.ops import substring

from city import Measurement

SPEED = 1.11  # metres a second, the pace of the walker profile `standard`
BUFFER = 25.0

task = Measurement("shapely", "areas")
city = task.city
graph = networkx.Graph()
graph.add_weighted_edges_from(zip(city.edge_from.tolist(), city.edge_to.tolist(), city.metres.tolist()))
for street, (a, b) in enumerate(zip(city.edge_from.tolist(), city.edge_to.tolist())):
    graph[a][b]["street"] = street
lines = [shapely.LineString(city.line(street)) for street in range(len(city.edge_from))]
places = city.place_node[: task.options.items].tolist()
limits = [round(minutes * 60 * SPEED, 3) for minutes in (5, 10, 15)]
task.loaded()


def reached_parts(distance, limit):
    """The parts of streets no further than the limit along the network."""
    streets = {graph[node][other]["street"] for node in distance for other in graph[node]}
    for street in streets:
        line, length = lines[street], lines[street].length
        from_start = limit - distance.get(int(city.edge_from[street]), np.inf)
        from_end = limit - distance.get(int(city.edge_to[street]), np.inf)
        if from_start + from_end >= length:
            yield line
            continue
        if from_start > 0:
            yield substring(line, 0, from_start)
        if from_end > 0:
            yield substring(line, length - from_end, length)


task.begin()
areas = np.zeros(3)
for place in places:
    distance = networkx.single_source_dijkstra_path_length(graph, place, cutoff=limits[-1])
    for band, limit in enumerate(limits):
        near = {node: walked for node, walked in distance.items() if walked <= limit}
        parts = shapely.buffer(list(reached_parts(near, limit)), BUFFER, quad_segs=16)
        areas[band] += shapely.union_all(parts).area
task.end(len(places), {"m2_5": areas[0], "m2_10": areas[1], "m2_15": areas[2]})
