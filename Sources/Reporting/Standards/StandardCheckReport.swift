import Standards
import StrictYAML
public import VectorFiles

/// What a check of somebody's own table found.
public struct StandardCheckReport: Sendable {
    private let file: String
    private let document: StandardDocument?
    private let faults: [YAMLError]

    /// The check of a text, which errors call `file`.
    public init(text: String, file: String) {
        self.file = file
        (document, faults) = StandardFile.read(text: text, file: file)
    }

    /// Whether nothing is wrong.
    public var isSound: Bool { faults.isEmpty }

    /// Every problem in the order of the text: file, line, column, what is wrong, what to do.
    public func problems(_ language: Language) -> [String] { faults.map { $0.wording.text(language) } }

    /// One line: what the file holds, or how many problems it has.
    public func summary(_ language: Language) -> String {
        guard isSound, let document else {
            let count = faults.count
            return language.pick(
                en: "\(file): \(count) problem\(count == 1 ? "" : "s")", zh: "\(file)：\(count) 处问题")
        }
        let parts = (table(document.standard, language) + indicators(document.indicators, language))
            .joined(separator: language.pick(en: ", ", zh: "，"))
        return language.pick(
            en: "\(file): sound; \(document.id) with \(parts)",
            zh: "\(file)：无误；\(document.id)，\(parts)")
    }

    private func table(_ standard: FacilityStandard?, _ language: Language) -> [String] {
        guard let standard else { return [] }
        let (rows, circles) = (standard.requirements.count, standard.circles.count)
        return [
            language.pick(en: "\(circles) circles", zh: "\(circles) 个圈层"),
            language.pick(en: "\(rows) requirements", zh: "\(rows) 项配置要求"),
            language.pick(
                en: "\(standard.network.count) network figures", zh: "\(standard.network.count) 项路网数值"),
        ]
    }

    private func indicators(_ system: IndicatorSystem?, _ language: Language) -> [String] {
        guard let system else { return [] }
        let (indicators, items) = (system.indicators.count, system.items.count)
        return [
            language.pick(en: "\(indicators) indicators", zh: "\(indicators) 项指标"),
            language.pick(en: "\(items) items", zh: "\(items) 细项"),
        ]
    }

    /// `{file, sound, id, problems: [{line, column, path, message, message_zh}]}`.
    public var json: JSONValue {
        .object([
            ("file", .string(file)), ("sound", .bool(isSound)), ("id", JSONValue(document?.id)),
            (
                "problems",
                .array(
                    faults.map {
                        .object([
                            ("line", .integer($0.line)), ("column", .integer($0.column)),
                            ("path", .string($0.path)), ("message", .string($0.wording.en)),
                            ("message_zh", .string($0.wording.zh)),
                        ])
                    })
            ),
        ])
    }
}
