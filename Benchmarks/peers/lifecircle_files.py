"""T5 and T7 by `lifecircle`: an extract to a network file, and a city's files to a table of nearest facilities.

The first word says which: `extract` or `files`; the program's path is in LIFECIRCLE. T5 ends where the network stands in
memory, ready to be searched: what starting the command and writing the file cost is told beside it.
"""

import json
import os
import sys
import tempfile

import child
from city import Measurement

what = sys.argv.pop(1)
task = Measurement("lifecircle", what)
folder = task.city.folder
with tempfile.TemporaryDirectory() as made:
    timings = f"{made}/timings.json"
    command = {
        "extract": ["network", "build", folder / "city.osm.pbf", "-o", f"{made}/ways.gpkg"],
        "files": ["nearest", "--blocks", folder / "city.gpkg", "--blocks-layer", "blocks",
                  "--facilities", folder / "city.gpkg", "--facilities-layer", "facilities",
                  "--network", folder / "city.gpkg", "--network-layer", "ways", "--limit", "1000",
                  "-o", f"{made}/nearest.csv"],
    }[what]  # fmt: skip
    task.loaded()
    task.begin()
    used, peak = child.run(
        [os.environ["LIFECIRCLE"], *map(str, command), "--timings", timings, "--threads", "1"],
        folder / f"lifecircle-{what}.log")  # fmt: skip
    stages = json.load(open(timings))
counted = used
if what == "extract":
    counted = sum(stage["cpu_s"] for stage in stages["stages"] if stage["name"] in ("read", "project", "build"))
task.end(1, {}, child_cpu_s=counted, command_cpu_s=used, child_peak_kb=peak, stages=stages)
