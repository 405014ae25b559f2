internal import CGEOS

/// The owner of one GEOS geometry, with the context it was made in.
final class GEOSGeometry {
    let context: GEOSContext
    private var owned: OpaquePointer?

    /// Takes over `pointer`.
    init(_ pointer: OpaquePointer, in context: GEOSContext) {
        owned = pointer
        self.context = context
    }

    deinit {
        if let owned { GEOSGeom_destroy_r(context.handle, owned) }
    }

    /// The geometry, still owned here.
    var pointer: OpaquePointer {
        guard let owned else { preconditionFailure("the geometry was given away") }
        return owned
    }

    /// Gives the geometry away, for a call that takes ownership of its inputs.
    ///
    /// GEOS frees such inputs even when the call fails, so this must happen before the call.
    func release() -> OpaquePointer {
        let given = pointer
        owned = nil
        return given
    }
}
