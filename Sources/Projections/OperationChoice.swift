internal import CPROJ

/// Picks the one operation that all positions of a transformation go through.
///
/// PROJ's own choice is made anew for every position, by areas of use. Between Beijing 1954 and WGS 84 it
/// changes at 31.23° N from an offshore datum shift to none, and a network across that line would be torn
/// by seventy metres.
struct OperationChoice {
    let from: ProjectionObject
    let to: ProjectionObject
    private var context: ProjectionContext { from.context }

    init(from: ProjectionObject, to: ProjectionObject) {
        self.from = from
        self.to = to
    }

    /// The most accurate operation that is meant for the whole area the two systems share; PROJ's first when
    /// none is. Nil when there is no operation at all.
    func operation() -> ProjectionObject? {
        guard let settings = proj_create_operation_factory_context(context.pointer, nil) else { return nil }
        defer { proj_operation_factory_context_destroy(settings) }
        proj_operation_factory_context_set_spatial_criterion(
            context.pointer, settings, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
        proj_operation_factory_context_set_grid_availability_use(
            context.pointer, settings, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
        let list = proj_create_operations(context.pointer, from.pointer, to.pointer, settings)
        defer { proj_list_destroy(list) }
        let candidates = (0..<proj_list_get_count(list)).lazy.compactMap {
            ProjectionObject(proj_list_get(context.pointer, list, $0), in: context)
        }
        let needed = AreaOfUse(from).intersection(AreaOfUse(to))
        return candidates.first { AreaOfUse($0).covers(needed) } ?? candidates.first
    }
}

/// The rectangle of longitudes and latitudes that something is meant for; the whole Earth when unknown.
private struct AreaOfUse {
    private var west = -180.0
    private var south = -90.0
    private var east = 180.0
    private var north = 90.0

    init(_ object: ProjectionObject) {
        var (w, s, e, n) = (0.0, 0.0, 0.0, 0.0)
        let isKnown = proj_get_area_of_use(object.context.pointer, object.pointer, &w, &s, &e, &n, nil) != 0
        // PROJ says -1000 for an unknown edge.
        guard isKnown, w >= -180, s >= -90 else { return }
        (south, north) = (s, n)
        // An area across the date line counts as all longitudes.
        if w <= e { (west, east) = (w, e) }
    }

    func intersection(_ other: AreaOfUse) -> AreaOfUse {
        var common = self
        common.west = max(west, other.west)
        common.south = max(south, other.south)
        common.east = min(east, other.east)
        common.north = min(north, other.north)
        return common
    }

    /// Whether at least nine tenths of `other` lie within; areas of one country differ by a little.
    func covers(_ other: AreaOfUse) -> Bool {
        intersection(other).squareDegrees >= 0.9 * other.squareDegrees
    }

    private var squareDegrees: Double { max(east - west, 0) * max(north - south, 0) }
}
