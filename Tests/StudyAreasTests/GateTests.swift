import Foundation
import Geometry
import PedestrianNetworks
import Standards
import Testing

@testable import StudyAreas

@Suite("Gated blocks")
struct GateTests {
    private func square(_ west: Double, _ south: Double, side: Double = 100) throws -> Polygon {
        Polygon(
            shell: try LinearRing([
                Position(west, south), Position(west + side, south), Position(west + side, south + side),
                Position(west, south + side), Position(west, south),
            ]))
    }

    private func block(_ polygon: Polygon, isGated: Bool? = true) -> ResidentialBlock {
        let origin = Shape.polygon(polygon).box.centre
        return ResidentialBlock(
            id: "b", name: nil, population: nil, households: nil, age: nil, isGated: isGated,
            shape: .polygon(polygon), landArea: nil, origin: origin, starts: [origin], unit: nil)
    }

    private func stretches(_ line: [(Double, Double)], _ blocks: [ResidentialBlock]) throws -> (
        [Int32], [GatedCompounds.Gate], [[Position]]
    ) {
        var gated = GatedCompounds(blocks)
        let cut = gated.stretches(of: try LineString(line.map { Position($0.0, $0.1) }))
        return (cut.stretches.map(\.compound), cut.gates, cut.stretches.map(\.positions))
    }

    @Test("a way that crosses is cut at the boundary, with a gate at each crossing")
    func crossing() throws {
        let (compounds, gates, runs) = try stretches([(-50, 50), (50, 50), (150, 50)], [block(square(0, 0))])
        #expect(compounds == [-1, 0, -1])
        #expect(
            gates.map(\.position) == [Position(0, 50), Position(100, 50)]
                && gates.allSatisfy { $0.block == 0 })
        #expect(runs[1] == [Position(0, 50), Position(50, 50), Position(100, 50)])
    }

    @Test("a dead end inside has one gate; a way outside, along or a little within the boundary has none")
    func others() throws {
        let home = block(try square(0, 0))
        #expect(try stretches([(50, -50), (50, 50)], [home]).1.map(\.position) == [Position(50, 0)])
        #expect(try stretches([(-50, -10), (150, -10)], [home]).0 == [-1])
        #expect(try stretches([(-50, 0), (150, 0)], [home]).0 == [-1])
        #expect(try stretches([(-50, 1.5), (150, 1.5)], [home]).0 == [-1])
        #expect(try stretches([(-50, 2.5), (150, 2.5)], [home]).0 == [-1, 0, -1])
    }

    @Test("a way wholly inside is closed and makes no gate; open blocks close nothing")
    func inside() throws {
        #expect(try stretches([(20, 50), (80, 50)], [block(square(0, 0))]).0 == [0])
        #expect(try stretches([(20, 50), (80, 50)], [block(square(0, 0))]).1.isEmpty)
        for isGated in [false, nil] {
            #expect(try stretches([(-50, 50), (150, 50)], [block(square(0, 0), isGated: isGated)]).0 == [-1])
        }
    }

    @Test("between two compounds wall to wall is a gate of both")
    func neighbours() throws {
        let (compounds, gates, _) = try stretches(
            [(50, 50), (150, 50)], [block(square(0, 0)), block(square(100, 0))])
        #expect(compounds == [0, 1])
        #expect(
            gates == [
                .init(block: 0, position: Position(100, 50)), .init(block: 1, position: Position(100, 50)),
            ])
    }

    @Test("no length is lost or added by cutting")
    func length() throws {
        let home = block(try square(0, 0))
        for step in 0..<50 {
            let angle = Double(step) / 8
            let line = [(50 + 90 * cos(angle), 50 + 90 * sin(angle)), (50.0, 50.0), (170.0, 50 - 3 * angle)]
            let runs = try stretches(line, [home]).2
            let whole = try LineString(line.map { Position($0.0, $0.1) }).length
            let cut = try runs.reduce(0) { try $0 + LineString($1).length }
            #expect(abs(whole - cut) < 1e-9)
            for (before, after) in zip(runs, runs.dropFirst()) { #expect(before.last == after.first) }
        }
    }
}

@Suite("Gated blocks in a study area")
struct GatedAreaTests {
    /// A street below, one above, and a drive through block A between them.
    private func town(gated: String?, access: String? = nil) -> Town {
        var town = Town()
        town.blocks = .features([
            .rectangle(
                100...200, 20...120,
                ["id": "A", "population": 10, "gated": gated.map { .init(stringLiteral: $0) } ?? nil]),
            .rectangle(300...400, 20...120, ["id": "B", "population": 20, "gated": "no"]),
        ])
        town.network = .features([
            .line([(0, 0), (150, 0), (1000, 0)]), .line([(0, 140), (150, 140), (1000, 140)]),
            .line([(150, 0), (150, 140)], ["access": access.map { .init(stringLiteral: $0) } ?? nil]),
        ])
        return town
    }

    @Test("walks start at the gates where ways cross, and the drive between them is closed")
    func derived() async throws {
        let area = try await town(gated: "yes").load()
        #expect(area.block("A")?.startKind == .derivedGates)
        #expect(area.block("A")?.starts == [Position(150, 20), Position(150, 120)])
        #expect(area.block("B")?.startKind == .origin)
        #expect(area.found(.gatesDerived).map(\.arguments) == [["2"]])
        #expect(area.found(.waysClosed).map(\.arguments) == [["100"]])
        let closed = (0..<area.network.edgeCount).filter { area.network.compound(of: $0) == 0 }
        #expect(closed.map { area.network.segment(of: $0).length } == [100])
        // The street's half of the drive, not the half inside, which is as near.
        for location in area.blockPlaces[0] {
            #expect(area.network.compound(of: Int(location.edge)) == Compound.none)
        }
    }

    @Test("known entrances go before derived gates")
    func known() async throws {
        var town = town(gated: "yes")
        town.entrances = .features([.point(100, 60, ["block_id": "A"])])
        let area = try await town.load()
        #expect(area.block("A")?.startKind == .entrances && area.block("A")?.starts == [Position(100, 60)])
        #expect(area.found(.gatesDerived).isEmpty && area.found(.waysClosed).count == 1)
    }

    @Test("a gated block that no way enters starts at its origin, and that is said")
    func unknown() async throws {
        var town = town(gated: "yes")
        town.network = .features([.line([(0, 0), (1000, 0)])])
        let area = try await town.load()
        #expect(area.block("A")?.startKind == .origin && area.features(.noGateKnown) == ["A"])
    }

    @Test("open blocks close nothing; a private way is closed by its own attribute")
    func attribute() async throws {
        let open = try await town(gated: nil).load()
        #expect(open.network.edgeCompound.isEmpty && open.found(.waysClosed).isEmpty)
        let area = try await town(gated: nil, access: "private").load()
        #expect(area.found(.waysPrivate).map(\.arguments) == [["140"]])
        let closed = (0..<area.network.edgeCount).count { area.network.compound(of: $0) == Compound.unnamed }
        #expect(closed == 1)
    }
}
