import GapAnalysis
import Standards
import StudyAreas

extension FacilityStandard {
    /// A standard with Suzhou's circles and the given rows.
    static func testing(_ rows: [FacilityRequirement], draft: Bool = false) -> FacilityStandard {
        let circles = [
            (LifeCircleTier.five, 200.0, 300.0), (.ten, 500, 500), (.fifteen, 800, 1000),
        ].map {
            LifeCircle(
                tier: $0.0, population: 1, strictMetres: $0.1, lenientMetres: $0.2, citation: .testing)
        }
        return FacilityStandard(
            id: "testing", version: "1", title: "试", titleEn: "test",
            source: .init(title: "试", year: 2021), draft: draft, circles: circles, requirements: rows)
    }
}

extension Citation {
    static let testing = Citation(document: "试", place: "表1", quote: "…")
}

extension FacilityRequirement {
    /// A row judged by the walking distance of a circle.
    static func walking(
        _ kind: String, _ circle: RequiredCircle = .fifteen, floor: Double? = nil, site: Double? = nil,
        id: String? = nil, maxClasses: Int? = nil
    ) -> FacilityRequirement {
        FacilityRequirement(
            id: id ?? kind, kind: kind, title: "设施", titleEn: kind, category: .culture,
            distance: .walking(circle), minimum: MinimumSize(floorAreaM2: floor, siteAreaM2: site),
            maxClasses: maxClasses, citation: .testing)
    }

    /// The pocket-park row: 400 m² within 300 m.
    static func parks(metres: Double = 300, site: Double? = 400) -> FacilityRequirement {
        FacilityRequirement(
            id: "parks", kind: "park", title: "口袋公园", titleEn: "parks", category: .openSpace,
            distance: .radius(metres: metres), minimum: MinimumSize(siteAreaM2: site), citation: .testing)
    }
}

extension Village {
    /// The village held against some rows.
    func audit(_ rows: [FacilityRequirement], _ options: AuditOptions = AuditOptions()) async throws -> Audit
    {
        try await Audit(of: try await area(), by: .testing(rows), options: options)
    }

    /// What a bundled standard's row makes of each block.
    func assessments(
        of requirement: String, in standard: String, _ options: AuditOptions = AuditOptions()
    ) async throws -> [Assessment] {
        let audit = try await audit(by: standard, options)
        return audit.requirements.first { $0.requirement.id == requirement }?.assessments ?? []
    }

    /// The village held against a bundled standard.
    func audit(by standard: String, _ options: AuditOptions = AuditOptions()) async throws -> Audit {
        try await Audit(of: try await area(), by: BundledStandards.standard(id: standard), options: options)
    }

    /// What one row makes of each block.
    func assessments(
        _ row: FacilityRequirement, _ options: AuditOptions = AuditOptions()
    ) async throws -> [Assessment] {
        try await audit([row], options).requirements[0].assessments
    }

    /// The verdict and reason of the first block under one row.
    func outcome(_ row: FacilityRequirement) async throws -> Outcome {
        let assessment = try await assessments(row)[0]
        return Outcome(assessment.verdict, assessment.reason)
    }
}

/// A verdict and its reason.
struct Outcome: Equatable, CustomStringConvertible {
    let verdict: Verdict
    let reason: Reason?

    init(_ verdict: Verdict, _ reason: Reason? = nil) {
        self.verdict = verdict
        self.reason = reason
    }

    var description: String { "\(verdict) \(reason.map { "\($0)" } ?? "–")" }
}
