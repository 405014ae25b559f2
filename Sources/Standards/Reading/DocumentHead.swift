internal import StrictYAML

/// What every table says of itself, whatever rows follow.
struct DocumentHead {
    static let keys = ["id", "version", "title", "title_en", "source", "draft"]

    let id: String
    let version: String
    let title: String
    let titleEn: String
    let source: FacilityStandard.Source
    let draft: Bool

    /// The head of a table, or `nil` and a fault for each part that is not as it should be.
    init?(_ root: RowReader) {
        let id = root.text("id")
        let version = root.text("version")
        let (title, titleEn) = (root.text("title"), root.text("title_en"))
        let source = root.source()
        let draft = root.required("draft") { node throws(YAMLError) in try node.boolean() }
        guard let id, let version, let title, let titleEn, let source, let draft else { return nil }
        (self.id, self.version, self.title, self.titleEn) = (id, version, title, titleEn)
        (self.source, self.draft) = (source, draft)
    }
}

/// A text that is read as one table, wholly or not at all.
struct TableText {
    let text: String
    let file: String
    /// The keys that the table may have beside those of its head.
    let keys: [String]

    /// What `read` makes of the text, if it is sound, and every fault, in the order they were met.
    func read<Table>(_ read: (RowReader) -> Table?) -> (table: Table?, faults: [YAMLError]) {
        let faults = FaultList()
        let root = faults.take { () throws(YAMLError) in try YAMLNode(parsing: text, file: file) }
        let table = root.flatMap { faults.mapping($0, keys: DocumentHead.keys + keys) }.flatMap(read)
        return (faults.faults.isEmpty ? table : nil, faults.faults)
    }

    /// The table that was read, or its first fault.
    static func sound<Table>(_ table: Table?, _ faults: [YAMLError]) throws(StandardError) -> Table {
        if let fault = faults.first { throw .yaml(fault) }
        guard let table else { preconditionFailure("a table that is not there has a fault") }
        return table
    }
}
