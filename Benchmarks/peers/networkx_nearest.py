"""T1 by networkx: `multi_source_dijkstra_path_length` with a cutoff, kind after kind."""

import networkx

from city import Measurement

task = Measurement("networkx", "nearest")
city = task.city
graph = networkx.Graph()
graph.add_weighted_edges_from(zip(city.edge_from.tolist(), city.edge_to.tolist(), city.metres.tolist()))
kinds = task.options.items or task.options.kinds
by_kind = [city.facilities(kind).tolist() for kind in range(kinds)]
task.loaded()
task.begin()
count, metres = 0, 0.0
for sources in by_kind:
    distance = networkx.multi_source_dijkstra_path_length(graph, sources, cutoff=task.limit)
    count += len(distance)
    metres += sum(distance.values())
task.end(city.nodes, {"count": count, "metres": metres}, share=kinds / task.options.kinds)
