import Geometry
import PedestrianNetworks
import Projections

/// Doubts layers that fit the network once an offset is undone, and not as they are (Docs/Methods: Offset datums).
struct OffsetDetector {
    private let snapper: Snapper
    private let plane: Plane

    /// Fewer places than this say nothing.
    private static let fewest = 8
    /// More places than this make it no surer.
    private static let most = 400
    /// Places nearer to the network than this, by their median in metres, are where they should be.
    private static let harmlessLeg = 20.0
    /// Fewer outlines crossed than this share are no more than gates and passages.
    private static let harmlessShare = 0.1
    /// Farther than this is all the same.
    private static let horizon = WalkingDistance(metres: 2000)

    init(snapper: Snapper, plane: Plane) {
        self.snapper = snapper
        self.plane = plane
    }

    /// A finding for each layer of blocks or facilities that nobody declared a datum of and that looks offset.
    ///
    /// - Throws: `ProjectionError` when there is no way between the plane and longitude and latitude.
    func findings(on layers: [ProjectedLayer]) throws -> [Finding] {
        guard snapper.network.edgeCount > 0, let mover = try OffsetMover(plane) else { return [] }
        let doubtful = layers.filter(Self.isUndeclared)
            .map { (layer: $0, given: Self.sample($0.shapes.compactMap { $0 })) }
            .filter { $0.given.count >= Self.fewest && mover.isOffset($0.given) }
        guard !doubtful.isEmpty else { return [] }
        let ways = CrossedSurfaces(snapper.network)
        return doubtful.compactMap { layer, given in
            let undone = [OffsetDatum.gcj02, .bd09].map { ($0, mover.undoing($0, of: given)) }
            return byLegs(layer, given, undone) ?? byOutlines(layer, given, undone, ways)
        }
    }

    private static func isUndeclared(_ layer: ProjectedLayer) -> Bool {
        layer.isGeographic && layer.raw.input.datum == nil
            && (layer.role == "blocks" || layer.role == "facilities")
    }

    private typealias Undone = [(datum: OffsetDatum, shapes: [Shape])]

    /// By how far places are from the network: telling where ways are wide apart.
    private func byLegs(_ layer: ProjectedLayer, _ given: [Shape], _ undone: Undone) -> Finding? {
        let before = legs(of: given)
        guard before.median >= Self.harmlessLeg else { return nil }
        let candidates = undone.map { (datum: $0.datum, legs: legs(of: $0.shapes)) }
        guard let best = candidates.min(by: { $0.legs.median < $1.legs.median }),
            best.legs.median * 2 <= before.median
        else { return nil }
        // Two places of three have to come nearer as well: a shift at random does not do that.
        guard zip(before, best.legs).count(where: { $0 > $1 }) * 3 >= given.count * 2 else { return nil }
        func metres(_ legs: [Double]) -> String { "\(Int(legs.median.rounded()))" }
        return finding(.datumSuspected, layer, best.datum, metres(before), metres(best.legs))
    }

    /// By how many outlines ways cross: telling where places are wide and ways are dense.
    private func byOutlines(
        _ layer: ProjectedLayer, _ given: [Shape], _ undone: Undone, _ ways: CrossedSurfaces
    ) -> Finding? {
        let isSurface = given.map { !$0.polygons.isEmpty }
        guard isSurface.count(where: { $0 }) >= Self.fewest, isSurface.allSatisfy({ $0 }) else { return nil }
        func share(_ shapes: [Shape]) -> Double {
            Double(ways.crossed(shapes).count { $0 }) / Double(shapes.count)
        }
        let before = share(given)
        guard before >= Self.harmlessShare else { return nil }
        let candidates = undone.map { (datum: $0.datum, share: share($0.shapes)) }
        guard let best = candidates.min(by: { $0.share < $1.share }), best.share * 2 <= before else {
            return nil
        }
        func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
        return finding(.outlinesCrossed, layer, best.datum, percent(before), percent(best.share))
    }

    private func finding(
        _ code: Finding.Code, _ layer: ProjectedLayer, _ datum: OffsetDatum, _ before: String,
        _ after: String
    ) -> Finding {
        Finding(
            code, layer: layer.role,
            arguments: [layer.raw.path, datum.title, before, after, datum.rawValue])
    }

    /// Shapes spread evenly over the input.
    private static func sample(_ shapes: [Shape]) -> [Shape] {
        let step = max(1, (shapes.count + most - 1) / most)
        return stride(from: 0, to: shapes.count, by: step).map { shapes[$0] }
    }

    /// How far the middles of shapes are from the network, in metres.
    private func legs(of shapes: [Shape]) -> [Double] {
        var scratch = Snapper.Scratch()
        return shapes.map { shape in
            let joined = snapper.location(of: shape.box.centre, within: Self.horizon, scratch: &scratch)
            return (try? joined.get())?.leg.metres ?? Self.horizon.metres
        }
    }
}

/// Undoes offsets of shapes that lie in a plane.
private struct OffsetMover {
    private let toDegrees: Transformation
    private let toPlane: Transformation

    /// Nil for a local grid, which lies nowhere on the globe.
    init?(_ plane: Plane) throws {
        guard let reference = plane.reference, let toDegrees = try plane.toLongitudeLatitude() else {
            return nil
        }
        self.toDegrees = toDegrees
        toPlane = try Transformation(from: .wgs84, to: reference)
    }

    /// Whether all shapes lie where sources are offset.
    func isOffset(_ shapes: [Shape]) -> Bool {
        var middles = shapes.map(\.box.centre)
        return toDegrees.apply(to: &middles) == 0 && middles.allSatisfy(OffsetDatum.offsets)
    }

    /// The shapes without the offset of `datum`; as they are where there is no way back.
    func undoing(_ datum: OffsetDatum, of shapes: [Shape]) -> [Shape] {
        shapes.map { shape in
            let moved = try? shape.mappingRuns { run in
                var run = run
                _ = toDegrees.apply(to: &run)
                run = run.map(datum.wgs84)
                _ = toPlane.apply(to: &run)
                return run
            }
            return moved ?? shape
        }
    }
}
