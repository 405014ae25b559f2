/// The file of statements to fill in for a system: every item with an empty `met`.
public struct EvidenceTemplate: Sendable {
    private let system: IndicatorSystem

    /// A template for `system`.
    public init(_ system: IndicatorSystem) { self.system = system }

    /// The file as YAML; it can be read as it is, and then states nothing.
    public var text: String {
        ([heading] + system.groups.map(section)).joined(separator: "\n")
    }

    private var heading: String {
        """
        # \(line(system.title)) \(line(system.titleEn))\(system.draft ? "（征求意见稿 draft）" : "")
        # 每项填写 met: true 或 false，并注明 who（填写人）、when（日期，如 2024-05-01），可加 source（依据）、note（说明）。
        # Set met to true or false and say who and when (as 2024-05-01); source and note are optional.
        # 未填 met 的条目不作说明。An item without met states nothing.
        system: \(system.id)
        statements:

        """
    }

    private func section(_ group: IndicatorGroup) -> String {
        let rows = system.indicators.filter { $0.group == group.id }.flatMap { indicator in
            indicator.items.map { row($0, of: indicator) }
        }
        return "  # == \(line(group.title)) \(line(group.titleEn)) ==\n" + rows.joined()
    }

    private func row(_ item: IndicatorItem, of indicator: Indicator) -> String {
        let named = system.indicatorClass(id: item.classID)?.title ?? item.classID
        let computed =
            switch item.judgement {
            case .evidence: ""
            case .geometry: "（由空间数据评判 judged by geometry）"
            case .both: "（部分由空间数据评判 partly judged by geometry）"
            }
        return """
              # \(line(indicator.title)) \(line(named)) \(line(item.text))\(computed)
              - {item: "\(item.id)", met: , who: , when: , source: , note: }

            """
    }

    /// A text that stays within its comment.
    private func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
