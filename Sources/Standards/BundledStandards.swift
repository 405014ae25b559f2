/// The planning documents that come with the program.
public enum BundledStandards {
    /// The ids of the facility tables, which blocks can be judged by.
    public static var ids: [String] { tables.map(\.id) }

    /// The ids of the indicator systems.
    public static var indicatorIDs: [String] { systems.map(\.id) }

    /// The ids of all documents, whatever is bundled of them.
    public static var documentIDs: [String] { ids + indicatorIDs.filter { !ids.contains($0) } }

    /// A bundled facility table by its id.
    ///
    /// - Throws: `StandardError.noFacilityTable` for a document that has indicators only,
    ///   `StandardError.unknownStandard` for any other id.
    public static func standard(id: String) throws(StandardError) -> FacilityStandard {
        guard let table = tables.first(where: { $0.id == id }) else {
            throw indicatorIDs.contains(id)
                ? .noFacilityTable(id: id, known: ids) : .unknownStandard(id: id, known: ids)
        }
        return try StandardDecoder.decode(text: text(of: table), file: "\(id).yaml")
    }

    /// A bundled indicator system by its id.
    ///
    /// - Throws: `StandardError.unknownStandard` for any other id.
    public static func indicators(id: String) throws(StandardError) -> IndicatorSystem {
        guard let system = systems.first(where: { $0.id == id }) else {
            throw .unknownStandard(id: id, known: indicatorIDs)
        }
        return try IndicatorSystemDecoder.decode(text: text(of: system), file: "\(id)-indicators.yaml")
    }

    /// All that is bundled of a document.
    ///
    /// - Throws: `StandardError.unknownStandard` for any other id.
    public static func document(id: String) throws(StandardError) -> StandardDocument {
        guard documentIDs.contains(id) else { throw .unknownStandard(id: id, known: documentIDs) }
        return StandardDocument(
            standard: ids.contains(id) ? try standard(id: id) : nil,
            indicators: indicatorIDs.contains(id) ? try indicators(id: id) : nil)
    }

    private typealias Text = (id: String, bytes: @Sendable () -> [UInt8])

    private static let tables: [Text] = [
        ("suzhou-2021", { PackageResources.suzhou_2021_yaml }),
        ("chongqing-2024-draft", { PackageResources.chongqing_2024_draft_yaml }),
    ]

    private static let systems: [Text] = [
        ("suzhou-2021", { PackageResources.suzhou_2021_indicators_yaml }),
        ("chongqing-2024-draft", { PackageResources.chongqing_2024_draft_indicators_yaml }),
        ("zhejiang-future-community", { PackageResources.zhejiang_future_community_yaml }),
    ]

    private static func text(of text: Text) -> String { String(decoding: text.bytes(), as: UTF8.self) }
}
