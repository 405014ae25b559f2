"""The sample folder canal-district: file name → bytes."""

from . import geojson
from .blocks import blocks
from .canals import canals
from .facilities import facilities
from .noding import ways
from .placing import to_degrees
from .project_file import PROJECT
from .streets import streets
from .units import units


def files():
    homes, water = blocks(), canals()
    return {
        "lifecircle.yaml": PROJECT.encode("utf-8"),
        "blocks.geojson": geojson.collection("blocks", [_block(b) for b in homes]),
        "entrances.geojson": geojson.collection("entrances", _entrances(homes)),
        "facilities.geojson": geojson.collection("facilities", [_facility(f) for f in facilities()]),
        "ways.geojson": geojson.collection("ways", _ways(ways(streets(), water))),
        "canals.geojson": geojson.collection("canals", [_canal(*row) for row in water]),
        "communities.geojson": geojson.collection("communities", [_unit(*row) for row in units()]),
    }


def _places(points):
    return [to_degrees(p) for p in points]


def _block(block):
    properties = {
        "id": block.id, "name": block.name, "population": block.population, "households": block.households,
        "community_age": block.age, "gated": block.gated,
    }
    if not block.rings:
        return geojson.feature(properties, geojson.point(to_degrees(block.point)))
    rings = [_places(ring) for ring in block.rings]
    shape = geojson.polygon(rings[0]) if len(rings) == 1 else geojson.multi_polygon(rings)
    return geojson.feature(properties, shape)


def _entrances(homes):
    gates = [(block, n, gate) for block in homes for n, gate in enumerate(block.gates, start=1)]
    return [_entrance(*row) for row in gates]


def _entrance(block, number, gate):
    properties = {"id": f"{block.id}-G{number}", "block_id": block.id, "name": f"{block.name}{number}号门"}
    return geojson.feature(properties, geojson.point(to_degrees(gate)))


def _facility(facility):
    properties = {
        "id": facility.id, "name": facility.name, "kind": facility.kind,
        "floor_area": facility.floor_area, "site_area": facility.site_area,
    }
    if facility.ring:
        return geojson.feature(properties, geojson.polygon(_places(facility.ring)))
    return geojson.feature(properties, geojson.point(to_degrees(facility.point)))


def _ways(pieces):
    return [
        geojson.feature(
            {"id": f"R{n:03d}", "name": w.name, "highway": w.highway, "bridge": w.bridge, "layer": w.layer},
            geojson.line(_places(w.points)),
        )
        for n, w in enumerate(pieces, start=1)
    ]


def _canal(id, name, width, line):
    properties = {"id": id, "name": name, "waterway": "canal", "width": width}
    return geojson.feature(properties, geojson.line(_places(line)))


def _unit(id, name, ring):
    return geojson.feature({"id": id, "name": name}, geojson.polygon(_places(ring)))
