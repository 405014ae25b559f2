"""T2 by pandana: `aggregate` for each kind and limit and `nearest_pois` of five, which it does for every node.

A node stands for a block when costs are compared.
"""

import numpy as np
import pandas

from city import COUNT_LIMITS, Measurement
from pandana_network import network, set_kind

task = Measurement("pandana", "counts")
city, options = task.city, task.options
kinds = options.items or options.kinds
_ = city.nodes, city.metres, city.facility_node, city.facility_kind
task.loaded()
net = network(city)
net.precompute(options.radius)
for kind in range(kinds):
    set_kind(net, city, kind, options.radius, 5)
    net.set(pandas.Series(city.facility_node[city.facility_kind == kind].astype("int64")), name=f"kind{kind}")
task.begin()
within, count, metres = np.zeros(3, int), 0, 0.0
for kind in range(kinds):
    for place, limit in enumerate(COUNT_LIMITS):
        within[place] += round(net.aggregate(limit, type="count", decay="flat", name=f"kind{kind}").sum())
    distance = net.nearest_pois(options.radius, f"kind{kind}", num_pois=5).to_numpy()
    reached = distance[distance < options.radius]
    count += len(reached)
    metres += float(reached.sum())
task.end(city.nodes, {"every_node": True, "within_300": int(within[0]), "within_500": int(within[1]),
                      "within_1000": int(within[2]), "nearest_count": count, "nearest_metres": metres},
         share=kinds / options.kinds)  # fmt: skip
