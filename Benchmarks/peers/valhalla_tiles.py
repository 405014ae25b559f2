"""T5 by Valhalla: an extract to its routing tiles, which T4 then reads."""

import json
import shutil

import child
import valhalla
from city import Measurement
from valhalla._scripts import PYVALHALLA_BIN_DIR

task = Measurement("valhalla", "extract")
folder = task.city.folder
tiles = folder / "valhalla"
shutil.rmtree(tiles, ignore_errors=True)
tiles.mkdir()
config = valhalla.get_config(tile_extract="", tile_dir=tiles)
config["mjolnir"]["concurrency"] = 1
(tiles / "valhalla.json").write_text(json.dumps(config))
task.loaded()
task.begin()
used, peak = child.run(
    [str(PYVALHALLA_BIN_DIR / "valhalla_build_tiles"), "-c", str(tiles / "valhalla.json"), "-j", "1",
     str(folder / "city.osm.pbf")], folder / "valhalla-tiles.log")  # fmt: skip
task.end(1, {}, child_cpu_s=used, child_peak_kb=peak)
