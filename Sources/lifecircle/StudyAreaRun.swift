import ArgumentParser
import Foundation
import PedestrianNetworks
import Reporting
import StudyAreas
import VectorFiles

/// Loads a study area stage by stage, timed and with progress; then tells what was found.
struct StudyAreaRun {
    let input: StudyAreaInput
    let loader: StudyAreaLoader
    let common: RunOptions
    /// The layers the command cannot do without, and the options that give them.
    var needed = [("blocks", "--blocks"), ("facilities", "--facilities"), ("network", "--network")]
    /// Files that are no layers but were read too.
    var texts: [Manifest.Input] = []

    func load(_ clock: inout StageClock) async throws -> StudyArea {
        let projected = try clock.layers(
            of: input, needed: needed, reach: min(loader.maxSnap.metres, 100_000), threads: loader.threads)
        let built = try clock.run(.build) { try loader.build(projected) }
        let area = try await clock.run(.snap) { try await loader.join(built) }
        return area
    }

    /// Counts the findings on standard error, all of them by name with `--verbose`.
    ///
    /// - Throws: `ExitCode` 65 with `--strict` when the data itself is at fault.
    func report(_ findings: [Finding]) throws {
        let defects = findings.filter(\.code.isDefect)
        if common.strict, !defects.isEmpty {
            for finding in defects { say(finding) }
            Terminal.sayError(
                common.language.pick(
                    en:
                        "--strict: \(defects.count) features were left out or mended; correct them or drop --strict",
                    zh: "--strict：\(defects.count) 个要素被剔除或修正，请更正数据或去掉 --strict"),
                common.language)
            throw ExitCode(ExitStatus.data.rawValue)
        }
        guard !common.quiet else { return }
        let leftOut = findings.filter { $0.code.severity == .error }.prefix(10)
        let told = common.verbose ? findings : findings.filter(\.code.doubtsLayer) + leftOut
        for finding in told { say(finding) }
        sayCounts(findings)
    }

    private func say(_ finding: Finding) {
        let (severity, language) = (finding.code.severity, common.language)
        let colon = language.pick(en: ": ", zh: "：")
        let layer = RoleWording.wording(finding.layer).text(language)
        let subject = [layer, finding.feature].filter { !$0.isEmpty }.joined(separator: " ")
        let text = subject + colon + finding.wording.text(language)
        let word = severity.wording.text(language) + colon
        switch severity {
        case .error: Terminal.say(text, after: word, in: .red)
        case .warning: Terminal.say(text, after: word, in: .yellow)
        case .info: Terminal.say(word + text)
        }
    }

    private func sayCounts(_ findings: [Finding]) {
        func count(_ severity: Finding.Severity) -> Int { findings.count { $0.code.severity == severity } }
        let (errors, warnings, notes) = (count(.error), count(.warning), count(.info))
        Terminal.say(
            common.language.pick(
                en: "findings: \(errors) left out, \(warnings) warnings, \(notes) notes",
                zh: "提示：剔除 \(errors)，警告 \(warnings)，说明 \(notes)"))
    }

    /// Refuses to write over what was read, or over what the same run writes.
    ///
    /// - Throws: `VectorFileError` naming the output.
    func checkOutputs(_ outputs: [String]) throws {
        let inputs = Set(manifestInputs.flatMap(\.files).map(resolved))
        var taken: Set<String> = []
        for output in outputs {
            if inputs.contains(resolved(output)) {
                throw refusal(of: output, "it is an input of this run; choose another output")
            }
            guard taken.insert(resolved(output)).inserted else {
                throw refusal(of: output, "two outputs have this path; give each its own")
            }
        }
        // Better to learn before the work than after it that a folder cannot be written.
        let trial = OutputSet()
        for output in outputs { _ = try trial.stage(output) }
        trial.discard()
    }

    private func refusal(of output: String, _ detail: String) -> VectorFileError {
        VectorFileError(problem: .notWritable, path: output, detail: detail)
    }

    private func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }

    /// The files that were read, for the manifest.
    var manifestInputs: [Manifest.Input] {
        texts
            + input.layers.map {
                Manifest.Input(role: $0.role, source: $0.layer.source)
            }
    }
}

extension StageClock {
    /// Reads layers and projects them; nothing is held of how they were read once this returns.
    mutating func layers(
        of input: StudyAreaInput, needed: [(role: String, option: String)], reach: Double,
        threads: Int
    ) throws -> ProjectedLayers {
        Heap.returnLargeBlocks(reading: input.layers.map(\.layer.source))
        let raw = try run(.read) { try RawLayers(reading: input, needed: needed, threads: threads) }
        return try run(.project) { try ProjectedLayers(raw, reach: reach, threads: threads) }
    }
}
