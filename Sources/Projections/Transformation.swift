internal import CPROJ
public import Geometry

/// A way of moving positions from one coordinate system to another.
///
/// Positions are always x = easting or longitude, y = northing or latitude, in degrees where angles are meant,
/// whatever order the system's authority prescribes. It owns a PROJ context of its own: one per task.
public final class Transformation {
    private let operation: ProjectionObject?
    /// How well positions come out; nil for the identity.
    public let quality: Quality?

    /// What PROJ says about the operation it goes by.
    public struct Quality: Hashable, Sendable {
        /// The name of the source's geographic system, such as `Xian 1980`.
        public let datum: String
        /// Metres, as PROJ states it; nil when it states none.
        public let accuracy: Double?
        /// Whether the two lie on unlike ellipsoids and PROJ knows no shift, so that none is applied. Between WGS 84
        /// and CGCS2000, which agree to less than a metre, none is needed.
        public let isShiftMissing: Bool
    }

    /// The best transformation PROJ has without grids from the network, the same for all positions.
    ///
    /// Where PROJ knows no datum shift for the whole area, none is applied: Beijing 1954 and Xian 1980 are then
    /// off by about a hundred metres. Between WGS 84 and CGCS2000 none is needed.
    /// Equivalent systems give the identity, which changes no bit of a position.
    /// - Throws: `unknownSystem` when a definition is not understood, `noTransformation` when there is no way.
    public init(
        from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem
    ) throws(ProjectionError) {
        if source == target {
            operation = nil
            quality = nil
            return
        }
        let context = ProjectionContext()
        let from = try CoordinateReferenceSystem.object(source.definition, in: context)
        let to = try CoordinateReferenceSystem.object(target.definition, in: context)
        let chosen = try Self.operation(
            from: from, to: to, subject: "\(source.definition) to \(target.definition)")
        operation = chosen
        quality = chosen.map { Self.quality(of: $0, from: from, to: to) }
    }

    private static func operation(
        from: ProjectionObject, to: ProjectionObject, subject: String
    ) throws(ProjectionError) -> ProjectionObject? {
        let context = from.context
        let criterion = PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS
        if proj_is_equivalent_to_with_ctx(context.pointer, from.pointer, to.pointer, criterion) != 0 {
            return nil
        }
        if let found = OperationChoice(from: from, to: to).operation(),
            let normalised = ProjectionObject(
                proj_normalize_for_visualization(context.pointer, found.pointer), in: context)
        {
            return normalised
        }
        throw ProjectionError(
            problem: .noTransformation, subject: subject,
            detail: context.takeMessages(otherwise: "PROJ knows no way between the two systems"))
    }

    private static func quality(
        of operation: ProjectionObject, from: ProjectionObject, to: ProjectionObject
    ) -> Quality {
        let context = operation.context.pointer
        let accuracy = proj_coordoperation_get_accuracy(context, operation.pointer)
        let isBallpark =
            proj_coordoperation_has_ballpark_transformation(context, operation.pointer) != 0
        let geographic = ProjectionObject(
            proj_crs_get_geodetic_crs(from.context.pointer, from.pointer), in: from.context)
        return Quality(
            datum: geographic.flatMap { proj_get_name($0.pointer) }.map { String(cString: $0) } ?? "",
            accuracy: accuracy >= 0 ? accuracy : nil,
            isShiftMissing: isBallpark && equatorialRadius(from) != equatorialRadius(to))
    }

    /// That of the system's ellipsoid, in metres.
    private static func equatorialRadius(_ system: ProjectionObject) -> Double {
        let context = system.context
        var radius = 0.0
        guard
            let ellipsoid = ProjectionObject(proj_get_ellipsoid(context.pointer, system.pointer), in: context)
        else { return radius }
        proj_ellipsoid_get_parameters(context.pointer, ellipsoid.pointer, &radius, nil, nil, nil)
        return radius
    }

    /// Moves every position in place.
    ///
    /// - Returns: How many could not be moved, because they lie outside what the transformation is defined for
    ///   or were not finite; both coordinates of those become NaN.
    public func apply(to positions: inout [Position]) -> Int {
        if let operation { positions.withUnsafeMutableBytes { Self.run(operation, on: $0) } }
        var lost = 0
        for index in positions.indices where !positions[index].isFinite {
            positions[index] = Position(.nan, .nan)
            lost += 1
        }
        return lost
    }

    /// One call for the whole batch; the result is judged by its numbers, because PROJ's return value counts
    /// attempts.
    private static func run(_ operation: ProjectionObject, on bytes: UnsafeMutableRawBufferPointer) {
        guard let x = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
        let stride = MemoryLayout<Position>.stride
        let count = bytes.count / stride
        proj_errno_reset(operation.pointer)
        proj_trans_generic(
            operation.pointer, PJ_FWD, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    }
}
