"""T4 by Valhalla: isochrones on foot for three times at once; it draws them on a raster. Needs `valhalla_tiles.py`."""

import json
import math

import numpy as np
import valhalla

from city import Measurement

SPEED = 1.11 * 3.6  # km an hour

task = Measurement("valhalla", "areas")
folder = task.city.folder
places = np.fromfile(folder / "place_degrees", dtype="<f8").reshape(-1, 2)[: task.options.items]
actor = valhalla.Actor(json.loads((folder / "valhalla" / "valhalla.json").read_text()))
requests = [
    {"locations": [{"lon": lon, "lat": lat}], "costing": "pedestrian", "polygons": True,
     "costing_options": {"pedestrian": {"walking_speed": SPEED}},
     "contours": [{"time": 5}, {"time": 10}, {"time": 15}]}
    for lon, lat in places
]  # fmt: skip
for request in requests[:20]:
    actor.isochrone(request)
task.loaded()
task.begin()
answers = [actor.isochrone(request) for request in requests]


def ring_area(ring):
    """Square metres of a ring of degrees, flat around its first corner."""
    x, y = np.radians(np.array(ring)).T
    x, y = 6_371_008 * math.cos(y[0]) * (x - x[0]), 6_371_008 * (y - y[0])
    return abs(float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())) / 2


task.stop()
areas = {5: 0.0, 10: 0.0, 15: 0.0}
for feature in (feature for answer in answers for feature in answer["features"]):
    shape = feature["geometry"]
    for rings in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
        held = ring_area(rings[0]) - sum(ring_area(ring) for ring in rings[1:])
        areas[round(feature["properties"]["contour"])] += held
task.end(len(places), {f"drawn_m2_{minutes}": area for minutes, area in areas.items()})
