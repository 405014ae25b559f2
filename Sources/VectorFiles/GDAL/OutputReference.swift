internal import CGDAL

/// Coordinate systems of what is written.
enum OutputReference {
    /// The system called `definition`, which belongs to the caller; nil for none.
    ///
    /// - Throws: `notWritable` when nobody knows it.
    static func make(
        _ definition: String?, else failure: () -> VectorFileError
    ) throws(VectorFileError) -> OGRSpatialReferenceH? {
        guard let definition else { return nil }
        let reference = OSRNewSpatialReference(nil)
        guard OSRSetFromUserInput(reference, definition) == OGRERR_NONE else {
            OSRDestroySpatialReference(reference)
            throw failure()
        }
        // Eastings first, as all positions here.
        OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER)
        return reference
    }
}
