public import StrictYAML

/// A file of somebody's own, which may hold a facility table or an indicator system.
public enum StandardFile {
    /// What a text holds, if it is sound, and everything that is wrong with it, in the order of the text.
    ///
    /// A text with the key `indicators` is read as an indicator system, any other as a facility table.
    public static func read(
        text: String, file: String, catalogue: FacilityKindCatalogue = .bundled
    ) -> (document: StandardDocument?, faults: [YAMLError]) {
        var standard: FacilityStandard?
        var system: IndicatorSystem?
        var faults: [YAMLError]
        if holdsIndicators(text, file) {
            (system, faults) = IndicatorSystemDecoder.read(text: text, file: file, catalogue: catalogue)
        } else {
            (standard, faults) = StandardDecoder.read(text: text, file: file, catalogue: catalogue)
        }
        faults.sort { ($0.line, $0.column) < ($1.line, $1.column) }
        guard standard != nil || system != nil else { return (nil, faults) }
        return (StandardDocument(standard: standard, indicators: system), faults)
    }

    private static func holdsIndicators(_ text: String, _ file: String) -> Bool {
        let entries = try? YAMLNode(parsing: text, file: file).entries()
        return entries?.contains { $0.key == "indicators" } ?? false
    }
}
