import Standards
import StudyAreas
import Testing

@testable import GapAnalysis

/// The sample projects by two standards: field by field, results differ where the standards do and nowhere else.
@Suite("The same project by two standards") struct SameProjectTests {
    private static let standards = ["suzhou-2021", "chongqing-2024-draft"]

    /// A copy of `standard` in which the health station is nearer and two rows are added: one in the middle, of a
    /// kind that nothing else asks for, and one at the end, of a kind that another row judges already.
    private func changed(_ standard: FacilityStandard) throws -> FacilityStandard {
        var rows = standard.requirements
        let station = try #require(rows.firstIndex { $0.id == "health_station" })
        rows[station] = rows[station].asked(within: 120)
        rows.insert(.walking("community_garden", .ten, id: "added"), at: rows.count / 2)
        let centre = try #require(rows.first { $0.id == "health_centre" })
        rows.append(.walking(centre.kind, .ten, floor: 12_345, id: "added_of_a_kind"))
        return standard.with(rows, neighbours: standard.neighbouringProvision)
    }

    @Test(
        "a row that changes and rows that are added leave every figure of the others as it was",
        arguments: ["tiny", "canal-district"], standards)
    func untouchedRows(project: String, id: String) async throws {
        let area = try await SampleProject.area(project)
        let standard = try BundledStandards.standard(id: id)
        let before = try await Audit(of: area, by: standard, options: AuditOptions())
        let after = try await Audit(of: area, by: try changed(standard), options: AuditOptions(threads: 2))
        var compared = 0
        for requirement in standard.requirements {
            let fields = RequirementFields(of: requirement.id, in: before)
            let differences = fields.differences(from: RequirementFields(of: requirement.id, in: after))
            compared += fields.values.count
            if requirement.id == "health_station" {
                #expect(differences.contains { $0.hasPrefix("assessment of") }, "\(differences)")
                #expect(differences.contains { $0.hasPrefix("coverage of all") })
            } else {
                #expect(differences.isEmpty, "\(requirement.id): \(differences.prefix(5))")
            }
        }
        #expect(compared > standard.requirements.count * area.blocks.count * 8)
        #expect(!RequirementFields(of: "added", in: after).values.isEmpty)
    }

    /// Findings that count over all requirements together: one row that changes, changes the sum.
    private static let sums: Set<Finding.Code> = [.nearDataEdge]

    @Test("findings that are not about these rows stay, in their order", arguments: standards)
    func findings(id: String) async throws {
        let area = try await SampleProject.area("canal-district")
        let standard = try BundledStandards.standard(id: id)
        let touched = Set(["设施"] + standard.requirements.filter { $0.id == "health_station" }.map(\.title))
        func others(_ standard: FacilityStandard) async throws -> [Finding] {
            try await Audit(of: area, by: standard, options: AuditOptions()).findings.filter {
                !Self.sums.contains($0.code) && !touched.contains($0.arguments.first ?? "")
            }
        }
        let before = try await others(standard)
        #expect(before == (try await others(try changed(standard))))
        #expect(before.count > area.findings.count)
    }

    /// The rows that Suzhou's table and the draft have alike: kind, distance, size, who else provides it, what may
    /// stand in for it.
    private static func alike(_ first: FacilityStandard, _ second: FacilityStandard) -> [(String, String)] {
        first.requirements.flatMap { a in
            second.requirements.filter { b in
                a.kind == b.kind && a.minimum == b.minimum && first.limits(of: a) == second.limits(of: b)
                    && first.kinds(satisfying: a) == second.kinds(satisfying: b)
                    && a.substitutes == b.substitutes
            }.map { (a.id, $0.id) }
        }
    }

    /// What hangs on the words of a row, and on how many people the document makes a facility for.
    private static let apart = ["requirement/", "supply", "catchment"]

    @Test("rows that both standards have alike give the same figures", arguments: ["tiny", "canal-district"])
    func bundledSideBySide(project: String) async throws {
        let area = try await SampleProject.area(project)
        let suzhou = try BundledStandards.standard(id: "suzhou-2021")
        let draft = try BundledStandards.standard(id: "chongqing-2024-draft")
        let pairs = Self.alike(suzhou, draft)
        #expect(!pairs.isEmpty)
        let ours = try await Audit(of: area, by: suzhou, options: AuditOptions())
        let theirs = try await Audit(of: area, by: draft, options: AuditOptions())
        let alone = try await Audit(
            of: area, by: draft.with(draft.requirements, neighbours: nil), options: AuditOptions())
        for (a, b) in pairs {
            let fields = RequirementFields(of: a, in: ours)
            func differences(_ audit: Audit) -> [String] {
                fields.differences(from: RequirementFields(of: b, in: audit)).filter { path in
                    !Self.apart.contains { path.hasPrefix($0) }
                }
            }
            #expect(differences(alone).isEmpty, "\(a): \(differences(alone).prefix(5))")
            // The draft speaks of what neighbours provide, Suzhou does not: the same verdicts, with a reason more.
            #expect(
                differences(theirs).allSatisfy { $0.contains("/reason") || $0.contains("/remarks") },
                "\(a): \(differences(theirs).prefix(5))")
        }
    }
}

extension FacilityStandard {
    /// The same document with other rows.
    fileprivate func with(
        _ requirements: [FacilityRequirement], neighbours: NeighbouringProvision?
    ) -> FacilityStandard {
        FacilityStandard(
            id: id, version: version, title: title, titleEn: titleEn, source: source, draft: draft,
            circles: circles, requirements: requirements, network: network, bundles: bundles, units: units,
            guidance: guidance, neighbouringProvision: neighbours, discrepancies: discrepancies)
    }
}

extension FacilityRequirement {
    /// The same row with another distance.
    fileprivate func asked(within metres: Double) -> FacilityRequirement {
        FacilityRequirement(
            id: id, kind: kind, title: title, titleEn: titleEn, category: category, scene: scene, tier: tier,
            binding: binding,
            distance: .walk(WalkLimits(strictMetres: metres, lenientMetres: metres), distance.circle),
            minimum: minimum, maxClasses: maxClasses, servicePopulation: servicePopulation,
            servesWithinMetres: servesWithinMetres, substitutes: substitutes, note: note, citation: citation,
            furtherCitations: furtherCitations)
    }
}
