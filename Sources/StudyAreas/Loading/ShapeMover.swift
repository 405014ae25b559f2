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

    /// What became of a layer's shapes, or those of some of its features, by feature.
    struct Moved: Sendable {
        /// Nil for those that were refused.
        fileprivate(set) var shapes = ShapeColumn()
        /// The box around them all.
        fileprivate(set) var box = Box.empty
        /// Which were refused, ascending, and why.
        fileprivate(set) var refusals: [(place: Int, refusal: Refusal)] = []

        fileprivate mutating func refuse(_ place: Int, _ refusal: Refusal) {
            refusals.append((place, refusal))
            shapes.replace(place, by: nil)
        }

        /// Refuses the next feature.
        fileprivate mutating func refuse(_ refusal: Refusal) {
            refusals.append((shapes.count, refusal))
            shapes.append(nil)
        }

        /// Takes the last feature's shape as it is now, if it can lie in a plane.
        fileprivate mutating func judgeLast() {
            let last = shapes.count - 1
            if let box = shapes.box(last), box.liesInSomePlane {
                self.box.extend(to: box)
            } else {
                refuse(last, ShapeMover.notTransformable)
            }
        }

        fileprivate mutating func append(_ part: Moved) {
            let before = shapes.count
            refusals += part.refusals.map { (before + $0.place, $0.refusal) }
            shapes.append(contentsOf: part.shapes)
            box.extend(to: part.box)
        }
    }

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
        var joined = Moved()
        joined.shapes.reserveCapacity(shapes.count)
        guard threads > 1, parts.count > 1 else {
            for part in parts { joined.append(moved(shapes, part, of: features, by: move)) }
            return joined
        }
        let results = try simultaneousMap(
            count: parts.count, threads: threads,
            workspace: { try Transformation(from: way.from, to: way.to) }
        ) { part, move in
            moved(shapes, parts[part], of: features, by: move)
        }
        for part in results { joined.append(part) }
        return joined
    }

    /// Shapes that stay where they are: the table's own list, and a copy of it only where one is refused.
    private func kept(_ features: Features) -> Moved {
        var kept = Moved(shapes: features.shapes)
        for place in kept.shapes.indices {
            let box = kept.shapes.box(place)
            if let refusal = refusal(of: box, features, place) {
                kept.refuse(place, refusal)
            } else if let box, box.liesInSomePlane {
                kept.box.extend(to: box)
            } else {
                kept.refuse(place, Self.notTransformable)
            }
        }
        return kept
    }

    private func moved(
        _ shapes: ShapeColumn, _ places: Range<Int>, of features: Features, by move: Transformation
    ) -> Moved {
        let refusals = places.map { refusal(of: shapes.box($0), features, $0) }
        var positions: [Position] = []
        for (place, refusal) in zip(places, refusals) where refusal == nil {
            if let run = shapes.run(place) {
                positions += shapes.positions[run]
            } else {
                shapes[place]?.forEachRun { positions += $0 }
            }
        }
        if datum != .wgs84 { positions = positions.map(datum.wgs84) }
        _ = move.apply(to: &positions)
        var part = Moved()
        var rest = positions[...]
        for (place, refusal) in zip(places, refusals) {
            if let refusal { part.refuse(refusal) } else { part.take(shapes, place, from: &rest) }
        }
        return part
    }

    /// Why a feature with such a box in its file cannot be moved; nil when it can.
    private func refusal(of box: Box?, _ features: Features, _ place: Int) -> Refusal? {
        guard let box else { return Self.refusal(of: features[place].defect) }
        guard isGeographic, box.minX < -180 || box.maxX > 180 || box.minY < -90 || box.maxY > 90 else {
            return nil
        }
        return Refusal(code: .outsideTheGlobe, arguments: ["\(box.maxX)", "\(box.maxY)"])
    }

    fileprivate static let notTransformable = Refusal(code: .notTransformable)

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

extension ShapeMover.Moved {
    /// Adds the shape that a feature has in `shapes`, with the next of `positions` for its own.
    fileprivate mutating func take(
        _ shapes: ShapeColumn, _ place: Int, from positions: inout ArraySlice<Position>
    ) {
        if let run = shapes.run(place) {
            let own = positions.startIndex
            guard self.shapes.append(count: run.count, { positions[own + $0] }) else {
                positions = positions.dropFirst(run.count)
                return refuse(ShapeMover.notTransformable)
            }
            positions = positions.dropFirst(run.count)
        } else {
            self.shapes.append(shapes[place]?.taking(&positions))
        }
        judgeLast()
    }
}

extension Shape {
    /// The same shape with the next of `positions` for its own; nil when one of them is not finite.
    fileprivate func taking(_ positions: inout ArraySlice<Position>) -> Shape? {
        // A run may be refused, and the runs after it are passed over all the same.
        var own = positions
        forEachRun { positions = positions.dropFirst($0.count) }
        return try? mappingRuns { run in
            defer { own = own.dropFirst(run.count) }
            return Array(own.prefix(run.count))
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
