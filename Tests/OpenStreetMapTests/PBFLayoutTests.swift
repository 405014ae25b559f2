import NetworkFixtures
import Testing

@testable import OpenStreetMap

/// However a program lays out a PBF file, it says the same.
struct PBFLayoutTests {
    /// Something of every part.
    private static let sample: MadeExtract = {
        var made = HostileFileTests.sample
        made.node(32, 15, 15, ["barrier": "gate"])
        made.node(33, 16, 15, ["entrance": "main"])
        made.way(41, [1, 8, 19, 1], ["building": "apartments"])
        made.way(42, [2, 9, 20, 2], ["landuse": "residential"])
        made.way(43, [3, 10], ["barrier": "wall"])
        made.way(44, [4, 99], ["highway": "footway"])
        return made
    }()

    @Test(arguments: [false, true], [nil, 1, 3])
    func everyLayoutIsTheSame(_ isDense: Bool, _ objectsInBlob: Int?) throws {
        let plain = try Self.sample.read()
        for isReversed in [false, true] {
            let layout = PBFEncoder(
                extract: Self.sample, isDense: isDense, isReversed: isReversed,
                objectsInBlob: objectsInBlob)
            #expect(try MadeFile(layout.bytes, name: "e.osm.pbf").read() == plain, "reversed: \(isReversed)")
        }
    }

    /// Blobs are read several times, and some kept as they were unpacked.
    @Test(arguments: [false, true], [nil, 1, 3])
    func packedBlobsSayTheSame(_ isOneBlob: Bool, _ objectsInBlob: Int?) throws {
        let plain = try Self.sample.read()
        for isPacked in [false, true] {
            let layout = PBFEncoder(
                extract: Self.sample, objectsInBlob: objectsInBlob, isOneBlob: isOneBlob, isPacked: isPacked)
            #expect(try MadeFile(layout.bytes, name: "e.osm.pbf").read() == plain, "packed: \(isPacked)")
        }
    }

    /// Ids in runs and far apart, negative and next to where pages of 64 meet.
    @Test func everyIDFindsItsPlace() throws {
        var random = SeededRandom(seed: 12)
        var ids: Set<Int64> = [-65, -64, -63, -1, 0, 1, 63, 64, 65, 127, 128, 1 << 60, -1 << 60]
        for _ in 0..<300 { ids.insert(Int64.random(in: -40_000_000_000...40_000_000_000, using: &random)) }
        for _ in 0..<300 { ids.insert(Int64.random(in: 10_000...10_700, using: &random)) }
        var made = MadeExtract()
        for (place, id) in ids.shuffled(using: &random).enumerated() {
            made.node(id, Double(place % 30) * 10, Double(place / 30) * 10)
        }
        let walked = ids.shuffled(using: &random)
        for first in stride(from: 0, to: walked.count, by: 7) {
            made.way(Int64(first + 1), Array(walked[first..<min(first + 8, walked.count)]))
        }
        let positions = Dictionary(uniqueKeysWithValues: made.nodes.map { ($0.id, $0.position) })
        for bytes in [Array(made.xml.utf8), PBFEncoder(extract: made).bytes] {
            let ways = try MadeFile(bytes).read().ways
            #expect(Set(ways.flatMap(\.nodes)) == ids)
            for way in ways { #expect(way.nodes.map { positions[$0] } == way.positions) }
        }
    }

    @Test func objectsGivenTwiceCountOnce() throws {
        var extract = MadeExtract()
        extract.node(1, 0, 0)
        extract.node(2, 100, 0)
        extract.node(3, 200, 0, ["shop": "books"])
        extract.way(9, [1, 2])
        let once = try extract.read()
        extract.ways.insert(MadeExtract.Way(id: 9, nodes: [1, 2, 3], tags: ["highway": "steps"]), at: 0)
        extract.nodes.insert(
            MadeExtract.Node(id: 3, position: MadeExtract.corner, tags: ["shop": "tea"]), at: 0)
        let twice = try MadeFile(PBFEncoder(extract: extract).bytes, name: "e.osm.pbf").read()
        #expect(twice.ways == once.ways)
        #expect(twice.places == once.places)
        #expect(twice.report.nodesInFile == once.report.nodesInFile + 1)
    }

    @Test(arguments: [
        OSMExtract.Parts.ways, .barriers, .doors, .places, .homes, [.ways, .homes], .all, [],
    ])
    func partsAreThoseOfTheWhole(_ parts: OSMExtract.Parts) throws {
        let file = try MadeFile(PBFEncoder(extract: Self.sample).bytes, name: "e.osm.pbf")
        let whole = try file.read()
        #expect(!whole.barriers.isEmpty && !whole.gates.isEmpty && !whole.buildings.isEmpty)
        let part = try OSMReader(parts: parts).read(file.path)
        #expect(part.ways == (parts.contains(.ways) ? whole.ways : []))
        #expect(part.edgeOfData == (parts.contains(.ways) ? whole.edgeOfData : []))
        #expect(part.barriers == (parts.contains(.barriers) ? whole.barriers : []))
        #expect(part.gates == (parts.contains(.doors) ? whole.gates : []))
        #expect(part.entrances == (parts.contains(.doors) ? whole.entrances : []))
        #expect(part.places == (parts.contains(.places) ? whole.places : []))
        #expect(part.buildings == (parts.contains(.homes) ? whole.buildings : []))
        #expect(part.residentialLand == (parts.contains(.homes) ? whole.residentialLand : []))
        if parts.contains(.ways) { #expect(part.report == whole.report) }
        // What is let go of later is what was not asked for at once.
        var kept = whole
        kept.keep(only: parts)
        var asked = part
        if !parts.contains(.ways) { asked.report = OSMReport() }
        #expect(kept == asked)
    }
}
