import Foundation
import NetworkFixtures
import Testing

@testable import OpenStreetMap

/// Whatever a file holds, reading ends with a result or an error that says what to do.
@Suite(.serialized) struct HostileFileTests {
    static let sample: MadeExtract = {
        var made = MadeExtract()
        for id in Int64(1)...30 { made.node(id, Double(id) * 10, Double(id % 7) * 8) }
        made.node(31, 55, 55, ["amenity": "school", "name": "小学"])
        for id in Int64(1)...20 { made.way(id, [id, id + 3, id + 7, id + 9]) }
        made.way(40, [1, 8, 19, 1], [:])
        made.multipolygon(50, [(40, "outer")], ["leisure": "park"])
        return made
    }()

    static let xml = Array(sample.xml.utf8)
    static let forms: [(name: String, bytes: [UInt8])] = [
        ("extract.osm", xml), ("extract.osm.gz", storedGzip(xml)),
        ("extract.osm.pbf", PBFEncoder(extract: sample).bytes),
    ]

    private func outcome(_ bytes: [UInt8], _ name: String) throws -> Result<OSMExtract, OSMReadError> {
        let file = try MadeFile(bytes, name: name)
        do { return .success(try OSMReader().read(file.path)) } catch {
            #expect(error.path == file.path)
            #expect(!error.detail.isEmpty)
            return .failure(error)
        }
    }

