internal import Geometry

/// Lays straight walks across surfaces, between the places where walkable ways meet their edge.
///
/// Between *n* such places there are up to *n*(*n* − 1)/2 walks, of which those stay that lie within the surface.
/// With more than `mostEntries` places the surface is only walked around: then the edge is cut so finely that
/// walking along it and through the ways that meet it comes near to walking straight.
struct SquareCrosser {
    /// The most places that are joined in pairs: 780 walks.
    static let mostEntries = 40

    let table: VertexTable
    /// For every vertex the object that runs over it; nil for none, and a mark of its own for several.
    private var users: [User]
    private let context = GEOSContext()

    private enum User: Equatable {
        case none
        case one(OSMObjectID)
        case several
    }

    init(table: VertexTable, stretches: [Stretch]) {
        self.table = table
        users = [User](repeating: .none, count: table.count)
        for stretch in stretches {
            for vertex in stretch.vertices { note(stretch.id, at: Int(vertex)) }
        }
    }

    private mutating func note(_ id: OSMObjectID, at vertex: Int) {
        switch users[vertex] {
        case .none: users[vertex] = .one(id)
        case .one(let other) where other != id: users[vertex] = .several
        default: break
        }
    }

    /// The walks across a surface, or why there are none.
    func chords(across square: Square) -> Result<[Stretch], Refusal> {
        let entries = square.parts.map { self.entries(of: $0) }
        let count = entries.map(\.count).max() ?? 0
        guard count <= Self.mostEntries else { return .failure(Refusal(reason: .manyEntries(count))) }
        var chords: [Stretch] = []
        for (part, entries) in zip(square.parts, entries) where entries.count > 1 {
            guard let inner = pairs(within: part, entries) else {
                return .failure(Refusal(reason: .crossingRings))
            }
            chords += inner.map {
                Stretch(
                    id: square.id, course: .chord, tags: square.tags, isPrivate: square.isPrivate,
                    vertices: $0)
            }
        }
        return .success(chords)
    }

    /// Why a surface has no walks across.
    struct Refusal: Error {
        let reason: OSMWalkedAround.Reason
    }

    /// Vertices of the rings that another object runs over too, in the order of the rings.
    private func entries(of part: Square.Part) -> [Int32] {
        var seen: Set<Int32> = []
        return part.rings.joined().filter { users[Int($0)] == .several && seen.insert($0).inserted }
    }

    /// The pairs whose straight line lies within the surface and is not a side of it; nil when rings cross.
    private func pairs(within part: Square.Part, _ entries: [Int32]) -> [[Int32]]? {
        guard let polygon = polygon(part), (try? polygon.validity(in: context)) == .valid,
            let surface = try? PreparedShape(polygon, in: context)
        else { return nil }
        let sides = Set(part.rings.flatMap { zip($0, $0.dropFirst()).map { Side($0, $1) } })
        let outline = ChordTest(rings: part.rings.map { $0.map { table.position($0) } })
        var pairs: [[Int32]] = []
        for (place, first) in entries.enumerated() {
            for second in entries[(place + 1)...] where !sides.contains(Side(first, second)) {
                let chord = Segment(table.position(first), table.position(second))
                if outline.isInside(chord) ?? surface.covers(chord) { pairs.append([first, second]) }
            }
        }
        return pairs
    }

    private func polygon(_ part: Square.Part) -> Shape? {
        func ring(_ vertices: [Int32]) -> LinearRing? { try? LinearRing(vertices.map { table.position($0) }) }
        guard let shell = ring(part.shell) else { return nil }
        return .polygon(Polygon(shell: shell, holes: part.holes.compactMap(ring)))
    }

    private struct Side: Hashable {
        let low: Int32
        let high: Int32

        init(_ a: Int32, _ b: Int32) {
            low = min(a, b)
            high = max(a, b)
        }
    }
}

extension PreparedShape {
    /// Whether a straight line lies within the surface, its edge included.
    fileprivate func covers(_ chord: Segment) -> Bool {
        guard let line = try? LineString([chord.start, chord.end]) else { return false }
        return (try? covers(line)) == true
    }
}
