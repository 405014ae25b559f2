import Foundation
import Testing

/// The sample district shows everything, and everything in its files adds up.
@Suite struct CanalDistrictTests {
    private let sample: AnalyzedSample
    private let access: [[String: String]]
    private let summary: SummaryDocument
    private let blocks: [GeoJSONDocument.Feature]

    init() throws {
        sample = try AnalyzedSample.canalDistrict.get()
        access = try sample.table("access.csv").rows
        summary = try sample.json("summary.json", as: SummaryDocument.self)
        blocks = try sample.json("blocks.geojson", as: GeoJSONDocument.self).features
    }

    @Test(arguments: ["met", "marginal", "undersized", "gap", "not_assessable"])
    func verdictOccurs(_ verdict: String) {
        #expect(access.contains { $0["verdict"] == verdict })
    }

    @Test(arguments: [
        ("gap", "none_in_reach"), ("gap", "detour"), ("gap", "unreachable"), ("met", "size_unknown"),
        ("not_assessable", "off_network"), ("not_assessable", "not_surveyed"),
        ("not_assessable", "facility_off_network"),
    ])
    func reasonOccurs(_ verdict: String, _ reason: String) {
        #expect(access.contains { $0["verdict"] == verdict && $0["reason"] == reason })
    }

    @Test func aRowForEveryBlockAndRequirement() {
        #expect(access.count == blocks.count * 25)
        #expect(summary.input.blocks == blocks.count)
        #expect(summary.requirements.count == 25)
        let pairs = Set(access.map { "\($0["block_id"] ?? "")|\($0["requirement_id"] ?? "")" })
        #expect(pairs.count == access.count)
        let order = access.map { $0["block_id"] ?? "" }.reduce(into: [String]()) { order, id in
            if order.last != id { order.append(id) }
        }
        #expect(order == blocks.compactMap(\.properties.id))
    }

    @Test func inputIsWhatCameOut() {
        for requirement in summary.requirements {
            #expect(requirement.blocks.total == Double(summary.input.blocks))
            #expect(
                requirement.blocks.assessed + requirement.blocks.not_assessable == requirement.blocks.total)
            #expect(abs(requirement.population.total - summary.input.population) < 1e-6)
        }
        for layer in summary.input.layers { #expect(layer.read == layer.used + layer.excluded) }
        for unit in summary.units {
            for requirement in unit.requirements {
                #expect(requirement.blocks.total == unit.blocks)
                #expect(abs(requirement.population.total - unit.population) < 1e-6)
            }
        }
    }

    @Test func blocksCarryTheirTallies() {
        for block in blocks {
            let rows = access.filter { $0["block_id"] == block.properties.id }
            func count(_ verdict: String) -> Int { rows.count { $0["verdict"] == verdict } }
            #expect(block.properties.met == count("met"))
            #expect(block.properties.marginal == count("marginal"))
            #expect(block.properties.undersized == count("undersized"))
            #expect(block.properties.gaps == count("gap"))
            #expect(block.properties.not_assessable == count("not_assessable"))
            let kinds = rows.filter { $0["verdict"] == "gap" }.compactMap { $0["kind"] }
            #expect(block.properties.gap_kinds == kinds.joined(separator: ";"))
        }
    }

    @Test func gapsAreTheRowsNotMet() throws {
        let gaps = try sample.json("gaps.geojson", as: GeoJSONDocument.self).features
        let short = access.filter { ["gap", "undersized", "marginal"].contains($0["verdict"]) }
        #expect(gaps.map { $0.properties.block_id ?? "" } == short.map { $0["block_id"] ?? "" })
        #expect(gaps.map { $0.properties.requirement_id ?? "" } == short.map { $0["requirement_id"] ?? "" })
        #expect(gaps.map { $0.properties.verdict ?? "" } == short.map { $0["verdict"] ?? "" })
        #expect(gaps.allSatisfy { $0.properties.title?.isEmpty == false })
        #expect(gaps.allSatisfy { $0.properties.title_en?.isEmpty == false })
    }

