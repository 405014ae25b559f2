public import Standards
public import VectorFiles

/// Standards as tables for a terminal.
public struct StandardTables: Sendable {
    private let language: Language
    private let width: Int

    /// Tables in `language`, in lines of at most `width` columns of a terminal where words can be cut; as long as
    /// they get when no width is given.
    public init(language: Language, width: Int = .max) {
        self.language = language
        self.width = width
    }

    private func pick(_ en: String, _ zh: String) -> String { language.pick(en: en, zh: zh) }

    /// One line a document.
    public func list(_ documents: [StandardDocument]) -> String {
        var table = TerminalTable([
            ("id", .left), (pick("title", "名称"), .left), (pick("requirements", "配置要求"), .right),
            (pick("indicators", "评价指标"), .right), (pick("items", "细项"), .right),
            (pick("status", "状态"), .left),
        ])
        for document in documents {
            table.append([
                document.id, pick(document.titleEn, document.title),
                document.standard.map { "\($0.requirements.count)" } ?? "–",
                document.indicators.map { "\($0.indicators.count)" } ?? "–",
                document.indicators.map { "\($0.items.count + $0.missing.count)" } ?? "–",
                document.draft ? pick("draft", "征求意见稿") : pick("in force", "正式"),
            ])
        }
        return table.text(within: width)
    }

    /// The list as JSON.
    public static func listJSON(_ documents: [StandardDocument]) -> JSONValue {
        .array(
            documents.map { document in
                .object([
                    ("id", .string(document.id)), ("title", .string(document.title)),
                    ("title_en", .string(document.titleEn)), ("version", .string(document.version)),
                    ("draft", .bool(document.draft)),
                    ("requirements", .integer(document.standard?.requirements.count ?? 0)),
                    ("indicators", .integer(document.indicators?.indicators.count ?? 0)),
                    (
                        "items",
                        .integer(document.indicators.map { $0.items.count + $0.missing.count } ?? 0)
                    ),
                ])
            })
    }

