"""A city as a network of pandana, its contraction hierarchy built; it keeps whole millimetres."""

import pandana
import pandas


def network(city):
    return pandana.Network(
        pandas.Series(city.node_x), pandas.Series(city.node_y),
        pandas.Series(city.edge_from.astype("int64")), pandas.Series(city.edge_to.astype("int64")),
        pandas.DataFrame({"metres": city.metres}), twoway=True)  # fmt: skip


def set_kind(net, city, kind, radius, items):
    """Hangs the facilities of a kind onto the network; the same junction more than once when several are there."""
    at = city.facility_node[city.facility_kind == kind]
    net.set_pois(f"kind{kind}", radius, items, pandas.Series(city.node_x[at]), pandas.Series(city.node_y[at]))
