import Standards
import StudyAreas

/// What an audit has to say about the data beyond its verdicts.
struct AuditNotes {
    let area: StudyArea
    let standard: FacilityStandard
    let results: [RequirementAudit]

    var findings: [Finding] {
        standard.draftFindings + standard.overrideFindings + notSurveyed + sizeUnknown + notJudged
            + tooManyClasses
    }

    private var notSurveyed: [Finding] {
        let residents = area.blocks.reduce(0) { $0 + ($1.population ?? 0) }
        return results.filter { result in
            !result.assessments.isEmpty && result.assessments.allSatisfy { $0.reason == .notSurveyed }
        }.map {
            Finding(
                .kindNotSurveyed, layer: "facilities",
                arguments: [$0.requirement.title, $0.requirement.kind],
                population: residents)
        }
    }

    private var sizeUnknown: [Finding] {
        results.compactMap { result in
            let minimum = result.requirement.minimum
            let rules = ages(minimum).map { MinimumSizeRule(minimum, age: $0) }
            let ofKind = area.facilities.filter { $0.kind == result.requirement.kind }
            let unknown = ofKind.count { facility in
                rules.contains { $0.verdict(on: facility) == .unknown }
            }
            guard unknown > 0 else { return nil }
            return Finding(
                .sizeUnknown, layer: "facilities",
                arguments: [
                    result.requirement.title, result.requirement.kind, "\(unknown)", "\(ofKind.count)",
                ])
        }
    }

    /// The ages of the blocks, where they make a difference.
    private func ages(_ minimum: MinimumSize) -> [CommunityAge?] {
        minimum.dependsOnAge ? Array(Set(area.blocks.map(\.age))) : [nil]
    }

    private var notJudged: [Finding] {
        let judged = Set(results.map(\.requirement.kind))
        var counts: [(kind: String, count: Int)] = []
        for facility in area.facilities where !judged.contains(facility.kind) {
            if let place = counts.firstIndex(where: { $0.kind == facility.kind }) {
                counts[place].count += 1
            } else {
                counts.append((facility.kind, 1))
            }
        }
        return counts.map {
            Finding(.kindNotJudged, layer: "facilities", arguments: [$0.kind, "\($0.count)", standard.id])
        }
    }

    private var tooManyClasses: [Finding] {
        results.flatMap { result -> [Finding] in
            guard let most = result.requirement.maxClasses else { return [] }
            return area.facilities.compactMap { facility in
                guard facility.kind == result.requirement.kind, let classes = facility.classes,
                    classes > Double(most)
                else { return nil }
                return Finding(
                    .tooManyClasses, layer: "facilities", feature: facility.id,
                    arguments: [Int(exactly: classes).map { "\($0)" } ?? "\(classes)", "\(most)"])
            }
        }
    }
}
