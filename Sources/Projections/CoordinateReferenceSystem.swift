internal import CPROJ

/// A way of giving places on the Earth two numbers: longitude and latitude, or easting and northing.
///
/// A value with the definition in it, so it can be kept, compared and sent between tasks; the PROJ object is
/// made anew where it is needed. Two values are equal when their definitions are: `EPSG:4326` and the WKT of
/// the same system differ here, and only `Transformation` sees that they are the same.
public struct CoordinateReferenceSystem: Hashable, Sendable {
    /// The text the system was made from, without surrounding white space.
    public let definition: String
    /// The name PROJ gives the system, such as `WGS 84`.
    public let name: String
    /// Whether coordinates are longitude and latitude.
    public let isGeographic: Bool
    /// Whether coordinates are easting and northing in a plane.
    public let isProjected: Bool
    /// The length of one unit of easting in metres: 1 for metres, 0 when coordinates are angles.
    public let metresPerUnit: Double

    /// A system from an authority code (`EPSG:4547`, `ESRI:102025`, `OGC:CRS84`), WKT 1, WKT 2, ESRI WKT,
    /// PROJJSON or a PROJ string.
    ///
    /// Bare names are refused, because PROJ guesses at them. Compound systems count as their horizontal part.
    /// - Throws: `unknownSystem` when PROJ cannot make a system of the text, `unsuitableSystem` when it is
    ///   neither geographic nor projected.
    public init(_ definition: String) throws(ProjectionError) {
        let context = ProjectionContext()
        let text = definition.trimmed
        let object = try Self.object(text, in: context)
        let horizontal = Self.horizontal(object)
        let type = proj_get_type(horizontal.pointer)
        isGeographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS
        isProjected = type == PJ_TYPE_PROJECTED_CRS
        guard isGeographic || isProjected else {
            throw ProjectionError(
                problem: .unsuitableSystem, subject: text,
                detail: "neither longitude and latitude nor easting and northing")
        }
        self.definition = text
        name = proj_get_name(object.pointer).map { String(cString: $0) } ?? text
        metresPerUnit = isGeographic ? 0 : Self.unitOfFirstAxis(horizontal)
    }

    private init(definition: String, name: String) {
        self.definition = definition
        self.name = name
        isGeographic = true
        isProjected = false
        metresPerUnit = 0
    }

    /// Longitude and latitude of WGS 84, EPSG:4326.
    public static let wgs84 = CoordinateReferenceSystem(definition: "EPSG:4326", name: "WGS 84")

    /// Checks that distances can be measured in this system as in a plane of metres.
    ///
    /// - Throws: `notMetres` for angles and for feet.
    public func requireMetres() throws(ProjectionError) {
        guard isProjected, metresPerUnit == 1 else {
            throw ProjectionError(
                problem: .notMetres, subject: definition,
                detail: isGeographic
                    ? "\(name) has degrees; name a projected system in metres"
                    : "one unit of \(name) is \(metresPerUnit) m; name a system in metres")
        }
    }
}

extension CoordinateReferenceSystem {
    /// The PROJ object of a definition, made in `context`.
    static func object(_ text: String, in context: ProjectionContext) throws(ProjectionError)
        -> ProjectionObject
    {
        // A bare name has none of these; PROJ would search its tables for something similar.
        let looksDefined = text.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[") }
        let isProjString = !text.contains("[") && !text.hasPrefix("{") && text.contains("=")
        guard looksDefined || isProjString else {
            throw ProjectionError(
                problem: .unknownSystem, subject: text,
                detail: "give an authority code such as EPSG:4547, WKT or a PROJ string")
        }
        let source = isProjString && !text.contains("type=crs") ? text + " +type=crs" : text
        guard let object = ProjectionObject(proj_create(context.pointer, source), in: context),
            proj_is_crs(object.pointer) != 0
        else {
            let said = context.takeMessages(otherwise: "PROJ does not know this coordinate system")
            throw ProjectionError(problem: .unknownSystem, subject: text, detail: said)
        }
        return object
    }

    /// The system itself, or what lies under a compound system or one bound to a datum shift.
    private static func horizontal(_ object: ProjectionObject) -> ProjectionObject {
        let context = object.context
        let inner =
            switch proj_get_type(object.pointer) {
            case PJ_TYPE_COMPOUND_CRS: proj_crs_get_sub_crs(context.pointer, object.pointer, 0)
            case PJ_TYPE_BOUND_CRS: proj_get_source_crs(context.pointer, object.pointer)
            default: OpaquePointer?.none
            }
        guard let under = ProjectionObject(inner, in: context) else { return object }
        return horizontal(under)
    }

    private static func unitOfFirstAxis(_ object: ProjectionObject) -> Double {
        let context = object.context
        let system = proj_crs_get_coordinate_system(context.pointer, object.pointer)
        guard let axes = ProjectionObject(system, in: context) else { return 0 }
        var unit = 0.0
        proj_cs_get_axis_info(context.pointer, axes.pointer, 0, nil, nil, nil, &unit, nil, nil, nil)
        return unit
    }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var trimmed: String {
        let kept = drop { $0.isWhitespace }
        return String(kept.reversed().drop { $0.isWhitespace }.reversed())
    }
}
