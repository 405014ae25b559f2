"""T1 by pandana: `nearest_pois` of one item for each kind, after a contraction hierarchy."""

from city import Measurement
from pandana_network import network, set_kind

task = Measurement("pandana", "nearest")
city, options = task.city, task.options
kinds = options.items or options.kinds
_ = city.nodes, city.metres, city.facility_node
task.loaded()
net = network(city)
for kind in range(kinds):
    set_kind(net, city, kind, options.radius, 1)
task.begin()
count, metres = 0, 0.0
for kind in range(kinds):
    distance = net.nearest_pois(options.radius, f"kind{kind}", num_pois=1)[1].to_numpy()
    reached = distance[distance < options.radius]
    count += len(reached)
    metres += float(reached.sum())
task.end(city.nodes, {"count": count, "metres": metres}, share=kinds / options.kinds)