    /// What `SampleData/README.md` tells people to look at.
    @Test(
        arguments: [
            ("醋坊里", "cultural_plaza", "前塘水岸广场", "marginal", nil, 990, nil),
            ("灯草里", "ball_court", "青衿篮球场", "undersized", nil, nil, nil),
            ("船坞公寓", "kindergarten", "文杏幼儿园", "gap", "detour", 1037, 132),
            ("染坊里", "elderly_day_care", "采薇日间照料中心", "gap", "detour", 503, 373),
            ("鹭洲里", "primary_school", nil, "gap", "unreachable", nil, nil),
        ] as [(String, String, String?, String, String?, Double?, Double?)])
    func theReadMeIsRight(
        _ block: String, _ kind: String, _ facility: String?, _ verdict: String, _ reason: String?,
        _ walked: Double?, _ straight: Double?
    ) throws {
        let gaps = try sample.json("gaps.geojson", as: GeoJSONDocument.self).features.map(\.properties)
        let found = try #require(gaps.first { $0.block_name == block && $0.kind == kind })
        #expect((found.verdict, found.reason) == (verdict, reason))
        #expect(found.facility_name == facility)
        if let walked { #expect(abs((found.distance_m ?? 0) - walked) < 1) }
        if let straight { #expect(abs((found.straight_m ?? 0) - straight) < 1) }
    }

    @Test func everyFigureIsConsistentInItsRow() throws {
        for row in access {
            let strict = try #require(row["strict_m"].flatMap(Double.init))
            let lenient = try #require(row["lenient_m"].flatMap(Double.init))
            let walked = row["distance_m"].flatMap(Double.init)
            #expect(strict <= lenient)
            guard row["kind"] != "pocket_park", let walked else { continue }
            switch row["verdict"] {
            case "met": #expect(walked <= strict)
            case "marginal": #expect(walked > strict - 0.05 && walked <= lenient)
            case "undersized": #expect(walked <= lenient)
            default: #expect(walked > lenient - 0.05, "\(row)")
            }
            if let straight = row["straight_m"].flatMap(Double.init) { #expect(straight <= walked + 0.1) }
        }
    }

    /// Shares counted anew from the rows of `access.csv` and the residents of `blocks.geojson`.
    @Test func coverageCountedAnew() throws {
        let coverage = try sample.table("coverage.csv").rows
        let verdicts = Dictionary(grouping: access) { $0["requirement_id"] ?? "" }
        let units = Set(blocks.compactMap(\.properties.unit))
        #expect(coverage.count == 25 * (1 + units.count))
        for row in coverage {
            let unit = row["unit"] ?? ""
            let tally = Tally(verdicts[row["requirement_id"] ?? ""] ?? [], of: blocks) {
                unit.isEmpty || $0.properties.unit == unit
            }
            tally.check(row)
        }
    }
}

/// Blocks, residents and land by verdict.
private struct Tally {
    private var count: [String: Double] = [:]
    private var residents: [String: Double] = [:]
    private var land: [String: Double] = [:]

    init(
        _ rows: [[String: String]], of blocks: [GeoJSONDocument.Feature],
        where isIncluded: (GeoJSONDocument.Feature) -> Bool
    ) {
        let verdicts = Dictionary(uniqueKeysWithValues: rows.map { ($0["block_id"], $0["verdict"] ?? "") })
        for block in blocks where isIncluded(block) {
            let verdict = verdicts[block.properties.id] ?? ""
            count[verdict, default: 0] += 1
            residents[verdict, default: 0] += block.properties.population ?? 0
            // In square degrees: within two kilometres their size is the same, and shares need no more.
            land[verdict, default: 0] += block.geometry.polygons.reduce(0) { sum, rings in
                sum + rings.reduce(0) { $0 + doubleArea(of: $1) / 2 }
            }
        }
    }

    private func assessed(_ amounts: [String: Double]) -> Double {
        amounts.reduce(0) { $0 + ($1.key == "not_assessable" ? 0 : $1.value) }
    }

    private func share(_ amounts: [String: Double], lenient: Bool = false) -> Double? {
        let total = assessed(amounts)
        let served = (amounts["met"] ?? 0) + (lenient ? amounts["marginal"] ?? 0 : 0)
        return total > 0 ? served / total : nil
    }

    func check(_ row: [String: String]) {
        func number(_ column: String) -> Double? { row[column].flatMap { Double($0) } }
        func isClose(_ column: String, _ share: Double?, _ tolerance: Double = 0.000501) -> Bool {
            guard let share, let printed = number(column) else { return share == nil && row[column] == "" }
            return abs(printed - share) <= tolerance
        }
        for (column, verdict) in [
            ("blocks_met", "met"), ("blocks_marginal", "marginal"), ("blocks_undersized", "undersized"),
            ("blocks_gap", "gap"), ("blocks_not_assessable", "not_assessable"),
        ] {
            #expect(number(column) == count[verdict] ?? 0, "\(column) of \(row)")
        }
        #expect(number("blocks_total") == assessed(count))
        #expect(number("population_met") == residents["met"] ?? 0)
        #expect(number("population_total") == assessed(residents))
        #expect(number("population_gap") == residents["gap"] ?? 0)
        #expect(number("not_assessable_population") == residents["not_assessable"] ?? 0)
        #expect(isClose("population_share", share(residents)), "\(row)")
        #expect(isClose("population_lenient_share", share(residents, lenient: true)), "\(row)")
        #expect(isClose("block_share", share(count)), "\(row)")
        #expect(isClose("block_lenient_share", share(count, lenient: true)), "\(row)")
        #expect(isClose("area_share", share(land), 0.0015), "\(row)")
        #expect(isClose("area_lenient_share", share(land, lenient: true), 0.0015), "\(row)")
    }
}
