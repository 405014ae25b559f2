/// The standards that come with the program.
public enum BundledStandards {
    /// The ids of the bundled standards.
    public static var ids: [String] { tables.map(\.id) }

    /// A bundled standard by its id.
    ///
    /// - Throws: `StandardError.unknownStandard` for any other id.
    public static func standard(id: String) throws(StandardError) -> FacilityStandard {
        guard let table = tables.first(where: { $0.id == id }) else {
            throw .unknownStandard(id: id, known: ids)
        }
        return try StandardDecoder.decode(
            text: String(decoding: table.bytes(), as: UTF8.self), file: "\(id).yaml")
    }

    private static let tables: [(id: String, bytes: @Sendable () -> [UInt8])] = [
        ("suzhou-2021", { PackageResources.suzhou_2021_yaml }),
        ("chongqing-2024-draft", { PackageResources.chongqing_2024_draft_yaml }),
    ]
}