    /// A document's circles, requirements and indicators, and where it contradicts itself.
    public func show(_ document: StandardDocument) -> String {
        let draft = document.draft ? pick(" (draft)", "（征求意见稿）") : ""
        let source = document.source.map { wrapped("\($0.title) (\($0.year))") } ?? ""
        return
            ([(pick(document.titleEn, document.title) + draft).wrapped(within: width), source]
            + (document.standard.map(sections) ?? [noFacilityTable]) + [
                document.indicators.map { IndicatorTables(language: language, width: width).show($0) } ?? "",
                discrepancies(document),
            ]).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func sections(_ standard: FacilityStandard) -> [String] {
        [
            circles(standard), requirements(standard), network(standard), bundles(standard), units(standard),
            guidance(standard), neighbours(standard),
        ]
    }

    private var noFacilityTable: String {
        wrapped(
            pick(
                "Indicators only: the document has no facility table, so 'analyze' cannot use it.",
                "只有评价指标：该文件没有设施配置表，不能用于 analyze。"))
    }

    private func circles(_ standard: FacilityStandard) -> String {
        var table = TerminalTable([
            (pick("circle, minutes", "圈层 分钟"), .right), (pick("residents", "服务人口"), .right),
            (pick("strict m", "严格 米"), .right), (pick("lenient m", "宽限 米"), .right),
            (pick("source", "出处"), .left),
        ])
        for circle in standard.circles {
            table.append([
                circle.tier.rawValue, population(of: circle), number(circle.strictMetres),
                number(circle.lenientMetres), circle.citation.place(in: standard.source),
            ])
        }
        return table.text(within: width)
    }

    private func requirements(_ standard: FacilityStandard) -> String {
        var table = TerminalTable([
            ("id", .left), (pick("requirement", "配置要求"), .left), (pick("class", "类型"), .left),
            (pick("circle", "圈层"), .right), (pick("limit m", "限值 米"), .right),
            (pick("floor m²", "建筑面积"), .right), (pick("site m²", "占地面积"), .right),
            (pick("source", "出处"), .left),
        ])
        for requirement in standard.requirements {
            let limits = standard.limits(of: requirement)
            let both = [number(limits.strict), number(limits.lenient)]
            table.append([
                requirement.id, pick(requirement.titleEn, requirement.title),
                requirement.tier?.wording.text(language) ?? "–",
                requirement.distanceLabel(language),
                both[0] == both[1] ? both[0] : both.joined(separator: "/"),
                SizeWording(\.floorAreaM2).text(requirement.minimum, language),
                SizeWording(\.siteAreaM2).text(requirement.minimum, language),
                requirement.citation.place,
            ])
        }
        return table.text(within: width)
    }

    private func network(_ standard: FacilityStandard) -> String {
        guard !standard.network.isEmpty else { return "" }
        var table = TerminalTable([
            ("id", .left), (pick("of the network", "步行网络"), .left), (pick("asked", "要求"), .right),
            (pick("source", "出处"), .left),
        ])
        for requirement in standard.network {
            table.append([
                requirement.id, pick(requirement.titleEn, requirement.title), requirement.figure.wording,
                requirement.citation.place(in: standard.source),
            ])
        }
        return table.text(within: width)
    }

    private func bundles(_ standard: FacilityStandard) -> String {
        standard.bundles.map { bundle in
            let parts = bundle.parts.map(\.title).joined(separator: pick(", ", "、"))
            let title = standard.requirement(id: bundle.requirement).map { pick($0.titleEn, $0.title) }
            return wrapped("+ \(title ?? bundle.id): \(parts) (\(bundle.citation.place))")
        }.joined()
    }

    private func units(_ standard: FacilityStandard) -> String {
        standard.units.map { unit in
            let sizes = UnitSize.Measure.allCases.compactMap { measure in
                unit.ranges[measure].map { "\($0.wording) \(measure.wording.text(language))" }
            }.joined(separator: pick(", ", "，"))
            return wrapped("= \(pick(unit.titleEn, unit.title)): \(sizes) (\(unit.citation.place))")
        }.joined()
    }

    private func guidance(_ standard: FacilityStandard) -> String {
        guard !standard.guidance.isEmpty else { return "" }
        var table = TerminalTable([
            ("id", .left), (pick("recommended", "引导数值"), .left), (pick("figure", "数值"), .right),
            (pick("source", "出处"), .left),
        ])
        for figure in standard.guidance {
            table.append([
                figure.id, pick(figure.titleEn, figure.title),
                "\(figure.range.wording) \(figure.measure.unit)", figure.citation.place,
            ])
        }
        return table.text(within: width)
    }

    private func neighbours(_ standard: FacilityStandard) -> String {
        standard.neighbouringProvision.map {
            wrapped("~ \(pick($0.text.en, $0.text.zh)) (\($0.citation.place))")
        } ?? ""
    }

    private func population(of circle: LifeCircle) -> String {
        guard let least = circle.population else { return "–" }
        return circle.populationMaximum.map { "\(least)–\($0)" } ?? "\(least)"
    }

    private func discrepancies(_ document: StandardDocument) -> String {
        document.discrepancies.map {
            wrapped("! \(pick($0.text.en, $0.text.zh)) (\($0.citation.place))")
        }.joined()
    }

    private func wrapped(_ line: String) -> String { line.wrapped(within: width) + "\n" }

    private func number(_ value: Double) -> String { Rounding.text(Rounding.amount(value)) }
}

extension ProvisionClass {
    /// What the class is called.
    var wording: Wording {
        switch self {
        case .basic: Wording("basic", "基础保障型")
        case .improvement: Wording("improvement", "品质提升型")
        case .distinctive: Wording("distinctive", "特色引导型")
        }
    }
}

extension Citation {
    /// The place, with the document's name before it when it is another than `source`.
    func place(in source: FacilityStandard.Source) -> String {
        document == source.title ? place : "\(document) \(place)"
    }
}