    @Test func allFormsAreTheSame() throws {
        let plain = try Self.sample.read()
        #expect(plain.ways.count == 20)
        #expect(plain.placeIDs == ["node/31", "relation/50"])
        for form in Self.forms { #expect(try outcome(form.bytes, form.name).get() == plain, "\(form.name)") }
        // Names may lie.
        #expect(try outcome(Self.forms[2].bytes, "extract.osm").get() == plain)
    }

    @Test(arguments: forms.indices)
    func truncationIsNoticed(_ form: Int) throws {
        let (name, bytes) = Self.forms[form]
        let step = max(1, bytes.count / 150)
        var whole = 0
        for length in stride(from: 0, to: bytes.count - 12, by: step) {
            if case .success = try outcome(Array(bytes[..<length]), name) { whole += 1 }
        }
        // A PBF file may end after any blob: nothing in it says how many there are.
        #expect(whole <= (name.hasSuffix("pbf") ? 3 : 0))
    }

    @Test(arguments: forms.indices)
    func flippedBitsNeverCrash(_ form: Int) throws {
        let (name, bytes) = Self.forms[form]
        var random = SeededRandom(seed: 11)
        var (good, bad) = (0, 0)
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: 0..<bytes.count, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
            }
            if case .success = try outcome(damaged, name) { good += 1 } else { bad += 1 }
        }
        #expect(bad > 0)
        #expect(good + bad == 300)
    }

    @Test(.enabled(if: SharedData.has("networks/helsinki_centre.osm.pbf")))
    func realFileCutOrDamaged() throws {
        let bytes = [UInt8](
            try Data(contentsOf: URL(fileURLWithPath: SharedData.path("networks/helsinki_centre.osm.pbf"))))
        var random = SeededRandom(seed: 5)
        for _ in 0..<8 {
            let length = Int.random(in: 1..<bytes.count, using: &random)
            let error = #expect(throws: OSMReadError.self) {
                try outcome(Array(bytes[..<length]), "cut.osm.pbf").get()
            }
            #expect(error?.problem == .damaged || length < 20)
        }
        for _ in 0..<10 {
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &random)] ^=
                1 << UInt8.random(in: 0..<8, using: &random)
            _ = try outcome(damaged, "damaged.osm.pbf")
        }
    }

    @Test(arguments: [
        ("", OSMReadError.Problem.notOSM), ("hello", .notOSM), ("{\"type\":\"FeatureCollection\"}", .notOSM),
        ("<html><body/></html>", .damaged), ("<osm version='0.5'></osm>", .damaged), ("<", .damaged),
        ("<osmChange version='0.6'><modify><node id='1' lat='1' lon='1'/></modify></osmChange>", .notOSM),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><osm version='0.6'><node id='1' lat='1' lon='&a;'/></osm>", .damaged),
        ("<osm version='0.6'><node id='1' lat='x' lon='1'/></osm>", .damaged),
        ("<osm version='0.6'><node id='99999999999999999999' lat='1' lon='1'/></osm>", .damaged),
        ("\u{1F}\u{8B}", .damaged), ("BZh9", .damaged),
    ])
    func otherContent(_ text: String, _ problem: OSMReadError.Problem) throws {
        // Scalars below 256 stand for bytes.
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        guard case .failure(let error) = try outcome(bytes, "extract.osm") else {
            Issue.record("\(text) was read")
            return
        }
        #expect(error.problem == problem, "\(error)")
    }

    /// Sixty-four kilobytes of spaces as gzip packs them.
    private static let gzippedSpaces = bytes(
        "1f8b08000000000002ffedc18100000000802095fd2917a90a" + String(repeating: "0", count: 126)
            + "6a94192cb400000100")
    /// Ninety million spaces as bzip2 packs them.
    private static let bzippedSpaces = bytes(
        "425a6839314159265359b52265bf015f8e1000c0000008200030804d4642a025a90a809731415926535954"
            + "19a6f90151c81000c0200008200030cc0529a608a849b108a849e2ee48a70a1207cbadb0c0")

    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    @Test func whatUnpacksBeyondMeasureIsRefused() throws {
        let gzip = [[UInt8]](repeating: Self.gzippedSpaces, count: 1100).flatMap { $0 }
        for (name, bytes) in [("bomb.osm.gz", gzip), ("bomb.osm.bz2", Self.bzippedSpaces)] {
            guard case .failure(let error) = try outcome(bytes, name) else {
                Issue.record("\(name) was read")
                continue
            }
            #expect(error.problem == .damaged)
            #expect(error.detail.contains("unpacks to more than 200 times"), "\(error.detail)")
        }
        // The same spaces, but no more of them than any program may have, before an extract.
        let few = [[UInt8]](repeating: Self.gzippedSpaces, count: 100).flatMap { $0 }
        let extract = try outcome(few + storedGzip(Array("<osm version='0.6'/>".utf8)), "few.osm.gz").get()
        #expect(extract == OSMExtract())
    }

    @Test func emptyExtractIsAResult() throws {
        let extract = try outcome(Array("<osm version='0.6'/>".utf8), "e.osm").get()
        #expect(extract == OSMExtract())
    }

    @Test func placesOffTheGlobeAreReported() throws {
        let text = "<osm version='0.6'><node id='1' lat='95' lon='200'><tag k='shop' v='books'/></node></osm>"
        switch try outcome(Array(text.utf8), "e.osm") {
        case .success(let extract): #expect(extract.leftOut == ["node/1 no_position"])
        case .failure(let error): #expect(error.problem == .damaged)
        }
    }

    @Test func impossibleBlobLengthsAreRefusedBeforeMemoryIsTaken() throws {
        let pbf = Self.forms[2].bytes
        for place in 0..<4 {
            var damaged = pbf
            damaged[place] = 0xFF
            _ = try outcome(damaged, "e.osm.pbf")
        }
        let endless = Array(pbf[..<40]) + [0, 0, 0, 0] + Array(pbf[40...])
        guard case .failure = try outcome(endless, "e.osm.pbf") else {
            Issue.record("a length of zero was passed over")
            return
        }
    }

    @Test(arguments: ["", "/nowhere/at/all.osm", "http://example.org/a.osm", "/dev/null", "/", "-"])
    func whatIsNoFile(_ path: String) {
        let error = #expect(throws: OSMReadError.self) { try OSMReader().read(path) }
        #expect(error?.problem == .missing || error?.problem == .notAFile)
        #expect(error?.description.contains(error?.remedy ?? "?") == true)
    }
}
