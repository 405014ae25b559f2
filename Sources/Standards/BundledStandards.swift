/// The standards that come with the program.
public enum BundledStandards {
    /// The ids of the bundled standards.
    public static var ids: [String] { ["suzhou-2021"] }

    /// A bundled standard by its id.
    ///
    /// - Throws: `StandardError.unknownStandard` for any other id.
    public static func standard(id: String) throws(StandardError) -> FacilityStandard {
        guard id == "suzhou-2021" else { throw .unknownStandard(id: id, known: ids) }
        let text = String(decoding: PackageResources.suzhou_2021_yaml, as: UTF8.self)
        return try StandardDecoder.decode(text: text, file: "suzhou-2021.yaml")
    }
}
