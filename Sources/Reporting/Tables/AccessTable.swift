import GapAnalysis
import PedestrianNetworks
public import Standards
import StudyAreas
import VectorFiles
import WalkAccess

/// One block under one requirement, as `access.csv` and `gaps.geojson` print it.
struct AccessRow {
    static let columns = [
        "block_id", "requirement_id", "kind", "circle", "strict_m", "lenient_m", "facility_id", "distance_m",
        "walk_min", "straight_m", "verdict", "reason", "straight_facility_id", "uncertain",
        "serving_kind", "remarks", "draft",
    ]

    let audit: Audit
    let block: Int
    let result: RequirementAudit
    /// Whether the verdict could be better with data from beyond the edge.
    let isUncertain: Bool

    init(audit: Audit, block: Int, requirement: Int) {
        self.audit = audit
        self.block = block
        result = audit.requirements[requirement]
        isUncertain = audit.edge.isUncertain(requirement, block: block)
    }

    /// Why the verdict is uncertain; nil when it is not.
    var uncertainty: String? { isUncertain ? "edge" : nil }

    var requirement: FacilityRequirement { result.requirement }
    var assessment: Assessment { result.assessments[block] }
    var facilityID: String? { assessment.facility.map { audit.area.facilities[$0].id } }
    var straightFacilityID: String? { assessment.straightFacility.map { audit.area.facilities[$0].id } }
    var distance: JSONValue? { assessment.distance.map { Rounding.walked($0) } }
    var straight: JSONValue? { assessment.straight.map { .decimal($0, places: 1) } }

    /// The kind of the facility that serves the block; a bundle's is not the requirement's own.
    var servingKind: String? {
        guard assessment.verdict == .met || assessment.verdict == .marginal else { return nil }
        let serving = requirement.isByRadius ? assessment.straightFacility : assessment.facility
        return serving.map { audit.area.facilities[$0].kind }
    }
    var remarks: String? {
        assessment.remarks.isEmpty ? nil : assessment.remarks.names.joined(separator: ";")
    }

    /// Minutes at the walker's pace.
    var walkMinutes: JSONValue? {
        assessment.distance.map { .decimal(audit.options.walker.time(for: $0).minutes, places: 1) }
    }

    /// The row as named values, in the order of the columns.
    var properties: [(String, JSONValue)] { zip(AccessRow.columns, values).map { ($0, $1 ?? .null) } }

    /// One value a column.
    var values: [JSONValue?] {
        [
            .string(audit.area.blocks[block].id), .string(requirement.id), .string(requirement.kind),
            requirement.circleLabel.map { .string($0) }, Rounding.limit(result.limits.strict),
            Rounding.limit(result.limits.lenient), facilityID.map { .string($0) }, distance, walkMinutes,
            straight, .string(assessment.verdict.rawValue), assessment.reason.map { .string($0.rawValue) },
            straightFacilityID.map { .string($0) }, uncertainty.map { .string($0) },
            servingKind.map { .string($0) },
            remarks.map { .string($0) }, .bool(audit.standard.draft),
        ]
    }

    func write(to csv: inout CSVWriter) {
        csv.field(audit.area.blocks[block].id)
        csv.field(requirement.id)
        csv.field(requirement.kind)
        csv.field(requirement.circleLabel)
        csv.field(Rounding.limit(result.limits.strict))
        csv.field(Rounding.limit(result.limits.lenient))
        csv.field(facilityID)
        csv.field(distance)
        csv.field(walkMinutes)
        csv.field(straight)
        csv.field(assessment.verdict.rawValue)
        csv.field(assessment.reason?.rawValue)
        csv.field(straightFacilityID)
        csv.field(uncertainty)
        csv.field(servingKind)
        csv.field(remarks)
        csv.field(audit.standard.draft ? "true" : "false")
        csv.endRow()
    }
}

extension FacilityRequirement {
    /// The circle as the table prints it; nil where the row has none, as for a service radius.
    public var circleLabel: String? { distance.circle?.rawValue }

    /// Whether a straight line decides.
    var isByRadius: Bool { if case .radius = distance { true } else { false } }

    /// The circle, or what the row has instead: a walk of its own or a service radius.
    func distanceLabel(_ language: Language) -> String {
        if let circleLabel { return circleLabel }
        if case .radius = distance { return language.pick(en: "radius", zh: "半径") }
        return language.pick(en: "walk", zh: "步行")
    }
}

/// `access.csv`: a row per block and requirement, blocks in input order.
struct AccessTable {
    let audit: Audit

    func write(to file: StagedFile) {
        var csv = CSVWriter(file: file, columns: AccessRow.columns)
        for block in audit.area.blocks.indices {
            for requirement in audit.requirements.indices {
                AccessRow(audit: audit, block: block, requirement: requirement).write(to: &csv)
            }
        }
    }
}
