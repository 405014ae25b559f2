public import GapAnalysis
import PedestrianNetworks
import Standards
import StudyAreas
public import VectorFiles
import WalkAccess

/// `summary.json`: totals, coverage by requirement, counts of findings.
public struct Summary {
    private let audit: Audit

    /// A summary of `audit`.
    public init(_ audit: Audit) { self.audit = audit }

    /// The summary as JSON; shares are 0…1 in full precision, and null where nothing was assessed.
    public var json: JSONValue {
        .object([
            ("tool", Product.json), ("standard", standard), ("name", JSONValue(audit.area.name)),
            ("crs", .string(audit.area.plane.label)), ("method", method), ("input", input),
            ("network", network), ("requirements", .array(audit.totals.map(coverage))), ("units", units),
            ("findings", findings), ("edge", edge), ("supply", supply),
        ])
    }

    private var standard: JSONValue {
        .object([
            ("id", .string(audit.standard.id)), ("version", .string(audit.standard.version)),
            ("title", .string(audit.standard.title)), ("draft", .bool(audit.standard.draft)),
            ("overrides", audit.standard.overridesJSON),
        ])
    }

    private var method: JSONValue {
        let walker = audit.options.walker
        return .object([
            ("measure", .string(audit.options.measure.rawValue)),
            (
                "walker",
                .object([
                    ("id", .string(walker.id)), ("speed_m_per_s", .number(walker.speed)),
                    ("source", .string(walker.source)),
                ])
            ),
            ("search_limit_m", Rounding.limit(audit.options.searchLimit)),
        ])
    }

    private var input: JSONValue {
        let blocks = audit.area.blocks
        return .object([
            ("blocks", .integer(blocks.count)),
            ("population", .number(blocks.reduce(0) { $0 + ($1.population ?? 0) })),
            ("blocks_without_population", .integer(blocks.count { $0.population == nil })),
            ("land_m2", .number(blocks.reduce(0) { $0 + ($1.landArea ?? 0) })),
            ("blocks_without_land", .integer(blocks.count { $0.landArea == nil })),
            ("facilities", .integer(audit.area.facilities.count)),
            ("layers", .array(audit.area.tallies.map(tally))),
        ])
    }

    private func tally(_ tally: LayerTally) -> JSONValue {
        .object([
            ("layer", .string(tally.layer)), ("path", .string(tally.path)), ("read", .integer(tally.read)),
            ("used", .integer(tally.used)), ("excluded", .integer(tally.excluded)),
        ])
    }

    private var network: JSONValue {
        let network = audit.area.network
        return .object([
            ("nodes", .integer(network.nodeCount)), ("edges", .integer(network.edgeCount)),
            ("length_m", .number(network.length.metres)), ("components", .integer(network.components.count)),
            ("largest_component_m", .number(network.components.first?.length.metres ?? 0)),
        ])
    }

    private func coverage(_ coverage: Coverage) -> JSONValue {
        let result = audit.requirements[coverage.requirement]
        let requirement = result.requirement
        let identity: [(String, JSONValue)] = [
            ("requirement_id", .string(requirement.id)), ("kind", .string(requirement.kind)),
            ("title", .string(requirement.title)), ("circle", JSONValue(requirement.circleLabel)),
            ("tier", JSONValue(requirement.tier?.rawValue)),
            ("strict_m", Rounding.limit(result.limits.strict)),
            ("lenient_m", Rounding.limit(result.limits.lenient)),
        ]
        return .object(identity.map { (key: $0, value: $1) } + figures(of: coverage))
    }

    private func figures(of coverage: Coverage) -> [(key: String, value: JSONValue)] {
        [
            ("blocks", shares(coverage.blocks)), ("population", shares(coverage.population)),
            ("land_m2", shares(coverage.land)), ("size_unknown_blocks", .integer(coverage.sizeUnknownBlocks)),
            ("population_lost_on_foot", coverage.lostOnFoot.map { .number($0) } ?? .null),
            ("uncertain_blocks", .integer(coverage.uncertainBlocks)),
            ("uncertain_population", .number(coverage.uncertainPopulation)),
        ]
    }

    private func shares(_ shares: VerdictShares) -> JSONValue {
        .object([
            ("met", .number(shares.met)), ("marginal", .number(shares.marginal)),
            ("undersized", .number(shares.undersized)), ("gap", .number(shares.gap)),
            ("not_assessable", .number(shares.notAssessable)), ("assessed", .number(shares.assessed)),
            ("share", shares.strictShare.map { .number($0) } ?? .null),
            ("lenient_share", shares.lenientShare.map { .number($0) } ?? .null),
        ])
    }

    private var units: JSONValue {
        .array(
            audit.area.units.enumerated().map { place, unit in
                let inside = audit.coverage.filter { $0.unit == place }
                return .object([
                    ("id", .string(unit.id)), ("name", JSONValue(unit.name)),
                    ("blocks", .number(inside.first?.blocks.input ?? 0)),
                    ("population", .number(inside.first?.population.input ?? 0)),
                    (
                        "requirements",
                        .array(
                            inside.map { coverage in
                                let id = audit.requirements[coverage.requirement].requirement.id
                                return .object([("requirement_id", .string(id))] + figures(of: coverage))
                            })
                    ),
                ])
            })
    }

    private var edge: JSONValue {
        let doubt = audit.edge
        let blocks = doubt.blocks.map { audit.area.blocks[$0] }
        return .object([
            ("of", .string(audit.area.boundary.isEmpty ? "outline" : "boundary")),
            ("widest_limit_m", Rounding.limit(doubt.widest)),
            ("blocks_in_reach", .integer(doubt.walks.count { $0 != nil })),
            ("blocks_uncertain", .integer(blocks.count)),
            ("population_uncertain", .number(blocks.reduce(0) { $0 + ($1.population ?? 0) })),
            ("verdicts_uncertain", .integer(doubt.count)),
        ])
    }

    /// The whole area and the units; single facilities are in `supply.csv`.
    private var supply: JSONValue {
        .array(
            audit.supply.compactMap { provision in
                if case .facility = provision.scope { return nil }
                return .object(ProvisionRow(audit: audit, provision: provision).properties)
            })
    }

    private var findings: JSONValue {
        var counts: [Finding.Code: Int] = [:]
        for finding in audit.findings { counts[finding.code, default: 0] += 1 }
        let severities = Finding.Severity.allCases.map { severity in
            let count = counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
            return (key: severity.rawValue, value: JSONValue.integer(count))
        }
        let codes = Finding.Code.allCases.compactMap { code in
            counts[code].map { (key: code.rawValue, value: JSONValue.integer($0)) }
        }
        return .object(severities + [("by_code", .object(codes))])
    }
}

/// What the program is.
public enum Product {
    /// The version of this program, which every manifest names.
    public static let version = "0.1.0"

    /// The name and version as JSON.
    static var json: JSONValue {
        .object([("name", .string("lifecircle")), ("version", .string(version))])
    }
}
