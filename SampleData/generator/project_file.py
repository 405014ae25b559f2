"""The project file of canal-district."""

PROJECT = """\
# SYNTHETIC / 合成数据: an invented district; made by SampleData/generate.py, do not edit by hand.
name: 水巷示例片区（合成数据 SYNTHETIC）
standard: suzhou-2021
crs: EPSG:4549
blocks:
  source: blocks.geojson
  id: id
  name: name
  population: population
  households: households
  age: community_age
  gated: gated
entrances: {source: entrances.geojson, of: block_id}
facilities:
  - {source: facilities.geojson, id: id, name: name, kind: kind, floor_area: floor_area, site_area: site_area}
network: {source: ways.geojson}
barriers: {source: canals.geojson}
units: {source: communities.geojson, id: id, name: name}
# Every kind of the standard but 公疗康体服务中心 and 老年养护院, which nobody has surveyed.
surveyed:
  - 社区文化活动中心
  - 文化活动站
  - 文化广场
  - 文化展示馆
  - 幼儿园
  - 小学
  - 初中
  - 社区学校
  - 托儿所
  - 卫生服务中心
  - 卫生服务站
  - 养老院
  - 老年人日间照料中心
  - 综合为老服务中心
  - 综合健身馆
  - 各类球场
  - 室外综合健身场地
  - 体育馆（场）
  - 生鲜超市（菜市场）
  - 社区食堂
  - 生活服务站
  - 口袋公园
  - 公交站点
output: results
"""
