/// A geometric operation that GEOS refused.
public struct GeometryError: Error, Hashable, Sendable {
    /// The C function that failed, such as `GEOSMakeValid_r`.
    public let operation: String
    /// What GEOS said about it.
    public let message: String

    /// An error of one C function.
    public init(operation: String, message: String) {
        self.operation = operation
        self.message = message
    }
}
