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

    typealias Moved = Result<(shape: Shape, box: Box), Refusal>

    /// So many features are moved in one go.
    private static let atOnce = 8192

    /// Gives `body` what becomes of each feature, in order; the same for any number of threads.
    ///
    /// - Parameter move: The way as PROJ knows it, for who works alone; every other task makes its own.
    func forEachMoved(
        _ features: Features, by move: Transformation?, threads: Int, _ body: (Moved) -> Void
    ) throws {
        // Without a quality nothing is moved.
        guard let way, let move, move.quality != nil || datum != .wgs84 else {
            for feature in features { body(checked(feature).flatMap { placed($0.shape, $0.box) }) }
            return
        }
        let parts = chunks(of: features.count, size: Self.atOnce)
        guard threads > 1, parts.count > 1 else {
            for part in parts { moved(part.map { features[$0] }, by: move).forEach(body) }
            return
        }
        let results = try simultaneousMap(
            count: parts.count, threads: threads,
            workspace: { try Transformation(from: way.from, to: way.to) }
        ) { part, move in
            moved(parts[part].map { features[$0] }, by: move)
        }
        results.joined().forEach(body)
    }

    private func moved(_ features: [Feature], by move: Transformation) -> [Moved] {
        let given = features.map(checked)
        var positions: [Position] = []
        for shape in given { (try? shape.get())?.shape.forEachRun { positions += $0 } }
        if datum != .wgs84 { positions = positions.map(datum.wgs84) }
        _ = move.apply(to: &positions)
        var next = 0
        return given.map { shape in
            shape.flatMap { shape, _ -> Moved in
                // A run may be refused, and the runs after it are passed over all the same.
                var rest = next
                shape.forEachRun { next += $0.count }
                let moved = try? shape.mappingRuns { run in
                    defer { rest += run.count }
                    return Array(positions[rest..<rest + run.count])
                }
                guard let moved else { return .failure(Refusal(code: .notTransformable)) }
                return placed(moved, moved.box)
            }
        }
    }

    /// A shape that can be moved, and its box.
    private func checked(_ feature: Feature) -> Moved {
        guard let shape = feature.shape else { return .failure(Self.refusal(of: feature.defect)) }
        let box = shape.box
        if isGeographic, box.minX < -180 || box.maxX > 180 || box.minY < -90 || box.maxY > 90 {
            return .failure(Refusal(code: .outsideTheGlobe, arguments: ["\(box.maxX)", "\(box.maxY)"]))
        }
        return .success((shape, box))
    }

    private func placed(_ shape: Shape, _ box: Box) -> Moved {
        box.liesInSomePlane ? .success((shape, box)) : .failure(Refusal(code: .notTransformable))
    }

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
