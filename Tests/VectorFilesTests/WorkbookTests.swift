import CGDAL
import FileFixtures
import Foundation
import Geometry
import Testing

@testable import VectorFiles

@Suite("Workbooks")
struct WorkbookTests {
    /// A sheet of places, written by GDAL: numbers as numbers, a code with a zero in front as text.
    private static func sheet(_ name: String = "兴趣点", count: Int = 12) -> MadeLayer {
        var sheet = MadeLayer(
            driver: "XLSX", name: name, epsg: nil, type: wkbNone,
            fields: [
                ("id", OFTInteger), ("名称", OFTString), ("typecode", OFTString), ("经度", OFTReal),
                ("纬度", OFTReal),
            ])
        sheet.rows = (0..<count).map { index in
            let x: FieldValue = index == 2 ? .null : .real(120.5 + Double(index) / 64)
            return (
                nil,
                [.integer(Int64(index)), .text("药房 & <\(index)>"), .text("090601"), x, .real(31.25)]
            )
        }
        return sheet
    }

    private func made(_ sheets: [MadeLayer] = [sheet()]) throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        try sheets[0].write(to: folder.file("poi.xlsx"), others: Array(sheets.dropFirst()))
        return (folder, folder.file("poi.xlsx"))
    }

    @Test("a sheet may have both coordinates in one column too")
    func pairs() throws {
        var sheet = Self.sheet(count: 1)
        sheet.fields = [("id", OFTString), ("location", OFTString)]
        sheet.rows = [(nil, [.text("a"), .text("120.5,31.25")])]
        let (folder, path) = try made([sheet])
        let table = try FeatureReader.read(VectorSource(path: path))
        #expect(folder.names == ["poi.xlsx"])
        #expect(table.features.map(\.shape) == [.point(Position(120.5, 31.25))])
        #expect(table.coordinateColumn == "location")
    }

    private func problem(_ source: VectorSource) -> VectorFileError.Problem? {
        do { _ = try FeatureReader.read(source) } catch { return error.problem }
        return nil
    }

    @Test("a sheet is read as delimited text is: names in the first row, coordinates by name")
    func content() throws {
        let (folder, path) = try made()
        let table = try FeatureReader.read(VectorSource(path: path))
        #expect(table.driver == "XLSX" && table.layer == "兴趣点")
        #expect(table.fields == ["id", "名称", "typecode", "经度", "纬度"])
        #expect(table.reference == .impliedLongitudeLatitude && table.features.count == 12)
        #expect(table.features[1].shape == .point(Position(120.515625, 31.25)))
        #expect(table.features[2].defect == .missing)
        #expect(table.features[3].values.prefix(3) == [.text("3"), .text("药房 & <3>"), .text("090601")])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["poi.xlsx"])
    }

    @Test("coordinate columns can be named, and have to be there")
    func columns() throws {
        var sheet = Self.sheet()
        sheet.fields[3].0 = "X坐标"
        sheet.fields[4].0 = "Y坐标"
        let (folder, path) = try made([sheet])
        defer { withExtendedLifetime(folder) {} }
        let named = try FeatureReader.read(VectorSource(path: path, xField: "X坐标", yField: "Y坐标"))
        #expect(named.features[0].shape == .point(Position(120.5, 31.25)) && named.reference == .none)
        let names = ["id", "名称", "typecode", "X坐标", "Y坐标"]
        #expect(problem(VectorSource(path: path)) == .noCoordinates(columns: names))
        #expect(
            problem(VectorSource(path: path, xField: "lng", yField: "lat")) == .noCoordinates(columns: names))
    }

    @Test("the sheet is the only one, or the one named; blank sheets do not count")
    func sheets() throws {
        let blank = MadeLayer(driver: "XLSX", name: "Sheet2", epsg: nil, type: wkbNone, fields: [])
        let (one, path) = try made([Self.sheet(), blank])
        #expect(try FeatureReader.read(VectorSource(path: path)).layer == "兴趣点")
        #expect(try FeatureReader.layerNames(path) == ["兴趣点"])
        let (two, both) = try made([Self.sheet(), Self.sheet("学校", count: 3)])
        #expect(problem(VectorSource(path: both)) == .severalLayers(available: ["兴趣点", "学校"]))
        #expect(try FeatureReader.read(VectorSource(path: both, layer: "学校")).features.count == 3)
        #expect(problem(VectorSource(path: both, layer: "x")) == .noSuchLayer(available: ["兴趣点", "学校"]))
        withExtendedLifetime((one, two)) {}
    }

    @Test("a shortened workbook is an error at every length")
    func truncation() throws {
        let (folder, path) = try made()
        let bytes = try folder.bytes("poi.xlsx")
        for length in stride(from: 0, to: bytes.count, by: 23) {
            try folder.write("poi.xlsx", Array(bytes.prefix(length)))
            let found = problem(VectorSource(path: path))
            // The last two bytes state the length of a remark; without them nothing is lost.
            if length >= bytes.count - 2, found == nil { continue }
            #expect(
                found == .damaged || found == .unknownFormat,
                "\(length) of \(bytes.count): \(String(describing: found))")
        }
    }

    @Test("flipped bits never crash and never lose a row in silence")
    func flips() throws {
        let (folder, path) = try made()
        let bytes = try folder.bytes("poi.xlsx")
        var random = Seeded(23)
        for _ in 0..<300 {
            var flipped = bytes
            let place = Int.random(in: 0..<bytes.count, using: &random)
            flipped[place] ^= UInt8(1) << UInt8.random(in: 0...7, using: &random)
            try folder.write("poi.xlsx", flipped)
            do {
                let count = try FeatureReader.read(VectorSource(path: path)).features.count
                #expect(count == 12, "byte \(place) gave \(count) rows")
            } catch {}
        }
    }

    @Test("what is no workbook is said to be none")
    func otherFormats() throws {
        let folder = try TemporaryFolder()
        for bytes in [[], Array("id,lng,lat\n".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1], Array("PK".utf8)] {
            let path = try folder.write("poi.xlsx", bytes)
            #expect(problem(VectorSource(path: path)) == .unknownFormat)
        }
        // An archive of something else.
        let other = try folder.write("zip.xlsx", ZipArchive([("hello.txt", Array("hello".utf8))]).bytes)
        #expect([.damaged, .unknownFormat].contains(problem(VectorSource(path: other))))
    }
}
