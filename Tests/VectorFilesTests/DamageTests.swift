import FileFixtures
import Foundation
import Testing

@testable import VectorFiles

@Suite("Damaged files")
struct DamageTests {
    static let formats = [
        ("GeoJSON", "geojson"), ("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("ESRI Shapefile", "shx"),
        ("ESRI Shapefile", "dbf"), ("FlatGeobuf", "fgb"),
    ]

    /// A folder with a good file of a format, and the bytes of the part called `ending`.
    private func made(_ driver: String, _ ending: String) throws -> (TemporaryFolder, [UInt8], VectorSource) {
        let folder = try TemporaryFolder()
        let main = driver == "ESRI Shapefile" ? "shp" : ending
        try MadeLayer.points(driver, count: 60).write(to: folder.file("places.\(main)"))
        let source = VectorSource(path: folder.file("places.\(main)"))
        return (folder, try folder.bytes("places.\(ending)"), source)
    }

    /// What reading gives: the number of features, or the problem.
    private func outcome(_ source: VectorSource) -> (count: Int?, problem: VectorFileError.Problem?) {
        do { return (try FeatureReader.read(source).features.count, nil) } catch {
            return (nil, error.problem)
        }
    }

    @Test("a shortened file is an error at every length", arguments: formats)
    func truncation(driver: String, ending: String) throws {
        let (folder, bytes, source) = try made(driver, ending)
        // The end and the beginning byte by byte, where the joints are; the middle in steps.
        let ends = Array(0..<min(130, bytes.count)) + Array(max(0, bytes.count - 40)..<bytes.count)
        let middle = Array(stride(from: 130, to: bytes.count, by: max(1, bytes.count / 150)))
        for length in Set(ends + middle).sorted() {
            try folder.write("places.\(ending)", Array(bytes.prefix(length)))
            let (count, problem) = outcome(source)
            // White space and the mark of a text's end may be missing without loss.
            if count == 60 && length >= bytes.count - 2 { continue }
            #expect(count == nil, "\(length) of \(bytes.count) bytes gave \(count ?? -1) features")
            guard problem == .damaged || problem == .unknownFormat else {
                Issue.record("\(length) of \(bytes.count) bytes: \(String(describing: problem))")
                break
            }
        }
    }

    @Test("flipped bytes never crash and never lose a feature in silence", arguments: formats)
    func flips(driver: String, ending: String) throws {
        let (folder, bytes, source) = try made(driver, ending)
        var random = Seeded(11)
        for _ in 0..<200 {
            var flipped = bytes
            let place = Int.random(in: 0..<bytes.count, using: &random)
            flipped[place] ^= UInt8(1) << UInt8.random(in: 0...7, using: &random)
            try folder.write("places.\(ending)", flipped)
            let (count, problem) = outcome(source)
            #expect(problem != nil || count == 60, "byte \(place) gave \(count ?? -1) features")
        }
    }

    @Test("random bytes are no format")
    func noise() throws {
        let folder = try TemporaryFolder()
        var random = Seeded(3)
        for ending in ["geojson", "gpkg", "shp", "fgb", "kml", "json", "dat"] {
            let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) }
            let path = try folder.write("noise.\(ending)", bytes)
            let (count, problem) = outcome(VectorSource(path: path))
            #expect(count == nil)
            #expect(problem == .unknownFormat || problem == .damaged, "\(ending)")
        }
    }
}
