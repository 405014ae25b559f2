import Geometry
import NetworkFixtures
import Testing

@testable import OpenStreetMap

/// What is decided by numbers is what comparing texts decides.
struct CodedTableTests {
    private static let conditions: [(when: TagCondition, unless: TagCondition)] =
        (FootTable.bundled.never + FootTable.bundled.ways).map { ($0.when, $0.unless) }

    private static func holds(_ allowed: TagCondition.Allowed, _ value: String?) -> Bool {
        switch allowed {
        case .any: value != nil
        case .absent: value == nil
        case .oneOf(let values): value.map(values.contains) ?? false
        }
    }

    private static func holds(
        _ condition: (when: TagCondition, unless: TagCondition), _ tags: OSMTags
    ) -> Bool {
        condition.when.terms.allSatisfy { holds($0.allowed, tags[$0.key]) }
            && !condition.unless.terms.contains { holds($0.allowed, tags[$0.key]) }
    }

    /// Tags of words that tables have, words they do not have and nothing.
    private func tags(_ random: inout SeededRandom) -> OSMTags {
        let terms = Self.conditions.flatMap { $0.when.terms + $0.unless.terms }
        return OSMTags(
            (0..<Int.random(in: 0...8, using: &random)).map { _ in
                let term = terms[Int.random(in: 0..<terms.count, using: &random)]
                let values = term.allowed.words + ["yes", "no", "never heard of"]
                return (term.key, values[Int.random(in: 0..<values.count, using: &random)])
            } + [(key: "note", value: "行人")])
    }

    @Test func theFirstConditionThatHoldsIsFound() {
        let coded = CodedConditions(Self.conditions)
        var random = SeededRandom(seed: 3)
        var found: Set<Int> = []
        for _ in 0..<20_000 {
            let tags = tags(&random)
            let expected = Self.conditions.firstIndex { Self.holds($0, tags) }
            #expect(coded.first(for: TagCodes(tags)) == expected, "\(tags)")
            if let expected { found.insert(expected) }
        }
        // Most rows were met, so that agreeing means something.
        #expect(found.count > Self.conditions.count / 2)
    }

    @Test func wordsHaveOneNumberEach() {
        let words = TagWords(["highway", "foot", "highway", "", "道"])
        #expect(words.number(of: "highway".utf8) == 1)
        #expect(words.number(of: "foot".utf8) == 2)
        #expect(words.number(of: "道".utf8) == 4)
        #expect(words.number(of: "high".utf8) == 0)
    }

    @Test func tagsKeepTheirTexts() {
        let tags = ["name": "北京", "amenity": "", "name": "second", "a": "1"] as OSMTags
        #expect(tags.all.map(\.key) == ["a", "amenity", "name"])
        #expect(tags["name"] == "北京")
        #expect(tags["amenity"] == "")
        #expect(tags["nam"] == nil)
        #expect(tags.count == 3)
        #expect(tags.only(["name", "b"]) == ["name": "北京"])
        #expect(([:] as OSMTags).isEmpty)
    }

    /// Stars with holes: every chord between two corners that is judged is judged as GEOS does.
    @Test func chordsAreJudgedAsByTopology() throws {
        let context = GEOSContext()
        var random = SeededRandom(seed: 8)
        var judged = [true: 0, false: 0]
        for _ in 0..<40 {
            let shell = Self.star(corners: 14, radius: 20...50, &random)
            let hole = Self.star(corners: 6, radius: 2...9, &random)
            let polygon = try Polygon(shell: LinearRing(shell), holes: [LinearRing(hole)])
            let surface = try PreparedShape(.polygon(polygon), in: context)
            let test = ChordTest(rings: [shell, hole])
            let corners = shell.dropLast() + hole.dropLast()
            for (place, start) in corners.enumerated() {
                for end in corners.dropFirst(place + 1) {
                    guard let isInside = test.isInside(Segment(start, end)) else { continue }
                    #expect(try surface.covers(LineString([start, end])) == isInside, "\(start) \(end)")
                    judged[isInside, default: 0] += 1
                }
            }
        }
        #expect(judged.values.allSatisfy { $0 > 500 })
    }

    @Test func chordsAlongTheEdgeAreLeftToTopology() {
        let corners = [(0, 0), (5, 0), (10, 0), (10, 10), (0, 10), (0, 0)].map { Position($0.0, $0.1) }
        let test = ChordTest(rings: [corners])
        #expect(test.isInside(Segment(corners[0], corners[2])) == nil)
        #expect(test.isInside(Segment(corners[0], corners[3])) == true)
        #expect(test.isInside(Segment(corners[1], corners[3])) == true)
    }

    private static func star(
        corners: Int, radius: ClosedRange<Double>, _ random: inout SeededRandom
    ) -> [Position] {
        let ring = (0..<corners).map { corner in
            let (angle, length) = (Double(corner), Double.random(in: radius, using: &random))
            let turn = SampledTurn(angle / Double(corners))
            return Position(length * turn.x, length * turn.y)
        }
        return ring + [ring[0]]
    }

    /// A direction by its share of the whole turn, on a diamond: no need for sines.
    private struct SampledTurn {
        let x: Double
        let y: Double

        init(_ share: Double) {
            let side = 4 * share
            x = side < 2 ? 1 - side : side - 3
            y = side < 1 ? side : side < 3 ? 2 - side : side - 4
        }
    }
}
