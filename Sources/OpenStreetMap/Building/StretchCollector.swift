internal import Geometry

/// Turns ways and multipolygons that may be walked into stretches and squares.
struct StretchCollector {
    private let access: FootAccess
    private(set) var table = VertexTable()
    private(set) var stretches: [Stretch] = []
    private(set) var squares: [Square] = []
    private(set) var edge: [OSMEdgePoint] = []
    private(set) var report = OSMReport()

    init(access: FootAccess) { self.access = access }

    /// Hands over the vertices and the stretches, of which none are left here; no nodes can be found any more.
    mutating func release() -> (table: VertexTable, stretches: [Stretch]) {
        table.close()
        defer { (table, stretches) = (VertexTable(), []) }
        return (table, stretches)
    }

    /// Whether an object with these tags is walked, counting it; nil when it is not, which goes to the report.
    private mutating func isPrivate(_ id: OSMObjectID, _ codes: TagCodes) -> Bool? {
        switch access.access(ofWay: codes) {
        case .walkable:
            report.walkableObjects += 1
            return false
        case .privateOnly:
            report.privateObjects += 1
            return true
        case .notWalkable(let rule):
            report.leftOut.append(OSMLeftOut(id: id, reason: .notWalkable(rule)))
            return nil
        case .notAWay: return nil
        }
    }

    mutating func add(_ way: RawExtract.Way) {
        let id = OSMObjectID(.way, way.id)
        guard let isPrivate = isPrivate(id, way.codes) else { return }
        let isSquare = way.chain.isClosed && access.isArea(way.codes)
        if isSquare, way.chain.isComplete {
            add(
                Square(
                    id: id, tags: KeptTags(of: way.tags), isPrivate: isPrivate,
                    parts: [Square.Part(shell: vertices(way.chain), holes: [])]))
            return
        }
        if isSquare {
            report.walkedAcross += 1
            report.walkedAround.append(OSMWalkedAround(id: id, reason: .nodesMissing))
        }
        addRuns(
            of: way,
            Stretch(
                id: id, course: isSquare ? .boundary : .line, tags: KeptTags(of: way.tags),
                isPrivate: isPrivate, vertices: []))
    }

    mutating func add(_ area: RawExtract.Area) {
        let id = OSMObjectID(.relation, area.relation)
        guard let isPrivate = isPrivate(id, area.codes) else { return }
        let parts = area.parts.map { part in
            Square.Part(shell: vertices(part.shell), holes: part.holes.map { vertices($0) })
        }
        add(Square(id: id, tags: KeptTags(of: area.tags), isPrivate: isPrivate, parts: parts))
    }

    private mutating func add(_ square: Square) {
        report.walkedAcross += 1
        squares.append(square)
        for ring in square.parts.flatMap(\.rings) where ring.count > 1 {
            stretches.append(
                Stretch(
                    id: square.id, course: .boundary, tags: square.tags, isPrivate: square.isPrivate,
                    vertices: ring))
        }
    }

    /// The vertices of a complete chain, repetitions in a row left out.
    private mutating func vertices(_ chain: RawExtract.Chain) -> [Int32] {
        var vertices: [Int32] = []
        vertices.reserveCapacity(chain.nodes.count)
        for place in chain.nodes.indices {
            let vertex = table.vertex(
                of: chain.nodes[place], number: Int(chain.numbers[place]), at: chain.positions[place])
            if vertices.last != vertex { vertices.append(vertex) }
        }
        return vertices
    }

    /// The stretches between missing nodes, and the places where they are torn off.
    private mutating func addRuns(of way: RawExtract.Way, _ pattern: Stretch) {
        if way.chain.isComplete {
            let isUsed = add(way.chain, pattern)
            if !isUsed { report.leftOut.append(OSMLeftOut(id: pattern.id, reason: .tooFewNodes)) }
        } else {
            addKnownRuns(of: way, pattern)
        }
    }

    /// Whether a complete chain has two vertices, and so makes a stretch.
    private mutating func add(_ chain: RawExtract.Chain, _ pattern: Stretch) -> Bool {
        var stretch = pattern
        stretch.vertices = vertices(chain)
        if stretch.vertices.count > 1 { stretches.append(stretch) }
        return stretch.vertices.count > 1
    }

    private mutating func addKnownRuns(of way: RawExtract.Way, _ pattern: Stretch) {
        let known = way.chain.positions.map(\.isFinite)
        var used = false
        for run in known.indices.split(whereSeparator: { !known[$0] }) {
            guard let first = run.first, let last = run.last else { continue }
            if first > 0 { addEdge(way, first) }
            if last < known.count - 1, first != last || first == 0 { addEdge(way, last) }
            let isUsed = add(way.chain[first...last], pattern)
            used = used || isUsed
        }
        if !used { report.leftOut.append(OSMLeftOut(id: pattern.id, reason: .nodesMissing)) }
    }

    private mutating func addEdge(_ way: RawExtract.Way, _ place: Int) {
        edge.append(
            OSMEdgePoint(
                way: way.id, node: way.chain.nodes[place], position: way.chain.positions[place]))
    }
}
