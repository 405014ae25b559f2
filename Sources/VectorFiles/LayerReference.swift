/// What a layer says about the coordinate system of its positions.
public enum LayerReference: Hashable, Sendable {
    /// The file names its system: an authority code such as `EPSG:4490` where it has one, else WKT.
    case declared(String, isGeographic: Bool)
    /// The format or the column names mean longitude and latitude without saying on which datum: GeoJSON
    /// without a `crs` member, CSV with columns such as `lng` and `lat`.
    case impliedLongitudeLatitude
    /// A system is named, but none that is known; what it is called or where it stands, and why.
    case unknown(name: String, detail: String)
    /// Nothing is said.
    case none
}
