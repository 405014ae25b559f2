internal import Geometry

/// Makes the walkable part of an extract: collected, crossed, cut and kept apart.
struct WalkableLines {
    let access: FootAccess
    let passages: [Int64: NodePassage]

    /// Adds ways, edge points and the report on both.
    ///
    /// - Parameter collector: Is left without vertices and stretches, which would else be held twice.
    func add(_ collector: inout StretchCollector, to extract: inout OSMExtract) {
        let leftOut = extract.report.leftOut
        extract.report = collector.report
        extract.report.leftOut = leftOut + collector.report.leftOut
        extract.edgeOfData = collector.edge

        let chords = crossings(of: collector, report: &extract.report)
        let (table, stretches) = collector.release()
        var cutter = StretchCutter(table: table, passages: passages)
        var pieces: [Stretch] = []
        for stretch in stretches { cutter.cut(stretch, into: &pieces) }
        for chord in chords { cutter.cut(chord, into: &pieces) }
        extract.report.cuts = cutter.cuts
        extract.report.enclosed = close(
            &pieces, cutter.table, edge: Set(extract.edgeOfData.map(\.node)))

        var separator = VertexSeparator(table: cutter.table)
        separator.separate(pieces)
        extract.report.movedNodes = separator.moves
        extract.ways = ways(pieces, cutter.table.nodes, separator.positions)
    }

    /// Makes private what is shut in by private ways; the objects concerned, by id.
    private func close(
        _ pieces: inout [Stretch], _ table: VertexTable, edge: Set<Int64>
    ) -> [OSMObjectID] {
        guard pieces.contains(where: \.isPrivate) else { return [] }
        let finder = EnclosureFinder(pieces, table: table, edge: edge)
        var enclosed: Set<OSMObjectID> = []
        for place in pieces.indices where finder.isEnclosed(pieces[place]) {
            pieces[place].isPrivate = true
            enclosed.insert(pieces[place].id)
        }
        return enclosed.sorted()
    }

    private func crossings(of collector: StretchCollector, report: inout OSMReport) -> [Stretch] {
        guard !collector.squares.isEmpty else { return [] }
        let crosser = SquareCrosser(table: collector.table, stretches: collector.stretches)
        var chords: [Stretch] = []
        for square in collector.squares {
            switch crosser.chords(across: square) {
            case .success(let found): chords += found
            case .failure(let refusal):
                report.walkedAround.append(OSMWalkedAround(id: square.id, reason: refusal.reason))
            }
        }
        report.chords = chords.count
        return chords
    }

    /// The pieces by object, numbered within it.
    private func ways(_ pieces: [Stretch], _ nodes: [Int64], _ positions: [Position]) -> [OSMWay] {
        var ways: [OSMWay] = []
        ways.reserveCapacity(pieces.count)
        var number = 0
        for place in pieces.indices.sorted(by: { (pieces[$0].id, $0) < (pieces[$1].id, $1) }) {
            let piece = pieces[place]
            number = ways.last?.id == piece.id ? number + 1 : 0
            ways.append(
                OSMWay(
                    id: piece.id, piece: number, course: piece.course,
                    nodes: piece.vertices.map { nodes[Int($0)] },
                    positions: piece.vertices.map { positions[Int($0)] },
                    tags: piece.tags.tags, isPrivate: piece.isPrivate, level: piece.tags.level))
        }
        return ways
    }
}
