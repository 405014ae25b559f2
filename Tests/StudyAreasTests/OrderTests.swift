import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing

@testable import StudyAreas

@Suite("The order of the input")
struct OrderTests {
    /// The features of a random place, ids unique, units and ways in general position.
    private struct Features {
        var blocks: [MadeFeature] = []
        var entrances: [MadeFeature] = []
        var facilities: [MadeFeature] = []
        var network: [MadeFeature] = []
        var barriers: [MadeFeature] = []
        var units: [MadeFeature] = []

        init(_ random: inout SeededRandom) {
            func coordinate() -> Double { Double(Int.random(in: 0...600_000, using: &random)) / 1000 }
            func around(_ middle: (Double, Double), _ reach: Double) -> [(Double, Double)] {
                let (x, y) = middle
                return [(x - reach, y), (x + 1, y - reach), (x + reach, y + 2), (x, y + reach)]
            }
            for number in 0..<12 {
                let middle = (coordinate(), coordinate())
                let id = Attribute.text("b\(number)")
                blocks.append(
                    number % 2 == 0
                        ? .point(middle.0, middle.1, ["id": id, "population": 5])
                        : .polygon(around(middle, 20), ["id": id, "population": 5]))
                if number % 3 == 0 {
                    entrances.append(.point(middle.0 + 9, middle.1, ["block_id": id]))
                    entrances.append(.point(middle.0, middle.1 + 9, ["block_id": id]))
                }
            }
            for number in 0..<10 {
                let middle = (coordinate(), coordinate())
                let id = Attribute.text("f\(number)")
                facilities.append(
                    number % 2 == 0
                        ? .point(middle.0, middle.1, ["id": id, "kind": "kindergarten"])
                        : .polygon(around(middle, 40), ["id": id, "kind": "park"]))
            }
            for _ in 0..<14 {
                network.append(.line((0...3).map { _ in (coordinate(), coordinate()) }))
            }
            for _ in 0..<3 {
                barriers.append(.line([(coordinate(), coordinate()), (coordinate(), coordinate())]))
            }
            units = [
                .rectangle(0...300, 0...600, ["id": "w"]), .rectangle(300.0005...600, 0...600, ["id": "e"]),
            ]
        }

        mutating func shuffle(_ random: inout SeededRandom) {
            blocks.shuffle(using: &random)
            entrances.shuffle(using: &random)
            facilities.shuffle(using: &random)
            network.shuffle(using: &random)
            barriers.shuffle(using: &random)
            units.shuffle(using: &random)
        }

        func area() async throws -> StudyArea {
            var town = Town()
            town.blocks = .features(blocks)
            town.entrances = .features(entrances)
            town.facilities = [.features(facilities)]
            town.network = .features(network)
            town.barriers = .features(barriers)
            town.units = .features(units)
            return try await town.load()
        }
    }

    /// Whether two sets of locations are the same whatever their order.
    private func agree(_ a: [Join], _ b: [Join]) -> Bool {
        a.count == b.count && a.allSatisfy { join in b.contains { $0.isNear(join) } }
    }

    private func sameFindings(_ a: StudyArea, _ b: StudyArea) -> Bool {
        func byName(_ area: StudyArea) -> Set<Finding> {
            Set(area.findings.filter { $0.layer == "blocks" || $0.layer == "facilities" })
        }
        return byName(a) == byName(b)
    }

    @Test("shuffling the features of every layer moves no place and no location", arguments: UInt64(0)..<30)
    func shuffling(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        var features = Features(&random)
        let before = try await features.area()
        features.shuffle(&random)
        let after = try await features.area()
        #expect(Set(before.blocks.map(\.id)) == Set(after.blocks.map(\.id)))
        for block in before.blocks {
            let same = try #require(after.block(block.id))
            #expect(block.origin == same.origin && Set(block.starts) == Set(same.starts))
            #expect(block.unit.map { before.units[$0].id } == same.unit.map { after.units[$0].id })
            #expect(agree(before.joins(ofBlock: block.id), after.joins(ofBlock: block.id)), "\(block.id)")
        }
        for facility in before.facilities {
            let (a, b) = (before.joins(ofFacility: facility.id), after.joins(ofFacility: facility.id))
            #expect(agree(a, b), "\(facility.id): \(a) \(b)")
        }
        #expect(before.network.length == after.network.length)
        #expect(before.network.components.map(\.length) == after.network.components.map(\.length))
        #expect(sameFindings(before, after))
    }
}
