import Geometry
import StudyAreas

/// A residential block that keeps strangers out, and its size.
public struct ClosedCompound: Sendable {
    /// The block, a place in the area's blocks.
    public let block: Int
    /// The longer side of the smallest rectangle around it, in metres, to the millimetre.
    public let longerSide: Double
    /// The shorter side of that rectangle.
    public let shorterSide: Double
}

/// How large closed compounds are.
struct ClosedCompounds {
    let blocks: [ResidentialBlock]

    /// The blocks that are closed and have an extent, in input order.
    var closed: [ClosedCompound] { compounds { blocks[$0].isGated == true } }

    /// Those of unknown standing, as if they were closed.
    var possiblyClosed: [ClosedCompound] { compounds { blocks[$0].isGated == nil } }

    private func compounds(where isWanted: (Int) -> Bool) -> [ClosedCompound] {
        blocks.indices.filter(isWanted).compactMap { compound($0) }
    }

    /// A block as a compound; nil when it is a point.
    private func compound(_ place: Int) -> ClosedCompound? {
        let corners = blocks[place].shape.polygons.flatMap(\.shell.positions)
        guard let sides = ConvexHull(of: corners).smallestRectangle else { return nil }
        return ClosedCompound(
            block: place, longerSide: (sides.longer * 1000).rounded() / 1000,
            shorterSide: (sides.shorter * 1000).rounded() / 1000)
    }
}
