import Geometry
import Projections
import VectorFiles
import WorkSharing

/// Moves the shapes of a layer into the plane, many positions at a time and over threads.
struct ShapeMover: Sendable {
    let datum: OffsetDatum
    let isGeographic: Bool
    /// From where to where; nil when shapes stay where they are.
    let way: (from: CoordinateReferenceSystem, to: CoordinateReferenceSystem)?

    /// Why a feature has no shape in the plane.
    struct Refusal: Error {
        let code: Finding.Code
        var arguments: [String] = []
    }

    /// What became of a layer's shapes, by feature.
    struct Moved {
        /// Nil for those that were refused.
        fileprivate(set) var shapes: [Shape?]
        /// The box around them all.
        fileprivate(set) var box = Box.empty
        /// Which were refused, ascending, and why.
        fileprivate(set) var refusals: [(place: Int, refusal: Refusal)] = []

        fileprivate mutating func refuse(_ place: Int, _ refusal: Refusal) {
            refusals.append((place, refusal))
            shapes[place] = nil
        }
    }

    private typealias Placed = Result<(shape: Shape, box: Box), Refusal>

    /// So many features are moved in one go.
    private static let atOnce = 8192

    /// Moves every shape; the same for any number of threads.
    ///
    /// - Parameter move: The way as PROJ knows it, for who works alone; every other task makes its own.
    func moved(_ features: Features, by move: Transformation?, threads: Int) throws -> Moved {
        // Without a quality nothing is moved.
        guard let way, let move, move.quality != nil || datum != .wgs84 else { return kept(features) }
        let shapes = features.shapes
        let parts = chunks(of: shapes.count, size: Self.atOnce)
        guard threads > 1, parts.count > 1 else {
            return joined(parts.map { moved(shapes[$0], of: features, by: move) })
        }
        return joined(
            try simultaneousMap(
                count: parts.count, threads: threads,
                workspace: { try Transformation(from: way.from, to: way.to) }
            ) { part, move in
                moved(shapes[parts[part]], of: features, by: move)
            })
    }

    /// Shapes that stay where they are: the table's own list, and a copy of it only where one is refused.
    private func kept(_ features: Features) -> Moved {
        var kept = Moved(shapes: features.shapes)
        for place in kept.shapes.indices {
            switch checked(kept.shapes[place], of: features, place) {
            case .success(let placed) where placed.box.liesInSomePlane: kept.box.extend(to: placed.box)
            case .success: kept.refuse(place, Self.notTransformable)
            case .failure(let refusal): kept.refuse(place, refusal)
            }
        }
        return kept
    }

    private func joined(_ parts: [[Placed]]) -> Moved {
        var joined = Moved(shapes: [])
        joined.shapes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for placed in parts.joined() {
            switch placed {
            case .success(let placed):
                joined.shapes.append(placed.shape)
                joined.box.extend(to: placed.box)
            case .failure(let refusal):
                joined.shapes.append(nil)
                joined.refuse(joined.shapes.count - 1, refusal)
            }
        }
        return joined
    }

    private func moved(
        _ shapes: ArraySlice<Shape?>, of features: Features, by move: Transformation
    ) -> [Placed] {
        let given = shapes.indices.map { place in
            checked(shapes[place], of: features, place).map(\.shape)
        }
        var positions: [Position] = []
        for shape in given { (try? shape.get())?.forEachRun { positions += $0 } }
        if datum != .wgs84 { positions = positions.map(datum.wgs84) }
        _ = move.apply(to: &positions)
        var next = 0
        return given.map { shape in
            shape.flatMap { shape -> Placed in
                // A run may be refused, and the runs after it are passed over all the same.
                var rest = next
                shape.forEachRun { next += $0.count }
                let moved = try? shape.mappingRuns { run in
                    defer { rest += run.count }
                    return Array(positions[rest..<rest + run.count])
                }
                guard let moved, case let box = moved.box, box.liesInSomePlane else {
                    return .failure(Self.notTransformable)
                }
                return .success((moved, box))
            }
        }
    }

    /// A shape that can be moved, and its box.
    private func checked(_ shape: Shape?, of features: Features, _ place: Int) -> Placed {
        guard let shape else { return .failure(Self.refusal(of: features[place].defect)) }
        let box = shape.box
        if isGeographic, box.minX < -180 || box.maxX > 180 || box.minY < -90 || box.maxY > 90 {
            return .failure(Refusal(code: .outsideTheGlobe, arguments: ["\(box.maxX)", "\(box.maxY)"]))
        }
        return .success((shape, box))
    }

    private static let notTransformable = Refusal(code: .notTransformable)

    private static func refusal(of defect: GeometryDefect?) -> Refusal {
        switch defect {
        case .missing, nil: Refusal(code: .geometryMissing)
        case .empty: Refusal(code: .geometryEmpty)
        case .notFinite: Refusal(code: .geometryNotFinite)
        case .unsupported(let type): Refusal(code: .geometryUnsupported, arguments: [type])
        case .malformed(let reason): Refusal(code: .geometryMalformed, arguments: [reason])
        }
    }
}

extension Box {
    /// Whether these can be metres of a plane on Earth: eastings with a zone number reach 6·10⁷. Far larger
    /// ones are slips of the pen whose squares would not be finite.
    fileprivate var liesInSomePlane: Bool {
        let limit = 1e8
        return minX >= -limit && maxX <= limit && minY >= -limit && maxY <= limit
    }
}
