import GapAnalysis
import Geometry
import VectorFiles

/// What the page of a report draws from, as one JSON value.
struct ReportData {
    let content: ResultContent
    let layers: SourceLayers
    /// Nil when only the result files are at hand.
    let routes: ReportRoutes?
    /// Nil when only the result files are at hand.
    let streets: ReportStreets?
    let language: Language

    private var summary: ResultSummary { content.summary }
    private var grid: DisplayGrid {
        DisplayGrid(
            around: content.blocks.shapes + content.facilities.shapes, isLocal: summary.crs == "local")
    }

    /// How far lines may move for display, in metres: the first with which the map is small enough.
    private static let tolerances = [0.5, 1, 2, 4, 8]
    /// Characters that shapes may come to, and ways.
    private static let mostShapes = 4_000_000
    private static let mostRoutes = 3_000_000
    /// Characters that served streets may come to.
    private static let mostStreets = 1_400_000
    /// Characters that all of the map and the columns may come to: with names, script and style they stay under 15 MB.
    private static let most = 12_200_000
    /// Rows of findings that are shown; all of them are in `findings.csv`.
    static let mostFindings = 3000

    var json: JSONValue {
        let (grid, names) = (grid, ReportNames(content))
        let access = content.access.requirements.map(ReportData.access)
        let (shapes, served) = (shapes(on: grid), served(on: grid))
        let taken = ([shapes, served] + access).reduce(0) { $0 + $1.textCount }
        let routes = packedRoutes(on: grid, room: min(ReportData.mostRoutes, ReportData.most - taken))
        return .object(
            head(names) + [
                ("palette", MapPalette.json), ("grid", describe(grid)),
                ("requirements", .array(requirements(names))),
                ("units", .array(summary.units.map(unit))), ("blocks", blocks), ("facilities", facilities),
                ("kinds", ReportNames.kinds(content.facilities.texts("kind").map { $0 ?? "" })),
                ("access", .array(access)), ("routes", routes), ("served", served), ("spots", spots),
                ("shapes", shapes), ("unitLabels", unitLabels),
                ("omitted", .array(layers.omissions.map(ReportData.omission))),
                ("findings", .array(content.findings.prefix(ReportData.mostFindings).map(finding))),
                ("findingCount", .integer(content.findings.count)),
                ("manifest", .string(content.manifestText)),
            ])
    }

    private func head(_ names: ReportNames) -> [(key: String, value: JSONValue)] {
        let (standard, method, input) = (summary.standard, summary.method, summary.input)
        return [
            ("lang", .string(language.rawValue)), ("version", .string(Product.version)),
            ("name", JSONValue(summary.name)), ("crs", .string(summary.crs)),
            (
                "standard",
                .object([
                    ("id", .string(standard.id)), ("version", .string(standard.version)),
                    ("zh", .string(standard.title)), ("en", .string(names.titleEn ?? standard.title)),
                    ("draft", .bool(standard.draft)),
                ])
            ),
            (
                "method",
                .object([
                    ("measure", .string(method.measure)), ("walker", .string(method.walker.id)),
                    ("speed", .number(method.walker.speed_m_per_s)),
                    ("source", .string(method.walker.source)), ("limit", .number(method.search_limit_m)),
                ])
            ),
            (
                "input",
                .object([
                    ("blocks", .integer(input.blocks)), ("population", .number(input.population)),
                    ("unknownPopulation", .integer(input.blocks_without_population)),
                    ("land", .number(input.land_m2)), ("facilities", .integer(input.facilities)),
                    ("layers", .array(input.layers.map(ReportData.layer))),
                ])
            ),
            (
                "network",
                .object([
                    ("edges", .integer(summary.network.edges)),
                    ("length", .number(summary.network.length_m)),
                    ("pieces", .integer(summary.network.components)),
                    ("largest", .number(summary.network.largest_component_m)),
                ])
            ),
        ]
    }

