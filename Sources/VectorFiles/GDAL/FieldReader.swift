internal import CGDAL

/// Reads the attributes of a layer's features in one encoding.
struct FieldReader {
    let encoding: TextEncoding
    /// Whether text that is not of the encoding is repaired instead of ending the reading.
    private let repairs: GDALMessages?
    /// The names of the fields.
    let names: [String]
    private let kinds: [OGRFieldType]
    private let widths: [Int]

    /// Prepares for a layer; nil when a field name is not of the encoding.
    ///
    /// - Parameter repairs: Where a note goes for each text that is not of the encoding, which is then taken
    ///   with U+FFFD in it; nil when there should be no values then.
    init?(_ layer: GDALLayer, encoding: TextEncoding, repairs: GDALMessages? = nil) {
        self.encoding = encoding
        self.repairs = repairs
        let definition = OGR_L_GetLayerDefn(layer.handle)
        let fields = (0..<OGR_FD_GetFieldCount(definition)).map { OGR_FD_GetFieldDefn(definition, $0) }
        // Names in a DBF have ten bytes, and often end within a character.
        let names = fields.compactMap { field in
            OGR_Fld_GetNameRef(field).flatMap { name in
                encoding.decode(name, width: 10) ?? repairs.map { _ in String(cString: name) }
            }
        }
        guard names.count == fields.count else { return nil }
        self.names = names
        kinds = fields.map { OGR_Fld_GetType($0) }
        widths = fields.map { Int(OGR_Fld_GetWidth($0)) }
    }

    /// The attributes of a feature; nil when a text is not of the encoding.
    ///
    /// - Parameter number: The place of the feature, for notes.
    func values(_ feature: OGRFeatureH, number: Int) -> [FieldValue]? {
        var values: [FieldValue] = []
        values.reserveCapacity(kinds.count)
        for index in kinds.indices {
            guard let value = value(feature, index, number) else { return nil }
            values.append(value)
        }
        return values
    }

    private func value(_ feature: OGRFeatureH, _ index: Int, _ number: Int) -> FieldValue? {
        let field = CInt(index)
        guard OGR_F_IsFieldSetAndNotNull(feature, field) != 0 else { return .null }
        switch kinds[index] {
        case OFTInteger, OFTInteger64: return .integer(OGR_F_GetFieldAsInteger64(feature, field))
        case OFTReal: return .real(OGR_F_GetFieldAsDouble(feature, field))
        default:
            guard let text = OGR_F_GetFieldAsString(feature, field) else { return .null }
            if let sound = encoding.decode(text, width: widths[index]) { return .text(sound) }
            guard let repairs else { return nil }
            repairs.note("feature \(number), \(names[index]): text is not \(encoding.rawValue)")
            return .text(String(cString: text))
        }
    }
}
