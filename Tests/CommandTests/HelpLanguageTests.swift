import Foundation
import Testing

/// Help is wholly in the language of the reader, for every command that there is.
@Suite struct HelpLanguageTests {
    private static let chinese = "zh_CN.UTF-8"
    private static let english = "en_GB.UTF-8"

    private static func commands() throws -> [(words: [String], command: CommandTree)] {
        try CommandTree.whole.get().commands()
    }

    @Test func everyCommandAndOptionHasAnEnglishText() throws {
        let commands = try Self.commands()
        #expect(commands.count >= 19)
        for (words, command) in commands {
            for sentence in command.sentences {
                #expect(sentence.hasSuffix("."), "\(words): “\(sentence)”")
                #expect(!Self.isChinese(sentence), "\(words): \(sentence)")
            }
        }
    }

    /// Nothing of what is declared in English stands on the Chinese page: an option without Chinese would.
    @Test func chinesePagesAreChinese() throws {
        for (words, command) in try Self.commands() {
            let page = try PrintedHelp(words, Self.chinese, width: 9999)
            #expect(page.text.hasPrefix("概述：") && page.text.contains("\n用法：lifecircle"), "\(words)")
            for sentence in command.sentences {
                #expect(!page.text.contains(sentence), "\(words): \(sentence)")
            }
            let subcommands = command.subcommands?.count { $0.commandName != "help" } ?? 0
            #expect(page.entries.count == command.visible.count + subcommands, "\(words): \(page.entries)")
            for text in page.entries { #expect(Self.isChinese(text), "\(words): \(text)") }
            for line in page.lines where !Self.isTyped(line) {
                #expect(!line.contains(/[A-Za-z]{2,} [A-Za-z]{2,}/), "\(words): \(line)")
            }
        }
    }

    @Test func englishPagesAreEnglish() throws {
        for (words, command) in try Self.commands() {
            let page = try PrintedHelp(words, Self.english, width: 9999)
            #expect(
                page.text.hasPrefix("OVERVIEW: ") && page.text.contains("\nUSAGE: lifecircle"), "\(words)")
            #expect(!Self.isChinese(page.text), "\(words)")
            for sentence in command.sentences {
                #expect(page.text.contains(sentence), "\(words): \(sentence)")
            }
        }
    }

    @Test(arguments: [80, 100])
    func linesFit(_ width: Int) throws {
        for (words, _) in try Self.commands() {
            for locale in [Self.english, Self.chinese] {
                let lines = try PrintedHelp(words, locale, width: width).lines
                #expect(lines.count > 5)
                for line in lines { #expect(Self.columns(line) <= width, "\(words): \(line)") }
            }
        }
    }

    /// Texts begin in one column, whatever is written before them.
    @Test(arguments: [english, chinese])
    func textsStandInOneColumn(_ locale: String) throws {
        let page = try PrintedHelp(["analyze"], locale, width: 80)
        let below = page.lines.drop { $0 != "OPTIONS:" && $0 != "选项：" }.dropFirst()
        #expect(below.count > 40)
        for line in below where !line.hasPrefix("  -") {
            #expect(line.prefix { $0 == " " }.count == 26, "\(line)")
        }
    }

    @Test(arguments: [
        ["--lang", "zh", "--help"], ["--help", "--lang", "zh"], ["help", "analyze", "--lang", "zh"],
        ["--lang", "zh", "help", "audit", "parks"], ["help", "--lang=zh", "standards"], ["--lang", "zh"],
        ["network", "--lang", "zh"], ["--lang=zh", "network", "check", "-h"],
        ["analyze", "--lang", "zh", "--help"],
    ])
    func theLanguageAskedForGoesFirst(_ words: [String]) throws {
        let run = try LifeCircleProcess.run(words, environment: ["LC_ALL": Self.english])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("概述："), "\(run.output.prefix(80))")
        let other = try LifeCircleProcess.run(
            words.map { $0.replacingOccurrences(of: "zh", with: "en") }, environment: ["LC_ALL": Self.chinese]
        )
        #expect(other.output.hasPrefix("OVERVIEW: ") && other.status == 0)
        // It is the same page, of the same command.
        let others = words.filter { !["--lang", "zh", "--lang=zh"].contains($0) }
        #expect(try LifeCircleProcess.run(others).output == other.output)
    }

    /// Elsewhere the option is one of those that a command has or has not.
    @Test func theOptionIsRefusedWhereThereIsNone() throws {
        #expect(try LifeCircleProcess.run(["--lang", "zh", "standards", "list"]).status == 64)
        #expect(try LifeCircleProcess.run(["standards", "list", "--lang", "zh"]).status == 0)
    }

    /// A refusal says what the option is for in the same words.
    @Test func refusalsExplainOptionsInChinese() throws {
        let run = try LifeCircleProcess.run(["analyze", "--threads", "x", "--lang", "zh"])
        #expect(run.errors.contains("\n说明：--threads <threads>  线程数上限"), "\(run.errors)")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionScriptsHaveOneLanguage(_ shell: String) throws {
        let words = ["--generate-completion-script", shell]
        let script = try LifeCircleProcess.run(words, environment: ["LC_ALL": Self.chinese])
        #expect(script.status == 0 && script.output.contains("join-tolerance"))
        #expect(!Self.isChinese(script.output))
        #expect(try LifeCircleProcess.run(words).output == script.output)
    }

    /// Examples and usage are what is typed.
    private static func isTyped(_ line: Substring) -> Bool {
        line.hasPrefix("用法：") || line.hasPrefix("  lifecircle ") || line.hasPrefix("    --")
            || line.hasPrefix("  详见“")
    }

    private static func isChinese(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { (0x2E80...0xFFEF).contains($0.value) }
    }

    private static func columns(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
    }
}
