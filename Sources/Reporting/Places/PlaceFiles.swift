import Geometry
import Standards
public import StudyAreas
public import VectorFiles

/// What an import writes: the facilities as a layer, and what was left out as a table.
public struct PlaceFiles {
    private let places: [ClassifiedPlace]

    /// The files of an import.
    public init(_ result: PlaceImport) { places = result.places }

    /// Writes the facilities as GeoJSON, in input order; `analyze` reads the layer as it is.
    ///
    /// `area_m2` is the surface's own and no site area: the outline of a shop is its building's.
    public func writeFacilities(to file: StagedFile) {
        var layer = GeoJSONWriter(file: file, name: "facilities")
        for place in places {
            guard case .kind(let kind, let confidence, let rule) = place.outcome else { continue }
            let title = FacilityKindCatalogue.bundled.kind(id: kind)?.title
            layer.write(
                shape: place.shape,
                properties: [
                    ("id", .string(place.id)), ("name", JSONValue(place.name)), ("kind", .string(kind)),
                    ("kind_title", JSONValue(title)), ("confidence", .string(confidence.rawValue)),
                    ("rule", .string(rule)), ("evidence", .string(place.evidence)),
                    ("area_m2", Self.area(place.area)), ("floor_area", Self.area(place.floorArea)),
                    ("site_area", Self.area(place.siteArea)), ("source", .string(place.source)),
                ])
        }
        layer.finish()
    }

    /// The columns of `left_out.csv`.
    static let columns = [
        "source", "id", "name", "evidence", "reason", "rule", "explanation", "longitude", "latitude",
    ]

    /// Writes what was left out, in input order, with the place on WGS 84 so that it can be looked at on a map.
    public func writeLeftOut(to file: StagedFile) {
        var csv = CSVWriter(file: file, columns: Self.columns)
        for place in places {
            guard case .leftOut(let reason, let rule) = place.outcome else { continue }
            csv.field(place.source)
            csv.field(place.id)
            csv.field(place.name)
            csv.field(place.evidence)
            csv.field(reason)
            csv.field(rule)
            csv.field(Self.explanation(of: place)?.both)
            let centre = place.shape?.box.centre
            csv.field(centre.map { .decimal($0.x, places: 7) })
            csv.field(centre.map { .decimal($0.y, places: 7) })
            csv.endRow()
        }
    }

    /// The reason of a classifier, or the defect that keeps the place from having a shape.
    private static func explanation(of place: ClassifiedPlace) -> Wording? {
        place.explanation.map { Wording($0.en, $0.zh) } ?? place.defect?.wording
    }

    private static func area(_ value: Double?) -> JSONValue { value.map(Rounding.amount) ?? .null }
}
