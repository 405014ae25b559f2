public import Standards

/// A planning document as a page in Markdown, both languages side by side, every figure with its quoted words.
public struct StandardPage: Sendable {
    /// The line that says the page is made and how it is made anew.
    public static let notice =
        "<!-- Made by Scripts/make-standard-pages from the bundled data; changes here are overwritten. -->"

    private let document: StandardDocument

    /// The page of a document.
    public init(_ document: StandardDocument) { self.document = document }

    /// The page.
    public var text: String {
        ([head] + (document.standard.map(sections) ?? []) + [indicators, discrepancies])
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var head: String {
        let source = document.source.map { "\($0.title) (\($0.year))" } ?? ""
        let draft = document.draft ? " **征求意见稿, a draft.**" : ""
        let missing =
            document.standard == nil
            ? "\n没有设施配置表，不能用于 `analyze`。It has no facility table, so `analyze` cannot use it.\n" : ""
        return """
            \(Self.notice)
            # \(document.title)

            \(document.titleEn)

            `\(document.id)`, version \(document.version). \(source)\(draft)
            \(missing)
            """
    }

    private func sections(_ standard: FacilityStandard) -> [String] {
        [
            circles(standard), requirements(standard), details(standard), network(standard),
            bundles(standard), units(standard), guidance(standard), neighbours(standard),
        ]
    }

    private func circles(_ standard: FacilityStandard) -> String {
        var table = MarkdownTable(
            "生活圈 Life circles",
            ["分钟 minutes", "服务人口 residents", "严格 strict m", "宽限 lenient m", "出处 place", "原文 quoted"])
        for circle in standard.circles {
            let people = [circle.population, circle.populationMaximum].compactMap { $0.map { "\($0)" } }
            table.append(
                [
                    circle.tier.rawValue, people.isEmpty ? "–" : people.joined(separator: "–"),
                    number(circle.strictMetres), number(circle.lenientMetres),
                ] + source(of: circle.citation, standard))
        }
        return table.text
    }

    private func requirements(_ standard: FacilityStandard) -> String {
        var table = MarkdownTable(
            "配置要求 Requirements",
            [
                "id", "设施 facility", "类型 class", "圈层 circle", "限值 limit m", "建筑面积 floor m²",
                "占地面积 site m²", "出处 place", "原文 quoted",
            ])
        for row in standard.requirements {
            let limits = standard.limits(of: row)
            let both = [number(limits.strict), number(limits.lenient)]
            table.append(
                [
                    "`\(row.id)`", "\(row.title)<br>\(row.titleEn)",
                    row.tier.map { "\($0.wording.zh) \($0.wording.en)" } ?? "–",
                    "\(row.distanceLabel(.zh))",
                    both[0] == both[1] ? both[0] : both.joined(separator: "/"),
                    SizeWording(\.floorAreaM2).text(row.minimum, .zh),
                    SizeWording(\.siteAreaM2).text(row.minimum, .zh),
                ] + source(of: row.citation, standard))
        }
        return table.text
    }

    /// What does not fit into a row.
    private func details(_ standard: FacilityStandard) -> String {
        let lines = standard.requirements.flatMap { row in
            details(of: row, in: standard).map { "- `\(row.id)`: \($0)" }
        }
        return lines.isEmpty ? "" : "## 说明 Details\n\n" + lines.joined(separator: "\n") + "\n"
    }

    private func details(of row: FacilityRequirement, in standard: FacilityStandard) -> [String] {
        let kinds = standard.kinds(satisfying: row).dropFirst().map { "`\($0)`" }
        return [
            row.note.map { "\($0.zh) \($0.en)" },
            row.maxClasses.map { "不超过 \($0) 班, at most \($0) classes" },
            row.servicePopulation.map { "服务人口 \($0.wording) residents" },
            row.servesWithinMetres.map { "服务周边 \(number($0)) m around" },
            kinds.isEmpty ? nil : "亦由下列设施满足 also satisfied by \(kinds.joined(separator: ", "))",
        ].compactMap { $0 }
            + row.furtherCitations.map { "\($0.place): “\($0.quote)”" }
            + row.substitutes.map {
                "替代 substitute (\($0.ages.wording(.zh))): \($0.text.zh) \($0.text.en) \($0.citation.place): "
                    + "“\($0.citation.quote)”"
            }
    }

    private func network(_ standard: FacilityStandard) -> String {
        guard !standard.network.isEmpty else { return "" }
        var table = MarkdownTable(
            "步行网络 The walking network", ["id", "名称 name", "要求 asked", "出处 place", "原文 quoted"])
        for row in standard.network {
            table.append(
                ["`\(row.id)`", "\(row.title)<br>\(row.titleEn)", row.figure.wording]
                    + source(of: row.citation, standard))
        }
        return table.text
    }

    private func bundles(_ standard: FacilityStandard) -> String {
        guard !standard.bundles.isEmpty else { return "" }
        var table = MarkdownTable(
            "综合设置 Bundles", ["设施 facility", "所含 part", "满足 satisfies", "出处 place", "原文 quoted"])
        for bundle in standard.bundles {
            for part in bundle.parts {
                table.append(
                    ["`\(bundle.requirement)`", part.title, part.satisfies.map { "`\($0)`" } ?? "–"]
                        + source(of: bundle.citation, standard))
            }
        }
        return table.text
    }

    private func units(_ standard: FacilityStandard) -> String {
        guard !standard.units.isEmpty else { return "" }
        var table = MarkdownTable(
            "单元规模 Sizes of units", ["单元 unit", "规模 size", "出处 place", "原文 quoted"])
        for unit in standard.units {
            let sizes = UnitSize.Measure.allCases.compactMap { measure in
                unit.ranges[measure].map { "\($0.wording) \(measure.wording.zh) \(measure.wording.en)" }
            }
            table.append(
                ["\(unit.title)<br>\(unit.titleEn)", sizes.joined(separator: "<br>")]
                    + source(of: unit.citation, standard))
        }
        return table.text
    }

    private func guidance(_ standard: FacilityStandard) -> String {
        guard !standard.guidance.isEmpty else { return "" }
        var table = MarkdownTable(
            "引导数值 Recommended figures",
            ["id", "名称 name", "数值 figure", "适用 for", "出处 place", "原文 quoted"])
        for figure in standard.guidance {
            let everywhere = figure.ages.count == CommunityAge.allCases.count
            table.append(
                [
                    "`\(figure.id)`", "\(figure.title)<br>\(figure.titleEn)",
                    "\(figure.range.wording) \(figure.measure.unit)",
                    everywhere ? "–" : figure.ages.wording(.zh),
                ] + source(of: figure.citation, standard))
        }
        return table.text
    }

    private func neighbours(_ standard: FacilityStandard) -> String {
        guard let rule = standard.neighbouringProvision else { return "" }
        return """
            ## 周边已配套 Provision by neighbours

            \(rule.text.zh) \(rule.text.en) \(rule.citation.place): “\(rule.citation.quote)”

            """
    }

    private var indicators: String {
        document.indicators.map { IndicatorPage(system: $0).text } ?? ""
    }

    private var discrepancies: String {
        guard !document.discrepancies.isEmpty else { return "" }
        let lines = document.discrepancies.map {
            "- `\($0.id)`: \($0.text.zh) \($0.text.en) \($0.citation.place): “\($0.citation.quote)”"
        }
        return "## 不一致与读法 Discrepancies and readings\n\n" + lines.joined(separator: "\n") + "\n"
    }

    private func source(of citation: Citation, _ standard: FacilityStandard) -> [String] {
        [citation.place(in: standard.source), citation.quote]
    }

    private func number(_ value: Double) -> String { Rounding.text(Rounding.amount(value)) }
}
