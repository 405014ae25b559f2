import FileFixtures
import Foundation
import Testing

/// A command line that is refused is refused in the language of the reader, wherever the fault lies.
@Suite struct UsageLanguageTests {
    static let refused: [[String]] = [
        ["analyze", "--bogus"], ["nearest"], ["bogus"], ["analyze", "--lang"], ["analyze", "--threads", "x"],
        ["analyze", "--threads", "0"], ["map", "x", "--width", "3", "-o", "a.png"], ["standards", "show"],
        ["standards", "show", "none-such"], ["assess", "--system", "suzhou-2021"],
        ["analyze", "a", "b", "c"],
        ["reach", "--network", "a", "--from", "b", "-o", "c", "--limits", "0"], ["analyze", "--quiet=yes"],
        ["analyze", "--crs", "nowhere at all"], ["analyze", "--progress", "dots"],
    ]

    @Test(arguments: refused)
    func inTheLanguageOfTheLocale(_ arguments: [String]) throws {
        let english = try LifeCircleProcess.run(arguments)
        let chinese = try LifeCircleProcess.run(arguments, environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(english.status == 64 && chinese.status == 64)
        #expect(english.errors.hasPrefix("Error: ") && english.errors.contains("Usage: "))
        #expect(chinese.errors.hasPrefix("错误："), "\(chinese.errors)")
        #expect(chinese.errors.contains("\n用法：") && chinese.errors.contains("详见“"))
        #expect(!chinese.errors.contains("原文"), "\(chinese.errors)")
        #expect(chinese.output.isEmpty)
    }

    /// The option counts before it is come to, and goes before the locale.
    @Test(arguments: [
        ["--lang", "zh", "--bogus"], ["--bogus", "--lang", "zh"], ["--lang=zh", "--threads", "0"],
    ])
    func inTheLanguageAskedFor(_ arguments: [String]) throws {
        let run = try LifeCircleProcess.run(["analyze"] + arguments, environment: ["LC_ALL": "en_GB.UTF-8"])
        #expect(run.status == 64 && run.errors.hasPrefix("错误："), "\(run.errors)")
        let other = try LifeCircleProcess.run(
            ["analyze", "--bogus", "--lang", "en"], environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(other.errors.hasPrefix("Error: "))
    }

    /// What somebody typed cannot steer the terminal it is shown on.
    @Test func whatWasTypedIsHarmless() throws {
        let run = try LifeCircleProcess.run(["analyze", "a", "\u{1B}[2Jb"])
        #expect(run.status == 64 && !run.errors.contains("\u{1B}"))
    }
}
