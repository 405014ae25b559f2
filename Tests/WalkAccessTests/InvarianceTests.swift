import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing
import WalkAccess

@Suite("What a walk does not depend on")
struct InvarianceTests {
    private func distances(_ lines: [LineString], _ places: [Position]) -> [Int64?] {
        let joined = JoinedCase(lines, places: places, maxSnap: 60)
        var search = NearestFacilitySearch(on: joined.network)
        search.prepare(joined.one(0), within: .furthest)
        return places.indices.map { search.nearest(to: joined.places[$0])?.distance.micrometres }
    }

    @Test("A link between two nodes, straight between them and beside every join, never lengthens a walk")
    func addedLink() throws {
        for seed in 0..<400 as Range<UInt64> {
            let random = RandomLines(seed: seed, hasHairs: false)
            let vertices = random.lines.flatMap(\.positions)
            let places = random.lines.map { $0.positions[0] }
            let link = try LineString([vertices[0], vertices[vertices.count - 1]])
            // Places on vertices join with a leg of 0, which a later line cannot better.
            let before = distances(random.lines, places)
            let after = distances(random.lines + [link], places)
            for (old, new) in zip(before, after) {
                guard let old else { continue }
                #expect(new.map { $0 <= old } ?? false, "seed \(seed)")
            }
        }
    }

    /// Segment by segment, because ties go to a line's first segment, and a chain that turns has another first.
    @Test("The direction in which segments are drawn")
    func direction() throws {
        for seed in 0..<400 as Range<UInt64> {
            let random = RandomLines(seed: seed, hasHairs: false)
            let places = random.lines.map { $0.positions[0] }
            let pieces = try random.lines.flatMap { line in
                try zip(line.positions, line.positions.dropFirst()).map { try LineString([$0, $1]) }
            }
            let turned = try pieces.map { try LineString($0.positions.reversed()) }
            for (a, b) in zip(distances(pieces, places), distances(turned, places)) {
                #expect(isSame(a, b), "seed \(seed)")
            }
        }
    }

    @Test("Where the plane's origin is")
    func translation() throws {
        for seed in 0..<400 as Range<UInt64> {
            let random = RandomLines(seed: seed, hasHairs: false)
            func moved(_ position: Position) -> Position { Position(position.x + 1024, position.y - 2048) }
            let places = random.lines.map { $0.positions[0] }
            let lines = try random.lines.map { try LineString($0.positions.map(moved)) }
            for (a, b) in zip(distances(random.lines, places), distances(lines, places.map(moved))) {
                #expect(isSame(a, b), "seed \(seed)")
            }
        }
    }

    /// Both nil, or within a micrometre for each of a thousand edges.
    private func isSame(_ a: Int64?, _ b: Int64?) -> Bool {
        switch (a, b) {
        case (nil, nil): true
        case (let a?, let b?): abs(a - b) <= 1000
        default: false
        }
    }

    @Test("Walking there is as far as walking back")
    func symmetry() {
        for seed in 0..<300 as Range<UInt64> {
            let random = RandomLines(seed: seed)
            let joined = JoinedCase(random.lines, places: random.places, maxSnap: 60)
            var search = NearestFacilitySearch(on: joined.network)
            let table = random.places.indices.map { to -> [WalkingDistance?] in
                search.prepare(joined.one(to), within: .furthest)
                return random.places.indices.map { search.nearest(to: joined.places[$0])?.distance }
            }
            for a in table.indices {
                for b in table.indices { #expect(table[a][b] == table[b][a], "seed \(seed)") }
            }
        }
    }
}

@Suite("Walk time")
struct WalkerProfileTests {
    @Test("Time is distance over pace, and a limit of minutes comes back as metres")
    func time() {
        let walker = WalkerProfile(id: "test", speed: 1.25, source: "test")
        #expect(walker.time(for: WalkingDistance(metres: 750)) == WalkTime(minutes: 10))
        #expect(walker.limit(for: WalkTime(minutes: 10)) == .limit(metres: 750))
    }

    @Test("Every profile says where its speed comes from")
    func sources() {
        for profile in WalkerProfile.all { #expect(!profile.source.isEmpty && profile.speed > 0.5) }
        #expect(Set(WalkerProfile.all.map(\.id)).count == WalkerProfile.all.count)
    }
}
