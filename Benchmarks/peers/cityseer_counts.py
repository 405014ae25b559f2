"""T2 by cityseer: counts within three limits and the nearest of each kind; it has no five nearest.

Only blocks are live nodes. Facilities lie at junctions, so it hangs each to the end of a street without a leg.
"""

import os

os.environ["RAYON_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
from cityseer import rustalgos  # noqa: E402

from city import COUNT_LIMITS, Measurement  # noqa: E402

task = Measurement("cityseer", "counts")
city = task.city
blocks = city.block_node[: task.options.items]
live = np.zeros(city.nodes, bool)
live[blocks] = True
_ = city.metres, city.bend_first, city.bend_x, city.bend_y, city.facility_node, city.facility_kind
task.loaded()
net = rustalgos.graph.NetworkStructure()
for node, (x, y) in enumerate(zip(city.node_x.tolist(), city.node_y.tolist())):
    net.add_street_node(node, x, y, bool(live[node]), 1.0)
for street, (a, b) in enumerate(zip(city.edge_from.tolist(), city.edge_to.tolist())):
    text = [f"{x:.3f} {y:.3f}" for x, y in city.line(street)]
    net.add_street_edge(a, b, 0, a, b, f"LINESTRING ({', '.join(text)})")
    net.add_street_edge(b, a, 0, b, a, f"LINESTRING ({', '.join(reversed(text))})")
net.validate()
net.build_edge_rtree()
data = rustalgos.data.DataMap()
for facility, node in enumerate(city.facility_node.tolist()):
    data.insert(facility, f"POINT ({city.node_x[node]:.3f} {city.node_y[node]:.3f})")
data.assign_data_to_network(net, 1.0, 10)
kinds = [f"kind{kind}" for kind in range(task.options.kinds)]
kind_of = {facility: f"kind{kind}" for facility, kind in enumerate(city.facility_kind.tolist())}
task.begin()
result = data.accessibility(net, kind_of, kinds, distances=list(COUNT_LIMITS), pbar_disabled=True).result
within, nearest = np.zeros(3), []
columns = [(np.column_stack([result[kind].count[limit] for limit in COUNT_LIMITS]),
            result[kind].distance[max(COUNT_LIMITS)]) for kind in kinds]  # fmt: skip
for counts, distance in columns:
    # Blocks at one junction count as often as there are blocks, as elsewhere; they were searched once.
    within += counts[blocks].sum(axis=0)
    at_block = distance[blocks]
    nearest.append(at_block[np.isfinite(at_block)])
nearest = np.concatenate(nearest)
task.end(int(live.sum()), {
    "within_300": round(within[0]), "within_500": round(within[1]), "within_1000": round(within[2]),
    "first_metres": float(nearest.sum())})  # fmt: skip
