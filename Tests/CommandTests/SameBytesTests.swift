import FileFixtures
import Foundation
import Testing

/// The same inputs and options give the same bytes, whatever the machine is set to.
@Suite struct SameBytesTests {
    @Test(arguments: ["1", "2", "5"])
    func threadsChangeNothing(_ threads: String) throws {
        let reference = try AnalyzedSample.canalDistrict.get()
        let run = try AnalyzedSample(Samples.canalProject, ["--json", "--threads", threads])
        try check(run, against: reference)
        #expect(run.outcome.output == reference.outcome.output)
    }

    @Test(arguments: ["C", "de_DE.UTF-8", "tr_TR.UTF-8", "zh_CN.UTF-8"])
    func localesChangeNothing(_ locale: String) throws {
        let run = try AnalyzedSample(Samples.canalProject, environment: ["LC_ALL": locale, "LANG": locale])
        try check(run, against: AnalyzedSample.canalDistrict.get())
    }

    @Test(arguments: ["Asia/Shanghai", "America/New_York"])
    func timeZonesChangeNothing(_ zone: String) throws {
        let run = try AnalyzedSample(Samples.canalProject, environment: ["TZ": zone])
        try check(run, against: AnalyzedSample.canalDistrict.get())
    }

    /// The language of the terminal is no language of the files.
    @Test(arguments: ["en", "zh"])
    func languagesChangeNothing(_ language: String) throws {
        let run = try AnalyzedSample(Samples.tinyProject, ["--lang", language])
        try check(run, against: AnalyzedSample.tiny.get())
        #expect(run.outcome.output.contains(language == "zh" ? "幼儿园" : "Kindergarten"))
    }

    @Test func nearestNeedsNoLuckEither() throws {
        func table(_ threads: String) throws -> [String: Data] {
            let folder = try TemporaryFolder()
            let outcome = try LifeCircleProcess.run(
                ["nearest", "-o", folder.file("n.csv"), "--counts", "300,500", "--threads", threads]
                    + Samples.layers(in: Samples.canalDistrict))
            #expect(outcome.status == 0)
            return try folder.contents()
        }
        let one = try table("1")
        #expect(one.keys.sorted() == ["n.csv", "n.findings.csv", "n.manifest.json"])
        #expect(try table("5") == one)
    }

    private func check(_ run: AnalyzedSample, against reference: AnalyzedSample) throws {
        #expect(run.outcome.status == 0)
        #expect(Set(run.files.keys) == AnalyzedSample.names)
        for (name, bytes) in reference.files { #expect(run.files[name] == bytes, "\(name) differs") }
    }
}
