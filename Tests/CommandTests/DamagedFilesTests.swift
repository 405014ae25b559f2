import FileFixtures
import Foundation
import Testing

/// A few files of every kind, cut short and with bits turned over, in an order that is always the same: a legal status,
/// the file's name in the message, no half result, and nothing beside what was read.
@Suite struct DamagedFilesTests {
    /// One street in metres, as each format has it.
    private func write(_ format: String, to folder: TemporaryFolder) throws -> String {
        let name = "ways.\(format)"
        switch format {
        case "dxf":
            let pairs = """
                0 SECTION 2 HEADER 9 $ACADVER 1 AC1015 0 ENDSEC 0 SECTION 2 ENTITIES 0 LWPOLYLINE 8 道路 90 2 70 0 \
                10 500000 20 3460000 10 501200 20 3460000 0 ENDSEC 0 EOF
                """
            return try folder.write(name, pairs.split(separator: " ").joined(separator: "\n") + "\n")
        case "csv":
            return try folder.write(
                name, "id,wkt,名称\nW1,\"LINESTRING (500000 3460000, 501200 3460000)\",长街\n")
        case "geojson":
            return try folder.write(
                name,
                """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4549"}},"features":[
                {"type":"Feature","properties":{"name":"长街"},"geometry":{"type":"LineString",
                "coordinates":[[500000,3460000],[501200,3460000]]}}]}
                """)
        case "osm":
            return try folder.write(
                name,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <osm version="0.6"><node id="1" version="1" lon="120.0" lat="31.2602"/>
                <node id="2" version="1" lon="120.0126" lat="31.2602"/>
                <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>
                """)
        case "shp", "fgb", "xlsx", "osm.pbf":
            for part in format == "shp" ? ["shx", "dbf"] : [] {
                try SmallFiles.write(part, to: folder, as: "ways.\(part)")
            }
            return try SmallFiles.write(format, to: folder, as: name)
        default:
            let lines = try write("csv", to: folder)
            let outcome = try LifeCircleProcess.run([
                "network", "build", lines, "--crs", "EPSG:4549", "-o", folder.file(name), "--quiet",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return folder.file(name)
        }
    }

    /// The `number`th of the damaged files made of `bytes`.
    private func damaged(_ bytes: Data, _ number: Int) -> Data {
        // A linear congruence is enough of chance, and the same everywhere.
        let place = Int(UInt64(number + 1) &* 6_364_136_223_846_793_005 >> 33) % bytes.count
        if number % 2 == 0 { return bytes.prefix(place) }
        var turned = bytes
        turned[place] ^= 1 << UInt8(number % 8)
        return turned
    }

    @Test(arguments: ["csv", "geojson", "dxf", "osm", "gpkg", "shp", "fgb", "xlsx", "osm.pbf"])
    func damage(format: String) throws {
        let made = try TemporaryFolder()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: write(format, to: made)))
        let places = try TemporaryFolder()
        let blocks = try places.write("b.csv", "id,x,y,population\nB1,500100,3460030,10\n")
        let facilities = try places.write("f.csv", "id,kind,x,y\nF1,k,500900,3460020\n")
        for number in 0..<6 {
            let folder = try TemporaryFolder()
            let path = folder.file("ways.\(format)")
            let content = damaged(bytes, number)
            if format == "shp" { _ = try write(format, to: folder) }
            try content.write(to: URL(fileURLWithPath: path))
            let before = try folder.contents()
            let results = try TemporaryFolder()
            let outcome = try LifeCircleProcess.run([
                "nearest", "--blocks", blocks, "--facilities", facilities, "--network", path, "--crs",
                "EPSG:4549", "-o", results.file("out.csv"), "--quiet",
            ])
            #expect([0, 65, 66].contains(outcome.status), "\(format) \(number): \(outcome.errors)")
            #expect(outcome.status == 0 || outcome.errors.contains("ways.\(format)"), "\(outcome.errors)")
            #expect(try results.contents().count == (outcome.status == 0 ? 3 : 0))
            #expect(try folder.contents() == before)
        }
    }
}
