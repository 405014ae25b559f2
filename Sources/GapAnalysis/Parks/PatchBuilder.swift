import Geometry
import StudyAreas

/// Residential land of one block that something does not reach.
struct UncoveredLand: Sendable {
    /// The place of the block in the area's blocks.
    let block: Int
    let polygons: [Polygon]
}

/// Grows uncovered pieces of blocks that touch together into patches.
struct PatchBuilder {
    let area: StudyArea

    /// Slivers smaller than this, in m², are the roundness of a service area and no patch; their area counts.
    private static let leastArea = 1.0

    /// A connected piece of one block's land; a block can have several, apart from one another.
    private struct Piece {
        let block: Int
        let polygon: Polygon
        let area: Double
    }

    /// The patches that pieces of land make, the largest first, equal ones by their first piece.
    func patches(of land: [UncoveredLand]) throws -> [UncoveredPatch] {
        let pieces = land.flatMap { land in
            land.polygons.map { Piece(block: land.block, polygon: $0, area: $0.area) }
        }.filter { $0.area >= Self.leastArea }
        let context = GEOSContext()
        let patches = try groups(of: pieces, context).map { try patch(of: $0.map { pieces[$0] }, context) }
        return patches.enumerated()
            .sorted { ($1.element.area, $0.offset) < ($0.element.area, $1.offset) }.map(\.element)
    }

    private func patch(of pieces: [Piece], _ context: GEOSContext) throws -> UncoveredPatch {
        let polygons = pieces.map(\.polygon)
        let people = pieces.map { piece in
            let block = area.blocks[piece.block]
            let land = block.shape.area
            return land > 0 ? (block.population ?? 0) * piece.area / land : 0
        }
        return UncoveredPatch(
            polygons: pieces.count == 1 ? polygons : try context.union(of: polygons),
            area: pieces.reduce(0) { $0 + $1.area }, population: people.reduce(0, +),
            blocks: Set(pieces.map(\.block)).sorted())
    }

    /// Pieces that touch, directly or through others, each group in the order of its pieces.
    private func groups(of pieces: [Piece], _ context: GEOSContext) throws -> [[Int]] {
        let boxes = pieces.map { Shape.polygon($0.polygon).box }
        let index = SpatialIndex(boxes)
        var scratch = SpatialIndex.Scratch()
        var group = Array(pieces.indices)
        func root(_ piece: Int) -> Int {
            var piece = piece
            while group[piece] != piece { piece = group[piece] }
            return piece
        }
        for piece in pieces.indices {
            var near: [Int] = []
            index.forEach(meeting: boxes[piece], scratch: &scratch) { if $0 < piece { near.append($0) } }
            for other in near.sorted() where root(other) != root(piece) {
                guard try context.meet([pieces[piece].polygon], [pieces[other].polygon]) else { continue }
                let (a, b) = (root(other), root(piece))
                group[max(a, b)] = min(a, b)
            }
        }
        let members = Dictionary(grouping: pieces.indices, by: root)
        return members.keys.sorted().compactMap { members[$0] }
    }
}
