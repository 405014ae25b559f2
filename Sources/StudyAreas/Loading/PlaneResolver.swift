import Geometry
import Projections
import VectorFiles

/// Decides the plane of a run and the coordinate system of every layer (Docs/Methods: Plane).
struct PlaneResolver {
    let choice: PlaneChoice
    let layers: [RawLayer]

    /// The system that layers without one are taken to be in; nil when the user named none.
    private func spare() throws -> CoordinateReferenceSystem? {
        guard case .named(let definition) = choice else { return nil }
        return try CoordinateReferenceSystem(definition)
    }

    /// The coordinate system of `layer`; nil in a local grid.
    func reference(of layer: RawLayer, findings: inout [Finding]) throws -> CoordinateReferenceSystem? {
        if choice == .local { return try checkedLocal(layer) }
        switch layer.table.reference {
        case .declared(let definition, let isGeographic):
            if let datum = layer.input.datum, !isGeographic {
                throw StudyAreaError(
                    .datumOfPlane(datum: datum.rawValue), layer: layer.role, path: layer.path)
            }
            do { return try CoordinateReferenceSystem(definition) } catch {
                guard let spare = try spare() else { throw error }
                return overruled(error.subject, by: spare, layer, &findings)
            }
        case .unknown(let name, let detail):
            guard let spare = try spare() else {
                throw VectorFileError(problem: .unknownReference(name), path: layer.path, detail: detail)
            }
            return overruled(name, by: spare, layer, &findings)
        case .impliedLongitudeLatitude: return .wgs84
        // A datum is said of longitudes and latitudes only.
        case .none where layer.input.datum != nil: return .wgs84
        case .none:
            guard let spare = try spare() else {
                try checkHasShapes(layer)
                throw StudyAreaError(.noReference, layer: layer.role, path: layer.path)
            }
            findings.append(
                Finding(.referenceAssumed, layer: layer.role, arguments: [layer.path, spare.definition]))
            return spare
        }
    }

    /// Who gives a table without shapes should hear that, and not that it has no coordinate system.
    private func checkHasShapes(_ layer: RawLayer) throws(StudyAreaError) {
        let features = layer.table.features
        guard features.allSatisfy({ $0.defect == .missing }), let first = features.first else { return }
        let finding = Finding(
            .geometryMissing, layer: layer.role, feature: "#\(first.number)", arguments: [layer.path])
        throw StudyAreaError(
            .nothingUsable(features: features.count, first: finding), layer: layer.role, path: layer.path)
    }

    /// The system the user named, in place of one that nobody understands.
    private func overruled(
        _ name: String, by spare: CoordinateReferenceSystem, _ layer: RawLayer, _ findings: inout [Finding]
    ) -> CoordinateReferenceSystem {
        findings.append(
            Finding(
                .referenceUnknown, layer: layer.role,
                arguments: [layer.path, String(name.prefix(80)), spare.definition]))
        return spare
    }

    private func checkedLocal(_ layer: RawLayer) throws -> CoordinateReferenceSystem? {
        // A GeoJSON file cannot say that it is in metres; a table with columns for longitude says it is not.
        let isGeographic =
            switch layer.table.reference {
            case .declared(_, let isGeographic): isGeographic
            case .impliedLongitudeLatitude: ["CSV", "XLSX"].contains(layer.table.driver)
            case .none, .unknown: false
            }
        if isGeographic || layer.input.datum != nil {
            throw StudyAreaError(.geographicInLocalGrid, layer: layer.role, path: layer.path)
        }
        return nil
    }

    /// The plane: the one named if it is a plane, else the zone that the middle one of the blocks lies in.
    func plane(findings: inout [Finding]) throws -> Plane {
        if choice == .local { return Plane(reference: nil) }
        if let named = try spare(), !named.isGeographic {
            guard named.isProjected, named.metresPerUnit == 1 else {
                throw StudyAreaError(.notAPlane(name: named.name), layer: "crs")
            }
            try checkScale(of: named)
            return Plane(reference: named)
        }
        let chosen = try CoordinateReferenceSystem(zoneOfBlocks())
        findings.append(Finding(.planeChosen, layer: "crs", arguments: [chosen.definition, chosen.name]))
        return Plane(reference: chosen)
    }

    /// A plane whose lengths are wrong by more than this is refused: a three-degree zone is right to 0.05 %.
    private static let mostDistortion = 0.01

    /// Web Mercator is in metres, but not in those of the ground: at Suzhou its lengths are 17 % too long.
    private func checkScale(of plane: CoordinateReferenceSystem) throws {
        let middle = try middleOfBlocks()
        let scale = try LengthScale(of: plane, at: middle)
        guard abs(scale.furthest - 1) > Self.mostDistortion else { return }
        let percent = Int((abs(scale.furthest - 1) * 100).rounded())
        throw StudyAreaError(.distortedPlane(name: plane.name, percent: percent), layer: "crs")
    }

    private func zoneOfBlocks() throws -> String {
        let middle = try middleOfBlocks()
        return LocalPlane.definition(longitude: middle.x, latitude: middle.y)
    }

    /// The longitude and latitude of the middle of the blocks.
    private func middleOfBlocks() throws -> Position {
        guard let blocks = layers.first(where: { $0.role == "blocks" }) ?? layers.first else {
            throw StudyAreaError(.layerNotGiven(option: "--blocks"), layer: "blocks")
        }
        var ignored: [Finding] = []
        let reference = try reference(of: blocks, findings: &ignored)
        var middles = blocks.table.features.shapes.compactMap { $0?.box.centre }
        if let datum = blocks.input.datum { middles = middles.map(datum.wgs84) }
        if let reference {
            _ = try Transformation(from: reference, to: .wgs84).apply(to: &middles)
        }
        middles.removeAll { !($0.isFinite && abs($0.x) <= 180 && abs($0.y) <= 90) }
        guard !middles.isEmpty else {
            throw StudyAreaError(
                .nothingUsable(features: blocks.table.features.count, first: strayBlock(blocks)),
                layer: blocks.role, path: blocks.path)
        }
        return Position(middles.map(\.x).median, middles.map(\.y).median)
    }

    /// What is wrong with the first block that has a shape, when none lies on the globe.
    private func strayBlock(_ blocks: RawLayer) -> Finding? {
        for feature in blocks.table.features {
            guard let middle = feature.shape?.box.centre else { continue }
            return Finding(
                .outsideTheGlobe, layer: blocks.role, feature: "#\(feature.number)",
                arguments: [blocks.path, "\(middle.x)", "\(middle.y)"])
        }
        return nil
    }
}
