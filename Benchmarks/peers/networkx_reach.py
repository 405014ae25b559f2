"""T3 by networkx: `single_source_dijkstra_path_length` with a cutoff, place after place."""

import networkx

from city import Measurement

task = Measurement("networkx", "reach")
city = task.city
graph = networkx.Graph()
graph.add_weighted_edges_from(zip(city.edge_from.tolist(), city.edge_to.tolist(), city.metres.tolist()))
places = city.place_node[: task.options.items].tolist()
task.loaded()
task.begin()
count, metres = 0, 0.0
for place in places:
    distance = networkx.single_source_dijkstra_path_length(graph, place, cutoff=task.limit)
    count += len(distance)
    metres += sum(distance.values())
task.end(len(places), {"count": count, "metres": metres})
