"""T5, the floor: decoding an extract by libosmium and throwing everything away."""

import osmium

from city import Measurement

task = Measurement("libosmium decoding alone", "extract")
path = str(task.city.folder / "city.osm.pbf")
task.loaded()
task.begin()
kept = sum(1 for _ in osmium.FileProcessor(path).with_filter(osmium.filter.KeyFilter("no such key")))
task.end(1, {"kept": kept})
