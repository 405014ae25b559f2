public import StrictYAML

/// Figures of a facility table that a project sets otherwise, such as `kindergarten: {strict_m: 300}`.
///
/// They are read before it is known which table they are for, and checked against it when they are applied.
public struct StandardOverrides: Sendable {
    private struct Row {
        let entry: YAMLEntry
        let figures: [(figure: OverriddenFigure.Measure, value: Double)]
    }

    private let node: YAMLNode
    private let rows: [Row]

    /// Reads overrides from a mapping of requirements' ids to figures.
    ///
    /// - Throws: `YAMLError` with line and column: unknown or doubled keys, figures that are not positive, a
    ///   requirement without any.
    public init(_ node: YAMLNode) throws(YAMLError) {
        var rows: [Row] = []
        for entry in try node.entries() {
            let row = try entry.value.mapping(keys: OverriddenFigure.Measure.allCases.map(\.rawValue))
            var figures: [(OverriddenFigure.Measure, Double)] = []
            for measure in OverriddenFigure.Measure.allCases {
                guard let value = try row.optional(measure.rawValue)?.positiveNumber() else { continue }
                figures.append((measure, value))
            }
            guard !figures.isEmpty else {
                throw entry.value.failure(
                    .invalid("nothing is overridden", remedy: "write a figure, or remove the row"))
            }
            rows.append(Row(entry: entry, figures: figures))
        }
        self.node = node
        self.rows = rows
    }

    /// `standard` with the project's figures, which it remembers.
    ///
    /// - Throws: `YAMLError` for a requirement the standard does not have, walking metres for one that is judged by a
    ///   radius or the other way round, a lenient limit below the strict one.
    public func applied(to standard: FacilityStandard) throws(YAMLError) -> FacilityStandard {
        var requirements = standard.requirements
        var overridden: [OverriddenFigure] = []
        for row in rows {
            guard let place = requirements.firstIndex(where: { $0.id == row.entry.key }) else {
                throw YAMLError(
                    file: node.file, line: row.entry.line, column: row.entry.column, path: node.path,
                    problem: .unknownKey(row.entry.key, known: requirements.map(\.id)))
            }
            let old = requirements[place]
            let new = try changed(old, by: row, in: standard)
            overridden += row.figures.map { figure, value in
                OverriddenFigure(
                    requirement: old.id, title: old.title, titleEn: old.titleEn, measure: figure,
                    was: figure.value(of: old, in: standard), now: value)
            }
            requirements[place] = new
        }
        return standard.with(requirements: requirements, overrides: overridden)
    }

    private func changed(
        _ old: FacilityRequirement, by row: Row, in standard: FacilityStandard
    ) throws(YAMLError) -> FacilityRequirement {
        func figure(_ measure: OverriddenFigure.Measure) -> Double? {
            row.figures.first { $0.figure == measure }?.value
        }
        let limits = standard.limits(of: old)
        let walk = (figure(.strictMetres), figure(.lenientMetres))
        var distance = old.distance
        if case .radius = old.distance {
            guard walk.0 == nil, walk.1 == nil else {
                throw fault(row, "'\(old.id)' is judged by a radius", "write radius_m instead")
            }
            if let radius = figure(.radiusMetres) { distance = .radius(metres: radius) }
        } else {
            guard figure(.radiusMetres) == nil else {
                throw fault(row, "'\(old.id)' is judged by a walk", "write strict_m and lenient_m instead")
            }
            if walk.0 != nil || walk.1 != nil {
                let (strict, lenient) = (walk.0 ?? limits.strict, walk.1 ?? limits.lenient)
                guard strict <= lenient else {
                    throw fault(
                        row, "the lenient limit is below the strict one", "write at least the strict limit")
                }
                let limits = WalkLimits(strictMetres: strict, lenientMetres: lenient)
                distance = .walk(limits, old.distance.circle)
            }
        }
        let (floor, site) = (figure(.floorArea), figure(.siteArea))
        return old.with(distance: distance, minimum: old.minimum.overridden(floor: floor, site: site))
    }

    private func fault(_ row: Row, _ what: String, _ remedy: String) -> YAMLError {
        row.entry.value.failure(.invalid(what, remedy: remedy))
    }
}

/// A figure of a table that a project has set otherwise.
public struct OverriddenFigure: Sendable, Hashable {
    /// Which figure; the raw value is the key in files.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        case strictMetres = "strict_m"
        case lenientMetres = "lenient_m"
        case radiusMetres = "radius_m"
        case floorArea = "min_floor_area_m2"
        case siteArea = "min_site_area_m2"
    }

    /// The requirement.
    public let requirement: FacilityRequirement.ID
    /// Its Chinese name as printed.
    public let title: String
    /// Its English name.
    public let titleEn: String
    /// Which figure.
    public let measure: Measure
    /// What the table says; nil where it has none, or several on conditions.
    public let was: Double?
    /// What the project says.
    public let now: Double
}

extension OverriddenFigure.Measure {
    /// What a table says of a requirement.
    fileprivate func value(of requirement: FacilityRequirement, in standard: FacilityStandard) -> Double? {
        switch self {
        case .strictMetres, .radiusMetres: standard.limits(of: requirement).strict
        case .lenientMetres: standard.limits(of: requirement).lenient
        case .floorArea: requirement.minimum.floorAreaM2
        case .siteArea: requirement.minimum.siteAreaM2
        }
    }
}

extension MinimumSize {
    /// The size with another floor or site area, which then holds whatever other sizes depended on.
    fileprivate func overridden(floor: Double?, site: Double?) -> MinimumSize {
        guard floor != nil || site != nil else { return self }
        return MinimumSize(
            floorAreaM2: floor ?? floorAreaM2, siteAreaM2: site ?? siteAreaM2, capacities: capacities)
    }
}

extension FacilityRequirement {
    /// The same row with another distance and size.
    fileprivate func with(distance: ServiceDistance, minimum: MinimumSize) -> FacilityRequirement {
        FacilityRequirement(
            id: id, kind: kind, title: title, titleEn: titleEn, category: category, scene: scene, tier: tier,
            binding: binding, distance: distance, minimum: minimum, maxClasses: maxClasses,
            servicePopulation: servicePopulation, servesWithinMetres: servesWithinMetres,
            substitutes: substitutes, note: note, citation: citation, furtherCitations: furtherCitations)
    }
}

extension FacilityStandard {
    /// The same table with other rows, remembering what was changed.
    fileprivate func with(
        requirements: [FacilityRequirement], overrides: [OverriddenFigure]
    ) -> FacilityStandard {
        var standard = FacilityStandard(
            id: id, version: version, title: title, titleEn: titleEn, source: source, draft: draft,
            circles: circles, requirements: requirements, network: network, bundles: bundles, units: units,
            guidance: guidance, neighbouringProvision: neighbouringProvision, discrepancies: discrepancies)
        standard.overrides = self.overrides + overrides
        return standard
    }
}
