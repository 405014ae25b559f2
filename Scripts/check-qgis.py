"""Opens the layers of a folder of results in QGIS; see Scripts/check-qgis. Prints what it saw, exits 1 on a fault."""
import argparse
import json
import pathlib
import re
import sqlite3
import sys

from qgis.core import (
    Qgis, QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsProviderRegistry, QgsRectangle,
    QgsVectorLayer, QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtXml import QDomDocument

VERDICTS = {"met", "marginal", "undersized", "gap", "not_assessable"}
GAPS = {"none", "few", "some", "many", "most", "not_assessable"}
CATEGORIES = {"verdicts": VERDICTS, "gaps": VERDICTS, "blocks": GAPS}
LABELLED = {"verdicts", "gaps", "blocks", "facilities", "units", "blind_spots"}
# From the bottom of the picture to its top.
DRAWN = ["boundary", "barriers", "blocks", "network", "units", "facilities"]
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


def stem(name):
    """The name of a layer without the family that it was split by."""
    return re.sub("_(points|lines|areas)$", "", name)


def is_chinese(text):
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def look(layer, name, is_analysis):
    """What is seen of a layer, its faults noted."""
    check(layer.isValid(), f"{name} is not valid")
    check(layer.featureCount() > 0, f"{name} has no features")
    renderer = layer.renderer()
    seen = {
        "features": layer.featureCount(), "crs": layer.crs().authid(), "renderer": renderer.type(),
        "labels": layer.labelsEnabled(),
    }
    plain = [field.name() for i, field in enumerate(layer.fields()) if field.name() not in ("fid", "id") and not is_chinese(layer.attributeDisplayName(i))]
    check(not plain, f"{name}: no Chinese name for {plain}")
    check(not is_analysis or layer.labelsEnabled() == (stem(name) in LABELLED), f"{name}: labels are {layer.labelsEnabled()}")
    if is_analysis and stem(name) in CATEGORIES and renderer.type() != "RuleRenderer":
        check(renderer.type() == "categorizedSymbol", f"{name} is drawn as {renderer.type()}")
        check({c.value() for c in renderer.categories()} >= CATEGORIES[stem(name)], f"{name} lacks categories")
        seen["categories"] = {c.label(): c.symbol().color().name() for c in renderer.categories()}
        check(all(is_chinese(label) for label in seen["categories"]), f"{name}: a category has no Chinese label")
    return seen


def draw(layers, path):
    settings = QgsMapSettings()
    settings.setLayers(list(reversed(layers)))
    settings.setBackgroundColor(QColor("#ffffff"))
    settings.setOutputSize(QSize(760, 540))
    settings.setOutputDpi(96)
    settings.setDestinationCrs(layers[0].crs())
    extent = QgsRectangle()
    for layer in layers:
        if stem(layer.name()) == "blocks":
            extent.combineExtentWith(layer.extent())
    extent.scale(1.05)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    check(not job.errors(), f"the picture: {[error.message for error in job.errors()]}")
    job.renderedImage().convertToFormat(QImage.Format_RGB888).save(str(path), "PNG")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--picture", type=pathlib.Path)
    options = parser.parse_args()
    package = str(options.folder / "results.gpkg")
    details = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(package)
    names = [one.name() for one in details if one.wkbType() != QgsWkbTypes.NoGeometry]
    is_analysis = (options.folder / "access.csv").exists()
    check(names and (not is_analysis or {"blocks", "facilities"} <= {stem(name) for name in names}), f"layers are missing: {names}")
    seen, layers = {}, {}
    for name in names:
        layers[name] = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
        seen[name] = look(layers[name], name, is_analysis)
    for path in sorted(options.folder.glob("*.geojson")):
        if path.with_suffix(".qml").exists():
            # A file that mixes families is a layer for each.
            parts = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(str(path), Qgis.SublayerQueryFlag.ResolveGeometryType)
            for part in parts:
                layer = QgsVectorLayer(part.uri(), path.stem, "ogr")
                check(layer.loadDefaultStyle()[1], f"{part.uri()} takes no style")
                seen[part.uri()[len(str(options.folder)) + 1:]] = look(layer, path.stem, is_analysis)
    styles = sqlite3.connect(package).execute("SELECT f_table_name, styleName, styleQML, styleSLD FROM layer_styles").fetchall()
    for table, name, qml, sld in styles:
        described = QDomDocument()
        check(described.setContent(sld, True)[0], f"{table}: the SLD of {name} is not XML")
        named = described.documentElement().firstChildElement("NamedLayer")
        check(layers[table].readSld(named, ""), f"{table}: the SLD of {name} does not fit")
        document = QDomDocument()
        check(document.setContent(qml)[0], f"{table}: {name} is not XML")
        check(layers[table].importNamedStyle(document)[0], f"{table}: {name} does not fit")
    for name in layers:
        layers[name].loadDefaultStyle()
        seen[name]["styles"] = sum(table == name for table, *_ in styles)
    if options.picture:
        draw([layers[name] for one in DRAWN for name in names if stem(name) == one], options.picture)
    print(json.dumps({"layers": seen, "failures": failures}, ensure_ascii=False, indent=1))
    return 1 if failures else 0


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
status = main()
application.exitQgis()
sys.exit(status)
