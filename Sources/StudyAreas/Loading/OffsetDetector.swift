import Geometry
import PedestrianNetworks
import Projections

/// Doubts layers whose positions lie on the network once an offset is undone, and off it as they are
/// (Docs/Methods: Plane).
struct OffsetDetector {
    let snapper: Snapper
    let plane: Plane

    /// Fewer places than this say nothing.
    private static let fewest = 8
    /// More places than this make it no surer.
    private static let most = 400
    /// Places nearer to the network than this, by their median, are where they should be.
    private static let harmless = 20.0
    /// Farther than this is all the same.
    private static let horizon = WalkingDistance(metres: 2000)

    /// A finding for each layer of blocks or facilities that nobody declared a datum of and that looks offset.
    ///
    /// - Throws: `ProjectionError` when there is no way between the plane and longitude and latitude.
    func findings(on layers: [ProjectedLayer]) throws -> [Finding] {
        guard snapper.network.edgeCount > 0, let reference = plane.reference,
            let toDegrees = try plane.toLongitudeLatitude()
        else { return [] }
        let toPlane = try Transformation(from: .wgs84, to: reference)
        return layers.compactMap { layer in
            guard layer.isGeographic, layer.raw.input.datum == nil,
                layer.role == "blocks" || layer.role == "facilities"
            else { return nil }
            return finding(on: layer, toDegrees, toPlane)
        }
    }

    private func finding(
        on layer: ProjectedLayer, _ toDegrees: Transformation, _ toPlane: Transformation
    ) -> Finding? {
        let given = sample(layer.shapes.compactMap { $0?.box.centre })
        var degrees = given
        _ = toDegrees.apply(to: &degrees)
        guard given.count >= Self.fewest, degrees.allSatisfy(OffsetDatum.offsets) else { return nil }
        let asGiven = legs(of: given)
        guard Self.median(asGiven) >= Self.harmless else { return nil }
        let candidates = [OffsetDatum.gcj02, .bd09].map { datum in
            var undone = degrees.map(datum.wgs84)
            _ = toPlane.apply(to: &undone)
            return (datum: datum, legs: legs(of: undone))
        }
        guard let best = candidates.min(by: { Self.median($0.legs) < Self.median($1.legs) }),
            Self.isConvincing(asGiven, best.legs)
        else { return nil }
        func metres(_ legs: [Double]) -> String { "\(Int(Self.median(legs).rounded()))" }
        return Finding(
            .datumSuspected, layer: layer.role,
            arguments: [
                layer.raw.path, best.datum.title, metres(asGiven), metres(best.legs), best.datum.rawValue,
            ])
    }

    /// Undoing has to halve the median, and to bring two places of three nearer: a shift at random does neither.
    private static func isConvincing(_ given: [Double], _ undone: [Double]) -> Bool {
        let nearer = zip(given, undone).count { $0 > $1 }
        return median(undone) * 2 <= median(given) && nearer * 3 >= given.count * 2
    }

    /// Places spread evenly over the input.
    private func sample(_ places: [Position]) -> [Position] {
        let step = max(1, (places.count + Self.most - 1) / Self.most)
        return stride(from: 0, to: places.count, by: step).map { places[$0] }
    }

    /// How far places are from the network, in metres.
    private func legs(of places: [Position]) -> [Double] {
        var scratch = Snapper.Scratch()
        return places.map { place in
            let joined = snapper.location(of: place, within: Self.horizon, scratch: &scratch)
            return (try? joined.get())?.leg.metres ?? Self.horizon.metres
        }
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
