internal import CGDAL

/// A layer of an open dataset, which it keeps open.
struct GDALLayer {
    let handle: OGRLayerH
    let dataset: GDALDataset

    var name: String { OGR_L_GetName(handle).map { String(cString: $0) } ?? "" }

    /// Whether the layer can have shapes.
    var isSpatial: Bool { OGR_L_GetGeomType(handle) != wkbNone }

    /// The number of features the file claims, when finding out costs no pass over them.
    var statedCount: Int? {
        guard OGR_L_TestCapability(handle, "FastFeatureCount") != 0 else { return nil }
        let count = Int(OGR_L_GetFeatureCount(handle, 0))
        return count < 0 ? nil : count
    }

    /// A metadata entry of the layer.
    func metadata(_ key: String, domain: String) -> String? {
        GDALGetMetadataItem(handle, key, domain).map { String(cString: $0) }
    }

    /// The declared coordinate system; nil when there is none or one that means "undefined".
    var declaredReference: LayerReference? {
        guard let system = OGR_L_GetSpatialRef(handle) else { return nil }
        // GeoPackage writes its two "undefined" systems as local or nameless ones.
        let name = OSRGetName(system).map { String(cString: $0) } ?? ""
        guard !name.lowercased().hasPrefix("undefined"), OSRIsLocal(system) == 0 else { return nil }
        guard let text = authorityCode(system) ?? wkt(system) else { return nil }
        return .declared(text, isGeographic: OSRIsGeographic(system) != 0)
    }

    private func authorityCode(_ system: OGRSpatialReferenceH) -> String? {
        guard let name = OSRGetAuthorityName(system, nil), let code = OSRGetAuthorityCode(system, nil)
        else { return nil }
        return "\(String(cString: name)):\(String(cString: code))"
    }

    private func wkt(_ system: OGRSpatialReferenceH) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        defer { VSIFree(text) }
        let status = StringList(["FORMAT=WKT2_2019"]).withPointer {
            OSRExportToWktEx(system, &text, $0)
        }
        guard status == OGRERR_NONE, let text else { return nil }
        return String(cString: text)
    }
}
