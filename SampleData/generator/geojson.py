"""GeoJSON text, one feature to a line so that a change can be read."""

import json

NOTE = "SYNTHETIC / 合成数据: made by SampleData/generate.py; no real place, person or institution. Apache-2.0."


def point(position):
    return {"type": "Point", "coordinates": position}


def line(positions):
    return {"type": "LineString", "coordinates": positions}


def polygon(*rings):
    """Rings without their closing point, the shell first."""
    return {"type": "Polygon", "coordinates": [r + r[:1] for r in rings]}


def multi_polygon(rings):
    return {"type": "MultiPolygon", "coordinates": [[r + r[:1]] for r in rings]}


def feature(properties, geometry):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(name, features, crs=None):
    """The bytes of a feature collection; `crs` is a URN for planar files and absent for WGS 84."""
    head = {"type": "FeatureCollection", "name": name, "description": NOTE, "synthetic": True}
    if crs:
        head["crs"] = {"type": "name", "properties": {"name": crs}}
    lines = ",\n".join(_text(f) for f in features)
    return (_text(head)[:-1] + ', "features": [\n' + lines + "\n]}\n").encode("utf-8")


def _text(value):
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
