import Geometry

/// The one position that stands for a place (Docs/Methods: Joining places).
struct InteriorPoint {
    private let geos = GEOSContext()

    /// The point itself; the mean of several points; for a surface the centroid if the surface covers it, else
    /// a point on it; nil for lines, which stand for no place.
    func position(of shape: Shape) throws -> Position? {
        switch shape {
        case .point(let position): return position
        case .multiPoint(let positions):
            let sum = positions.reduce(Position(0, 0)) { Position($0.x + $1.x, $0.y + $1.y) }
            return Position(sum.x / Double(positions.count), sum.y / Double(positions.count))
        case .lineString, .multiLineString: return nil
        case .polygon, .multiPolygon:
            let centroid = try shape.centroid(in: geos)
            if centroid.isFinite, try shape.covers(centroid, in: geos) { return centroid }
            return try shape.pointOnSurface(in: geos)
        }
    }

    /// What became of a shape that has to be valid.
    enum Soundness {
        case sound(Shape)
        case repaired(Shape, reason: String)
        case beyondRepair(reason: String)
    }

    /// A surface as it is if it is valid, else its polygonal part after GEOS made it valid.
    func soundness(of shape: Shape) -> Soundness {
        guard !shape.polygons.isEmpty else { return .sound(shape) }
        do {
            guard case .invalid(let reason, _) = try shape.validity(in: geos) else { return .sound(shape) }
            guard !shape.isTangled else {
                return .beyondRepair(reason: "\(reason), and so on more than a thousand times")
            }
            guard let repaired = try shape.repaired(in: geos) else { return .beyondRepair(reason: reason) }
            return .repaired(repaired, reason: reason)
        } catch {
            return .beyondRepair(reason: error.message)
        }
    }
}

extension Shape {
    /// Whether sides cross one another so often that repairing would take minutes and give confetti.
    fileprivate var isTangled: Bool {
        var sides: [Segment] = []
        forEachRun { run in sides += zip(run, run.dropFirst()).map { Segment($0, $1) } }
        let index = SpatialIndex(sides.map(\.box))
        var scratch = SpatialIndex.Scratch()
        var crossings = 0
        for (place, side) in sides.enumerated() where crossings <= 1000 {
            index.forEach(meeting: side.box, scratch: &scratch) { other in
                guard other > place + 1, case .point(let fraction) = side.meeting(sides[other]) else {
                    return
                }
                if fraction > 0, fraction < 1 { crossings += 1 }
            }
        }
        return crossings > 1000
    }
}
