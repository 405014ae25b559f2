import GapAnalysis
import Standards
import StudyAreas
import VectorFiles

/// `supply.csv`: how much of each kind there is for whom: the whole area, each unit, each facility's own circle.
struct SupplyTable {
    static let columns =
        [
            "requirement_id", "kind", "title", "circle", "scope", "scope_id", "residents",
            "blocks_without_population", "residents_assigned", "facilities", "outside_unit", "adequate",
            "size_unknown", "undersized", "people_per_facility", "basis", "needed", "short_by", "verdict",
        ] + early(Provision.amountColumns).flatMap(\.all) + ["draft"]
        + late(Provision.amountColumns).flatMap(\.all) + ["uncertain"]

    // Columns are added at the end, and `draft` was there before the third rule for amounts.
    static func early<Amount>(_ amounts: [Amount]) -> ArraySlice<Amount> { amounts.prefix(2) }
    static func late<Amount>(_ amounts: [Amount]) -> ArraySlice<Amount> { amounts.dropFirst(2) }

    let audit: Audit

    func write(to file: StagedFile) {
        var csv = CSVWriter(file: file, columns: SupplyTable.columns)
        for provision in audit.supply {
            for value in ProvisionRow(audit: audit, provision: provision).values { csv.field(value) }
            csv.endRow()
        }
    }
}

/// One row of `supply.csv`, as the summary has it too.
struct ProvisionRow {
    let audit: Audit
    let provision: Provision

    private var requirement: FacilityRequirement { audit.requirements[provision.requirement].requirement }

    /// The values in the order of the columns.
    var values: [JSONValue?] {
        identity + count + SupplyTable.early(amounts).joined() + [.bool(audit.standard.draft)]
            + SupplyTable.late(amounts).joined() + [uncertainty]
    }

    /// `edge` where other or more residents may have a facility, or go to this one; nil where none may.
    private var uncertainty: JSONValue? {
        audit.edge.service.isUncertain(provision) ? .string("edge") : nil
    }

    /// The values by their columns.
    var properties: [(key: String, value: JSONValue)] {
        zip(SupplyTable.columns, values).map { ($0, $1 ?? .null) }
    }

    /// `area`, `unit` or `facility`, and which.
    var scope: (name: String, id: String?) {
        switch provision.scope {
        case .area: ("area", nil)
        case .unit(let unit): ("unit", audit.area.units[unit].id)
        case .facility(let facility): ("facility", audit.area.facilities[facility].id)
        }
    }

    private var identity: [JSONValue?] {
        [
            .string(requirement.id), .string(requirement.kind), .string(requirement.title),
            requirement.circleLabel.map { .string($0) }, .string(scope.name), scope.id.map { .string($0) },
        ]
    }

    private var count: [JSONValue?] {
        [
            Rounding.amount(provision.residents), .integer(provision.blocksWithoutPopulation),
            Rounding.amount(provision.assigned), .integer(provision.facilities),
            .integer(provision.outside),
            .integer(provision.adequate), .integer(provision.sizeUnknown), .integer(provision.undersized),
            provision.peoplePerFacility.map { .integer($0) }, provision.basis.map { .string($0.rawValue) },
            provision.needed.map { .integer($0) }, provision.shortBy.map { .integer($0) },
            provision.verdict.map { .string($0.rawValue) },
        ]
    }

    /// By rule for amounts.
    private var amounts: [[JSONValue?]] { zip(provision.amounts, provision.amountVerdicts).map(values) }

    private func values(of amount: AmountPerResident, _ verdict: ProvisionVerdict?) -> [JSONValue?] {
        let inside = provision.facilities - provision.outside
        // Of what nobody has looked for, and of what nobody has measured, there is not nothing.
        let isKnown = inside == 0 ? provision.isSurveyed : amount.unknown < inside
        let perThousand = isKnown ? amount.perThousand(of: provision.residents) : nil
        return [
            isKnown ? Rounding.amount(amount.known) : nil, .integer(amount.unknown),
            perThousand.map { .decimal($0, places: 2) },
            amount.askedPerThousand.map { .decimal($0, places: 2) },
            verdict.map { .string($0.rawValue) },
        ]
    }
}