    private static func layer(_ layer: ResultSummary.Layer) -> JSONValue {
        .object([
            ("layer", .string(layer.layer)), ("path", .string(layer.path)), ("read", .integer(layer.read)),
            ("used", .integer(layer.used)), ("excluded", .integer(layer.excluded)),
        ])
    }

    private static func omission(_ omission: SourceLayers.Omission) -> JSONValue {
        .object([
            ("role", .string(omission.role)), ("path", .string(omission.path)),
            ("why", .string(omission.reason.rawValue)),
        ])
    }

    private func describe(_ grid: DisplayGrid) -> JSONValue {
        .object([
            ("x", .number(grid.origin.x)), ("y", .number(grid.origin.y)),
            ("steps", .number(DisplayGrid.stepsPerDegree)), ("local", .bool(grid.isLocal)),
        ])
    }

    // MARK: Figures

    private func requirements(_ names: ReportNames) -> [JSONValue] {
        zip(summary.requirements, summary.figures).enumerated().map { place, pair in
            let (requirement, figures) = pair
            return .object(
                [
                    ("id", .string(requirement.requirement_id)), ("kind", .string(requirement.kind)),
                    ("circle", JSONValue(requirement.circle)), ("tier", JSONValue(requirement.tier)),
                    ("strict", .number(requirement.strict_m)), ("lenient", .number(requirement.lenient_m)),
                    ("surveyed", .bool(!content.access.requirements[place].isNotSurveyed)),
                    ("served", .number(streets?.limits[place] ?? requirement.lenient_m)),
                ] + names.json(of: requirement) + ReportData.figures(figures))
        }
    }

    private static func figures(_ figures: ResultSummary.Figures) -> [(key: String, value: JSONValue)] {
        [
            ("b", shares(figures.blocks)), ("p", shares(figures.population)), ("l", shares(figures.land_m2)),
            ("sizeUnknown", .integer(figures.size_unknown_blocks)),
            ("lostOnFoot", figures.population_lost_on_foot.map { .number($0) } ?? .null),
        ]
    }

    /// In the order of the verdicts.
    private static func shares(_ shares: ResultSummary.Shares) -> JSONValue {
        .array(
            [shares.met, shares.marginal, shares.undersized, shares.gap, shares.not_assessable].map {
                .number($0)
            })
    }

    private func unit(_ unit: ResultSummary.Unit) -> JSONValue {
        .object([
            ("id", .string(unit.id)), ("name", JSONValue(unit.name)), ("blocks", .number(unit.blocks)),
            ("population", .number(unit.population)),
            ("figures", .array(unit.requirements.map { .object(ReportData.figures($0)) })),
        ])
    }

