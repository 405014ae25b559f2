"""T7, the floor: reading the layers of a GeoPackage as columns, by GDAL's Arrow stream."""

import pyogrio

from city import Measurement

task = Measurement("GDAL Arrow read", "files")
path = task.city.folder / "city.gpkg"
task.loaded()
task.begin()
rows = {layer: pyogrio.read_arrow(path, layer=layer)[1].num_rows for layer in ("ways", "facilities", "blocks")}
task.end(1, rows)
