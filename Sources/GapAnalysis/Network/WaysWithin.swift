import Geometry
import PedestrianNetworks

/// The length of the ways in a zone (Docs/Methods: The walking network's own figures).
///
/// Each segment is cut where it meets the boundary. Pieces inside count in full, pieces along the boundary by
/// half: the other half is the neighbour's, so that units side by side add up to the whole.
struct WaysWithin {
    private let boundary: ZoneBoundary
    private let surface: PreparedShape
    private let box: Box

    /// A way no further than this from the boundary runs along it: drawings are no more careful.
    private static let tolerance = 0.01

    /// For a surface of at least one polygon.
    init(_ polygons: [Polygon], _ context: GEOSContext) throws {
        boundary = ZoneBoundary(polygons)
        surface = try PreparedShape(.multiPolygon(polygons), in: context)
        box = Shape.multiPolygon(polygons).box
    }

    /// The length of the ways of `network`, whose edges `index` knows by their boxes.
    ///
    /// Whole micrometres add up alike in any order.
    func length(
        of network: PedestrianNetwork, _ index: SpatialIndex, _ scratch: inout SpatialIndex.Scratch
    ) throws -> WalkingDistance {
        var near: [Int] = []
        index.forEach(meeting: box, scratch: &scratch) { near.append($0) }
        var length = WalkingDistance.zero
        for edge in near {
            let share = try share(of: network.segment(of: edge), &scratch)
            length.micrometres += Int64((Double(network.length(of: edge)) * share).rounded())
        }
        return length
    }

    /// Which share of a segment counts, 0…1.
    private func share(of segment: Segment, _ scratch: inout SpatialIndex.Scratch) throws -> Double {
        let sides = boundary.segments(near: segment.box.grown(by: Self.tolerance), &scratch)
        let middle = segment.point(at: 0.5)
        if sides.isEmpty { return try surface.covers(middle) ? 1 : 0 }
        let cuts = cuts(of: segment, by: sides)
        return try zip(cuts, cuts.dropFirst()).reduce(0) { sum, piece in
            try sum + (piece.1 - piece.0) * weight(at: segment.point(at: (piece.0 + piece.1) / 2), &scratch)
        }
    }

    /// Where a segment may come in or go out, as ascending fractions with both ends.
    private func cuts(of segment: Segment, by sides: [Segment]) -> [Double] {
        var cuts: Set<Double> = [0, 1]
        for side in sides {
            switch segment.meeting(side) {
            case .none: break
            case .point(let fraction): cuts.insert(fraction)
            case .stretch(let from, let to): cuts.formUnion([from, to])
            }
            for end in [side.start, side.end] {
                let nearest = segment.nearest(to: end)
                if nearest.squaredDistance <= Self.tolerance * Self.tolerance {
                    cuts.insert(nearest.fraction)
                }
            }
        }
        return cuts.sorted()
    }

    private func weight(at position: Position, _ scratch: inout SpatialIndex.Scratch) throws -> Double {
        if boundary.isNear(position, within: Self.tolerance, &scratch) { return 0.5 }
        return try surface.covers(position) ? 1 : 0
    }
}
