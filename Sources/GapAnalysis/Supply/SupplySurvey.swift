import Standards
import StudyAreas

/// Counts what there is for whom: residents are assigned to the facility their verdict rests on, facilities to the
/// units they are in.
struct SupplySurvey {
    let area: StudyArea
    let standard: FacilityStandard
    let results: [RequirementAudit]
    private let units: FacilityUnits
    /// By unit: its blocks, ascending.
    private let blocksOfUnit: [Int: [Int]]

    init(area: StudyArea, standard: FacilityStandard, results: [RequirementAudit]) throws {
        self.area = area
        self.standard = standard
        self.results = results
        units = try FacilityUnits(of: area)
        blocksOfUnit = Dictionary(grouping: area.blocks.indices.filter { area.blocks[$0].unit != nil }) {
            area.blocks[$0].unit ?? 0
        }
    }

    /// For each requirement that says for how many people a facility is, or how much they are owed: the whole area,
    /// each unit, each facility in use.
    func provisions() -> [Provision] {
        results.indices.flatMap { place -> [Provision] in
            let requirement = results[place].requirement
            guard
                standard.peoplePerFacility(requirement) != nil
                    || AmountRules.asked(requirement, in: standard).contains(where: { $0 != nil })
            else { return [] }
            return provisions(of: place)
        }
    }

    private func provisions(of place: Int) -> [Provision] {
        let result = results[place]
        let providers = standard.providers(of: result.requirement)
        let facilities = area.facilities.indices.filter { index in
            providers.contains { $0.kind == area.facilities[index].kind }
        }
        let serving = result.assessments.map { $0.serving(result.requirement) }
        let survey = RequirementSurvey(
            area: area, standard: standard, place: place, requirement: result.requirement,
            providers: providers, serving: serving,
            isSurveyed: area.surveyed.includes(result.requirement.kind)
                || facilities.contains { area.facilities[$0].kind == result.requirement.kind })
        let all = Array(area.blocks.indices)
        let byServing = Dictionary(grouping: all.filter { serving[$0] != nil }) { serving[$0] ?? 0 }
        let inUnits = area.units.indices.map { unit in
            survey.provision(
                .unit(unit), blocksOfUnit[unit] ?? [],
                facilities.filter { units.units[$0].contains(unit) }, isUnit: true)
        }
        let byFacility = facilities.map { facility in
            survey.provision(.facility(facility), byServing[facility] ?? [], [facility])
        }
        return [survey.provision(.area, all, facilities)] + inUnits + byFacility
    }
}

/// Sums up scopes of one requirement.
private struct RequirementSurvey {
    let area: StudyArea
    let standard: FacilityStandard
    let place: Int
    let requirement: FacilityRequirement
    let providers: [SupplyProvider]
    /// By block: the facility its residents go to.
    let serving: [Int?]
    let isSurveyed: Bool

    /// - Parameter facilities: What lies in the scope; what the blocks go to beside these counts in a unit.
    func provision(
        _ scope: Provision.Scope, _ blocks: [Int], _ facilities: [Int], isUnit: Bool = false
    ) -> Provision {
        var provision = empty(scope)
        for block in blocks {
            guard let residents = area.blocks[block].population else {
                provision.blocksWithoutPopulation += 1
                continue
            }
            provision.residents += residents
            if serving[block] != nil { provision.assigned += residents }
        }
        let ages = Set(blocks.map { area.blocks[$0].age })
        let age = ages.count == 1 ? ages.first ?? nil : nil
        for facility in facilities {
            count(size(of: facility, for: age), in: &provision)
            addAmounts(of: facility, to: &provision)
        }
        guard isUnit else { return provision }
        let elsewhere = Set(blocks.compactMap { serving[$0] }).subtracting(facilities)
        for facility in elsewhere { count(size(of: facility, for: age), in: &provision) }
        provision.outside = elsewhere.count
        return provision
    }

    /// Whether a facility is large enough for communities of one age; nil for those of several or unknown ages.
    private func size(of facility: Int, for age: CommunityAge?) -> SizeVerdict? {
        providers.first { $0.kind == area.facilities[facility].kind }.map {
            MinimumSizeRule($0.minimum, age: age).verdict(on: area.facilities[facility])
        }
    }

    private func count(_ size: SizeVerdict?, in provision: inout Provision) {
        switch size {
        case .adequate, .notRequired: provision.adequate += 1
        case .undersized: provision.undersized += 1
        case .unknown, nil: provision.sizeUnknown += 1
        }
    }

    private func addAmounts(of facility: Int, to provision: inout Provision) {
        // How much of a building of several facilities belongs to this one is not known.
        let isOwn = area.facilities[facility].kind == requirement.kind
        for (place, rule) in AmountRules.all.enumerated() {
            provision.amounts[place].add(isOwn ? rule.init().amount(of: area.facilities[facility]) : nil)
        }
    }

    private func empty(_ scope: Provision.Scope) -> Provision {
        let served = standard.peoplePerFacility(requirement)
        let amounts = AmountRules.asked(requirement, in: standard).map { AmountPerResident(asked: $0) }
        return Provision(
            requirement: place, scope: scope, isSurveyed: isSurveyed,
            peoplePerFacility: served?.people, basis: served?.basis, amounts: amounts)
    }
}

extension Assessment {
    /// The facility that the residents of the block go to: the one that the verdict rests on, be it too small; nil
    /// when none is within the lenient limit.
    fileprivate func serving(_ requirement: FacilityRequirement) -> Int? {
        guard isServed || verdict == .undersized else { return nil }
        if case .radius = requirement.distance { return straightFacility }
        return facility
    }
}
