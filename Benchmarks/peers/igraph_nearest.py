"""T1 by igraph: it knows no cutoff and no several sources, so a node of its own leads to the facilities of each kind."""

import igraph
import numpy as np

from city import Measurement

task = Measurement("igraph", "nearest")
city = task.city
graph = igraph.Graph(n=city.nodes, edges=np.column_stack([city.edge_from, city.edge_to]).tolist())
graph.es["metres"] = city.metres.tolist()
kinds = task.options.items or task.options.kinds
by_kind = [city.facilities(kind).tolist() for kind in range(kinds)]
streets = graph.ecount()
task.loaded()
task.begin()
graph.add_vertex()
count, metres = 0, 0.0
for sources in by_kind:
    graph.add_edges([(city.nodes, node) for node in sources], {"metres": [0.0] * len(sources)})
    distance = np.array(graph.distances(source=city.nodes, weights="metres")[0][:-1])
    graph.delete_edges(range(streets, graph.ecount()))
    reached = distance[distance <= task.limit]
    count += len(reached)
    metres += float(reached.sum())
task.end(city.nodes, {"count": count, "metres": metres}, share=kinds / task.options.kinds)
