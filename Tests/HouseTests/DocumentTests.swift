import Foundation
import Testing

/// A newcomer finds the documents where they are looked for, and no link in them leads nowhere.
@Suite struct DocumentTests {
    @Test(arguments: [
        "Package.swift", "LICENSE", "README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md",
        "Docs/Architecture.md", "Docs/Methods.md", "Docs/Glossary.md",
    ])
    func documentIsThere(_ path: String) throws {
        try #require(Repository.exists(path), "\(path) is missing")
        #expect(try !Repository.bytes(path).isEmpty, "\(path) is empty")
    }

    /// Sources name the document in which a rule is explained, as in `(Docs/Methods: Plane)`.
    @Test func documentsNamedInSourcesAreThere() throws {
        let naming = try Regex(#"Docs/(\w+)"#, as: (Substring, Substring).self)
        let named = try Set(
            Repository.sources.flatMap { try Repository.text($0).matches(of: naming).map(\.output.1) })
        #expect(!named.isEmpty)
        for name in named { #expect(Repository.exists("Docs/\(name).md"), "Docs/\(name).md") }
    }

    /// … and the heading under which it stands there.
    @Test func headingsNamedInSourcesAreThere() throws {
        let naming = try Regex(#"\(Docs/(\w+): ([^)]+)\)"#, as: (Substring, Substring, Substring).self)
        let named = try Repository.sources.flatMap { try Repository.text($0).matches(of: naming) }
        #expect(!named.isEmpty)
        for match in named {
            let (_, document, heading) = match.output
            let lines = try Repository.text("Docs/\(document).md").split(separator: "\n")
            #expect(
                lines.contains { $0.hasPrefix("#") && $0.drop { "# ".contains($0) }.hasPrefix(heading) },
                "Docs/\(document).md has no heading \(heading)")
        }
    }

    @Test func linksLeadToFiles() throws {
        let documents = Repository.files().filter { $0.hasSuffix(".md") }
        #expect(!documents.isEmpty)
        for document in documents {
            let folder = (document as NSString).deletingLastPathComponent
            for link in try links(in: Repository.text(document)) {
                let path = link.split(separator: "#").first.map { String($0) } ?? ""
                let isElsewhere = link.contains("://") || link.hasPrefix("mailto:") || link.hasPrefix("#")
                guard !isElsewhere, !path.isEmpty else { continue }
                let target = ((folder as NSString).appendingPathComponent(path) as NSString).standardizingPath
                #expect(Repository.exists(target.removingPercentEncoding ?? target), "\(document): \(link)")
            }
        }
    }

    /// Targets of `[text](target)`, code taken out.
    private func links(in text: String) throws -> [String] {
        let fenced = try Regex(#"(?s)```.*?```"#)
        let code = try Regex(#"`[^`\n]*`"#)
        let link = try Regex(#"\]\(\s*<?([^)>\s]+)>?[^)]*\)"#, as: (Substring, Substring).self)
        return text.replacing(fenced, with: "").replacing(code, with: "").matches(of: link)
            .map { String($0.output.1) }
    }
}
