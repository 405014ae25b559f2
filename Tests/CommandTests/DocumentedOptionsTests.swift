import Foundation
import Testing

/// What the documents tell people to type is understood.
@Suite struct DocumentedOptionsTests {
    private static let root = URL(fileURLWithPath: Samples.tiny).deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Lines of code in a document that call the command, continued lines joined.
    private func commands(in document: String) throws -> [[String]] {
        let text = try String(contentsOf: Self.root.appendingPathComponent(document), encoding: .utf8)
        let blocks = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }
        let lines = blocks.flatMap {
            $0.element.replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n")
        }
        return lines.map { $0.split(separator: " ").map { String($0) } }.compactMap { words in
            let start = words.first == "$" ? 1 : 0
            guard words.count > start + 1, words[start].hasSuffix("lifecircle") else { return nil }
            return Array(words[(start + 1)...])
        }
    }

    @Test(arguments: [
        "README.md", "README.zh-CN.md", "Docs/Guide.md", "Docs/Guide.zh-CN.md", "Docs/StandardTemplate.md",
    ])
    func optionsInDocumentsExist(_ document: String) throws {
        let commands = try commands(in: document)
        #expect(!commands.isEmpty, "no command was found")
        var help: [[String]: String] = [:]
        for words in commands {
            let names = Array(
                words.prefix { $0.allSatisfy { $0.isLetter } }.prefix(
                    ["standards", "audit", "network", "import"].contains(words[0]) ? 2 : 1))
            if help[names] == nil {
                let outcome = try LifeCircleProcess.run(names + ["--help"])
                #expect(outcome.status == 0, "\(words)")
                help[names] = outcome.output
            }
            for option in words where option.hasPrefix("--") {
                let name = option.split(separator: "=").first.map { String($0) } ?? option
                #expect(help[names]?.contains(name) == true, "\(document): \(words.joined(separator: " "))")
            }
        }
    }
}
