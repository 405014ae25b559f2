import ArgumentParser
import GapAnalysis
import Reporting
import Standards

/// Thresholds asked for with `--fail-under` and `--fail-on`, for checks in scripts.
struct Thresholds {
    let failUnder: Double?
    let failOn: [Verdict]

    /// - Throws: `ExitCode` 1 when one is missed, after saying which.
    func check(_ audit: Audit, _ language: Language) throws {
        let missed = under(audit, language) + on(audit, language)
        guard !missed.isEmpty else { return }
        for line in missed { Terminal.say(line) }
        throw ExitCode(ExitStatus.missed.rawValue)
    }

    /// Requirements whose strict share of residents, or of blocks when no population is known, is too low.
    private func under(_ audit: Audit, _ language: Language) -> [String] {
        guard let failUnder else { return [] }
        return audit.totals.compactMap { coverage in
            guard let share = coverage.population.strictShare ?? coverage.blocks.strictShare,
                share < failUnder / 100
            else { return nil }
            let requirement = audit.requirements[coverage.requirement].requirement
            let percent = (share * 1000).rounded(.down) / 10
            return language.pick(
                en: "below \(failUnder) %: \(requirement.titleEn): \(percent) %",
                zh: "低于 \(failUnder) %：\(requirement.title)：\(percent) %")
        }
    }

    private func on(_ audit: Audit, _ language: Language) -> [String] {
        failOn.compactMap { verdict in
            let count = audit.requirements.reduce(0) { sum, result in
                sum + result.assessments.count { $0.verdict == verdict }
            }
            guard count > 0 else { return nil }
            let name = verdict.wording.text(language)
            return language.pick(
                en: "\(count) cases of block and requirement: \(name)", zh: "\(name)：\(count) 项")
        }
    }
}

/// Verdicts separated by commas.
struct VerdictList: ExpressibleByArgument {
    let verdicts: [Verdict]

    init?(argument: String) {
        let verdicts = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            Verdict(rawValue: String($0))
        }
        guard !verdicts.isEmpty, !verdicts.contains(where: { $0 == nil }) else { return nil }
        self.verdicts = verdicts.compactMap { $0 }
    }
}
