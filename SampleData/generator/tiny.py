"""The sample folder tiny: four blocks, six facilities, five ways, every walk to be worked out by hand."""

from . import geojson

CRS = "urn:ogc:def:crs:EPSG::4549"
EASTING, NORTHING = 500000, 3460000

# (id, name, population, households, community_age, place, half width and half depth or None for a point)
BLOCKS = [
    ("B1", "长街一村", 800, 320, "既有", (200, 60), (40, 20)),
    ("B2", "路口公寓", 1200, 500, "新建", (824, 0), None),
    ("B3", "街尾里", 500, 200, "老旧", (1245, 60), (20, 15)),
    ("B4", "对岸新村", 100, 40, "既有", (1600, 60), (40, 20)),
]
# (id, name, kind, floor_area, site_area, place)
FACILITIES = [
    ("F1", "长街菜市场", "生鲜超市（菜市场）", 2000, None, (376, 60)),
    ("F2", "三角幼儿园", "幼儿园", 3800, 6500, (680, 60)),
    ("F3", "长街公交站", "公交站点", None, None, (835, 60)),
    ("F4", "长街日间照料中心", "老年人日间照料中心", 600, None, (1121, 60)),
    ("F5", "长街食堂", "社区食堂", None, None, (999, 60)),
    ("F6", "对岸卫生服务站", "卫生服务站", 200, None, (1723, 60)),
]
WAYS = [
    ("W1", "长街", "residential", [(0, 0), (500, 0), (740, 0), (824, 0), (1200, 0)]),
    ("W2", "直弄", "footway", [(740, 0), (740, 180)]),
    ("W3", "斜弄", "footway", [(740, 180), (500, 0)]),
    ("W4", "对岸街", "residential", [(1500, 0), (1800, 0)]),
    ("W5", "南弄", "footway", [(824, 0), (824, -180)]),
]
UNITS = [("U1", "长街社区", (-100, -250, 1350, 250)), ("U2", "对岸社区", (1350, -250, 1900, 250))]

PROJECT = """\
# SYNTHETIC / 合成数据: invented places on round metres; made by SampleData/generate.py, do not edit by hand.
name: 手算小例（合成数据 SYNTHETIC）
standard: suzhou-2021
crs: EPSG:4549
blocks: {source: blocks.geojson, id: id, name: name, population: population, households: households, age: community_age, gated: gated}
facilities:
  - {source: facilities.geojson, id: id, name: name, kind: kind, floor_area: floor_area, site_area: site_area}
network: {source: ways.geojson}
units: {source: communities.geojson, id: id, name: name}
surveyed: [生鲜超市（菜市场）, 幼儿园, 公交站点, 老年人日间照料中心, 社区食堂, 卫生服务站]
output: results
"""


def files():
    return {
        "lifecircle.yaml": PROJECT.encode("utf-8"),
        "blocks.geojson": geojson.collection("blocks", [_block(*row) for row in BLOCKS], CRS),
        "facilities.geojson": geojson.collection("facilities", [_facility(*row) for row in FACILITIES], CRS),
        "ways.geojson": geojson.collection("ways", [_way(*row) for row in WAYS], CRS),
        "communities.geojson": geojson.collection("communities", [_unit(*row) for row in UNITS], CRS),
    }


def _at(place):
    return [EASTING + place[0], NORTHING + place[1]]


def _rectangle(west, south, east, north):
    return geojson.polygon([_at(p) for p in ((west, south), (east, south), (east, north), (west, north))])


def _block(id, name, population, households, age, place, half):
    properties = {
        "id": id, "name": name, "population": population, "households": households,
        "community_age": age, "gated": False,
    }
    if half is None:
        return geojson.feature(properties, geojson.point(_at(place)))
    (x, y), (dx, dy) = place, half
    return geojson.feature(properties, _rectangle(x - dx, y - dy, x + dx, y + dy))


def _facility(id, name, kind, floor_area, site_area, place):
    properties = {"id": id, "name": name, "kind": kind, "floor_area": floor_area, "site_area": site_area}
    return geojson.feature(properties, geojson.point(_at(place)))


def _way(id, name, highway, places):
    return geojson.feature({"id": id, "name": name, "highway": highway}, geojson.line([_at(p) for p in places]))


def _unit(id, name, box):
    return geojson.feature({"id": id, "name": name}, _rectangle(*box))
