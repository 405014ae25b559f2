import Geometry
import StudyAreas

/// Residential land of one block that something does not reach.
struct UncoveredLand: Sendable {
    /// The place of the block in the area's blocks.
    let block: Int
    let polygons: [Polygon]
    /// In m².
    let area: Double
}

/// Grows uncovered pieces of blocks that touch together into patches.
struct PatchBuilder {
    let area: StudyArea

    /// Slivers smaller than this, in m², are the roundness of a service area and no patch; their area counts.
    private static let leastArea = 1.0

    /// The patches that pieces of land make, the largest first, equal ones by their first block.
    func patches(of land: [UncoveredLand]) throws -> [UncoveredPatch] {
        let pieces = land.filter { $0.area >= Self.leastArea }
        let context = GEOSContext()
        return try groups(of: pieces, context).map { try patch(of: $0.map { pieces[$0] }, context) }
            .sorted { ($1.area, $0.blocks[0]) < ($0.area, $1.blocks[0]) }
    }

    private func patch(of pieces: [UncoveredLand], _ context: GEOSContext) throws -> UncoveredPatch {
        let polygons = pieces.flatMap(\.polygons)
        let people = pieces.map { piece in
            let block = area.blocks[piece.block]
            let land = block.shape.area
            return land > 0 ? (block.population ?? 0) * piece.area / land : 0
        }
        return UncoveredPatch(
            polygons: pieces.count == 1 ? polygons : try context.union(of: polygons),
            area: pieces.reduce(0) { $0 + $1.area }, population: people.reduce(0, +),
            blocks: pieces.map(\.block))
    }

    /// Pieces that touch, directly or through others, each group in the order of its pieces.
    private func groups(of pieces: [UncoveredLand], _ context: GEOSContext) throws -> [[Int]] {
        let boxes = pieces.map { Shape.multiPolygon($0.polygons).box }
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
                guard try context.meet(pieces[piece].polygons, pieces[other].polygons) else { continue }
                let (a, b) = (root(other), root(piece))
                group[max(a, b)] = min(a, b)
            }
        }
        let members = Dictionary(grouping: pieces.indices, by: root)
        return members.keys.sorted().compactMap { members[$0] }
    }
}