    private var blocks: JSONValue {
        let layer = content.blocks
        let units = Dictionary(summary.units.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return .object([
            ("id", ReportData.texts(content.blockIDs)), ("name", ReportData.texts(layer.texts("name"))),
            ("population", ReportData.numbers(layer.numbers("population"))),
            ("unit", .array(layer.texts("unit").map { .integer($0.flatMap { units[$0] } ?? -1) })),
            ("starts", ReportData.texts(layer.texts("starts_at"))),
        ])
    }

    private var facilities: JSONValue {
        let layer = content.facilities
        return .object(
            [("id", ReportData.texts(content.facilityIDs))]
                + ["name", "kind", "size", "on_network", "uncertain"].map {
                    ($0, ReportData.texts(layer.texts($0)))
                }
                + [
                    "floor_area", "site_area", "residents_strict", "residents_lenient", "catchment_blocks",
                    "catchment_residents",
                ].map { ($0, ReportData.numbers(layer.numbers($0))) })
    }

    private static func texts(_ texts: [String?]) -> JSONValue { .array(texts.map { JSONValue($0) }) }

    private static func numbers(_ numbers: [Double?]) -> JSONValue {
        .array(numbers.map { $0.map { .number($0) } ?? .null })
    }

    private static func access(_ columns: AccessColumns.Requirement) -> JSONValue {
        if columns.isNotSurveyed { return .null }
        return .object([
            ("v", .string(columns.verdict.map { Int32($0) }.packed)),
            ("f", .string(columns.facility.packed)), ("d", .string(columns.walked.packed)),
            ("sf", .string(columns.straightFacility.packed)), ("s", .string(columns.straight.packed)),
        ])
    }

    private func finding(_ row: [String]) -> JSONValue { .array(row.map { .string($0) }) }

    // MARK: Map

    private var spots: JSONValue {
        let layer = content.blindSpots
        let places = Dictionary(summary.requirements.enumerated().map { ($1.requirement_id, $0) }) {
            first, _ in first
        }
        let requirements = layer.texts("requirement_id")
        func figures(_ name: String) -> JSONValue { ReportData.numbers(layer.numbers(name)) }
        return .object([
            ("req", .array(requirements.map { .integer($0.flatMap { places[$0] } ?? -1) })),
            ("rank", figures("rank")), ("population", figures("population")), ("area", figures("area_m2")),
            ("uncertain", figures("blocks_uncertain")),
            ("count", .integer(layer.total)),
        ])
    }

    /// All layers, drawn as finely as their size allows.
    private func shapes(on grid: DisplayGrid) -> JSONValue {
        let drawn: [(String, [Shape?])] = [
            ("blocks", content.blocks.shapes), ("facilities", content.facilities.shapes),
            ("spots", content.blindSpots.shapes),
            ("network", streets?.shapes ?? layers.network),
            ("barriers", layers.barriers), ("units", layers.units),
        ]
        var packed: [(key: String, value: JSONValue)] = []
        for tolerance in ReportData.tolerances {
            var characters = 0
            packed = drawn.map { name, shapes in
                let text = ShapeStream.text(shapes, on: grid, tolerance: tolerance)
                characters += text.utf8.count
                return (name, .string(text))
            }
            packed.append(("tolerance", .number(tolerance)))
            if characters <= ReportData.mostShapes { break }
        }
        return .object(packed)
    }

    /// The ways under each requirement, as many requirements as there is room for; null when none were walked.
    private func packedRoutes(on grid: DisplayGrid, room: Int) -> JSONValue {
        guard let routes else { return .null }
        var room = room
        return .array(
            routes.ways.map { ways in
                guard ways.contains(where: { $0 != nil }) else { return .null }
                let forest = RouteForest(ways, on: grid)
                let (nodes, leaves) = (forest.base64, forest.leaves.packed)
                guard nodes.utf8.count + leaves.utf8.count <= room else { return .null }
                room -= nodes.utf8.count + leaves.utf8.count
                return .object([("nodes", .string(nodes)), ("leaves", .string(leaves))])
            })
    }

    /// What each requirement serves, as many requirements as there is room for; null when nothing was walked.
    private func served(on grid: DisplayGrid) -> JSONValue {
        guard let streets else { return .null }
        var room = ReportData.mostStreets
        return .array(
            zip(streets.runs, streets.land).map { runs, land in
                var member: (key: String, value: String)?
                if let runs { member = ("streets", runs.base64) }
                if let land { member = ("land", ShapeStream.text([land], on: grid, tolerance: 1)) }
                guard let member, member.value.utf8.count <= room else { return .null }
                room -= member.value.utf8.count
                return .object([(member.key, .string(member.value))])
            })
    }

    /// The name of each unit that is drawn; none where the drawn ones cannot be told to be those of the results.
    private var unitLabels: JSONValue {
        guard layers.units.count(where: { $0?.polygons.isEmpty == false }) == summary.units.count else {
            return .array(layers.units.map { _ in .null })
        }
        var units = summary.units.makeIterator()
        return .array(
            layers.units.map { shape in
                guard shape?.polygons.isEmpty == false, let unit = units.next() else { return .null }
                return .string(unit.name ?? unit.id)
            })
    }
}

extension JSONValue {
    /// The bytes of the texts in the value.
    fileprivate var textCount: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .array(let values): values.reduce(0) { $0 + $1.textCount }
        case .object(let members): members.reduce(0) { $0 + $1.value.textCount }
        default: 0
        }
    }
}
