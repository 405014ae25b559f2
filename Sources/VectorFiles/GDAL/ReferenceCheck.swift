internal import CGDAL

/// Whether GDAL understood the coordinate system that a file names.
///
/// It goes on without one, or takes GeoJSON for WGS 84, when it did not.
struct ReferenceCheck {
    let layer: GDALLayer
    let file: InputFile
    let messages: GDALMessages

    /// Nil when it did, else `unknown` with the name of the system, or of the place that has it.
    func defect() throws(VectorFileError) -> LayerReference? {
        // The system of a shapefile is parsed when it is first asked for.
        let isKnown = OGR_L_GetSpatialRef(layer.handle) != nil
        let said = messages.takeReferenceFailures()
        guard let name = try unknownName(isKnown: isKnown, isReported: !said.isEmpty) else { return nil }
        return .unknown(name: name, detail: said.joined(separator: "; "))
    }

    private func unknownName(isKnown: Bool, isReported: Bool) throws(VectorFileError) -> String? {
        if case .declared(let text) = layer.dataset.memberReference {
            return isReported || isReplaced(text) ? Self.name(inMember: text) : nil
        }
        if layer.dataset.driver == "ESRI Shapefile", !isKnown {
            if let part = try ShapefileParts(file)?.referencePart() { return part }
        }
        return isReported ? "of layer \(layer.name)" : nil
    }

    /// Whether GDAL answers WGS 84, its last resort, to a text that does not name it.
    private func isReplaced(_ text: String) -> Bool {
        guard case .declared("EPSG:4326", _) = layer.declaredReference else { return false }
        let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
        return !["4326", "CRS84", "WGS84", "WGS1984"].contains { plain.contains($0) }
    }

    /// The last text in the member, which is the name where there is one; the member itself otherwise.
    private static func name(inMember text: String) -> String {
        var cursor = JSONCursor(Array(text.utf8))
        var strings: [String] = []
        while let token = cursor.next() {
            if case .string(let text) = token { strings.append(JSONCursor.plain(text)) }
        }
        return String((strings.count >= 5 ? strings.last ?? text : text).prefix(80))
    }
}
