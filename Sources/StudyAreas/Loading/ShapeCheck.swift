import Geometry
import VectorFiles

extension ProjectedLayer {
    /// Mends invalid surfaces and takes out what is of the wrong family, with a finding each.
    ///
    /// - Parameter families: Which families of shape the role can be made of.
    mutating func checkShapes(
        _ families: Set<ShapeFamily>, _ interior: InteriorPoint, findings: inout [Finding]
    ) throws(StudyAreaError) {
        mendShapes(families, interior, findings: &findings)
        try checkUsable(findings)
    }

    /// The same for a layer of which nothing need be left.
    mutating func mendShapes(
        _ families: Set<ShapeFamily>, _ interior: InteriorPoint, findings: inout [Finding]
    ) {
        closeOutlines(families, findings: &findings)
        let (takesPoints, takesLines) = (families.contains(.points), families.contains(.lines))
        for index in shapes.indices {
            // Points and lines cannot be unsound, and most need not be taken out to be looked at.
            if let run = shapes.run(index), run.count == 1 ? takesPoints : takesLines { continue }
            guard let shape = shapes[index] else { continue }
            func note(_ code: Finding.Code, _ detail: String) {
                findings.append(
                    naming.finding(code, on: table.features[index], arguments: [raw.path, detail]))
            }
            guard families.contains(ShapeFamily(shape)) else {
                exclude(index)
                note(.geometryUnsupported, ShapeFamily(shape).rawValue)
                continue
            }
            switch interior.soundness(of: shape) {
            case .sound: break
            case .repaired(let mended, let reason):
                replace(index, by: mended)
                note(.geometryRepaired, reason)
            case .beyondRepair(let reason):
                exclude(index)
                note(.geometryUnrepairable, reason)
            }
        }
    }
}

extension ProjectedLayer {
    /// Takes the closed lines of a drawing as surfaces where the role has no use for lines: drawings hardly have
    /// surfaces of their own.
    fileprivate mutating func closeOutlines(_ families: Set<ShapeFamily>, findings: inout [Finding]) {
        guard table.driver == "DXF", families.contains(.surfaces), !families.contains(.lines) else { return }
        var closed = 0
        for index in shapes.indices {
            guard let surface = shapes[index]?.outlined else { continue }
            replace(index, by: surface)
            closed += 1
        }
        guard closed > 0 else { return }
        findings.append(Finding(.outlinesTaken, layer: role, arguments: [raw.path, "\(closed)"]))
        excludeLabels(&findings)
    }

    /// Texts beside outlines say what those are, and are no places of their own.
    private mutating func excludeLabels(_ findings: inout [Finding]) {
        guard let column = table.fieldIndex("Text") else { return }
        for (index, feature) in table.features.enumerated() where feature.value(column) != .null {
            guard let shape = shapes[index], ShapeFamily(shape) == .points else { continue }
            exclude(index)
            findings.append(naming.finding(.geometryUnsupported, on: feature, arguments: [raw.path, "Text"]))
        }
    }
}

extension Shape {
    /// The surface within a line that ends where it begins; nil for everything else.
    fileprivate var outlined: Shape? {
        guard case .lineString(let line) = self, let ring = try? LinearRing(line.positions) else {
            return nil
        }
        return .polygon(Polygon(shell: ring))
    }
}

/// What a shape is made of.
enum ShapeFamily: String, Sendable {
    case points = "Point"
    case lines = "LineString"
    case surfaces = "Polygon"

    init(_ shape: Shape) {
        switch shape {
        case .point, .multiPoint: self = .points
        case .lineString, .multiLineString: self = .lines
        case .polygon, .multiPolygon: self = .surfaces
        }
    }
}
