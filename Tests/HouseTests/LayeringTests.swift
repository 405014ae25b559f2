import Testing

/// Arrows between targets point down only, and nothing is imported that the package does not declare.
@Suite struct LayeringTests {
    /// One import as a file writes it.
    struct Import: Hashable, CustomStringConvertible {
        let file: String
        let level: String
        let module: String

        var target: String { String(file.split(separator: "/")[1]) }
        var description: String { "\(file): \(level) import \(module)" }
    }

    static func imports() throws -> [Import] {
        // Not a literal of its own kind: it would have to be rebuilt for every line otherwise.
        let pattern = try Regex(
            #"(?m)^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?(\w+)"#,
            as: (Substring, Substring?, Substring).self)
        return try Repository.sources.flatMap { file in
            try Repository.text(file).matches(of: pattern).map {
                Import(
                    file: file, level: $0.output.1.map { String($0) } ?? "plain", module: String($0.output.2))
            }
        }
    }

    @Test func packageDeclaresWhatTheHouseAllows() throws {
        let declared = PackageText(try Repository.text("Package.swift")).targets
        #expect(Set(declared.keys) == Set(House.targets.keys))
        for (name, dependencies) in House.targets {
            #expect(declared[name] == dependencies, "\(name) in Package.swift")
        }
    }

    @Test func everyTargetIsAFolderOfSources() {
        let folders = Set(Repository.files(below: "Sources").map { String($0.split(separator: "/")[1]) })
        #expect(folders == Set(House.targets.keys))
    }

    @Test func arrowsPointDown() {
        var below: Set<String> = []
        for storey in House.storeys {
            for (name, dependencies) in storey {
                #expect(dependencies.isSubset(of: below), "\(name) stands on its own storey or a higher one")
            }
            below.formUnion(storey.keys)
        }
    }

    @Test func importsAreDeclared() throws {
        let imports = try Self.imports()
        #expect(imports.count > 100, "the imports were not found")
        for found in imports where !House.toolchain.contains(found.module) {
            #expect(House.targets[found.target]?.contains(found.module) == true, "\(found)")
        }
    }

    @Test func cStaysInItsWrapper() throws {
        let found = try Self.imports().filter { House.wrappers.keys.contains($0.module) }
        #expect(Set(found.map(\.module)) == Set(House.wrappers.keys))
        for use in found {
            #expect(use.target == House.wrappers[use.module], "\(use)")
            #expect(use.level == "internal", "C has to be imported with `internal import`: \(use)")
        }
    }

    @Test func everyImportInAFileStandsAtItsTop() throws {
        // An import below the first declaration would be easy to miss when reading.
        for file in Repository.sources {
            let lines = try Repository.text(file).split(separator: "\n").map { $0.drop { $0 == " " } }
            // A command's example may say `lifecircle import …`: only what begins a line counts.
            let levels = ["", "public ", "package ", "internal ", "fileprivate ", "private "]
            let last = lines.lastIndex { line in levels.contains { line.hasPrefix($0 + "import ") } }
            let first = lines.firstIndex { line in
                [
                    "struct ", "enum ", "class ", "extension ", "func ", "@main", "public struct ",
                    "final class ",
                ]
                .contains { line.hasPrefix($0) }
            }
            if let last, let first { #expect(last < first, "\(file)") }
        }
    }
}
