/// Reads targets and their dependencies out of the text of `Package.swift`.
struct PackageText {
    private let text: String

    init(_ text: String) { self.text = text }

    /// Targets that are no part of the tests, and what each stands on.
    var targets: [String: Set<String>] {
        var targets: [String: Set<String>] = [:]
        for opening in [".systemLibrary(", ".target(", ".executableTarget("] {
            for call in text.ranges(of: opening) {
                let body = bracketed(from: text.index(before: call.upperBound))
                guard let name = quoted(in: body).first, !body.contains("path: \"Tests/") else { continue }
                targets[name] = dependencies(in: body)
            }
        }
        return targets
    }

    private func dependencies(in call: Substring) -> Set<String> {
        guard let label = call.firstRange(of: "dependencies: ") else { return [] }
        var list = String(bracketed(from: label.upperBound))
        // A product is named first; the package it is from is no module.
        while let package = list.firstRange(of: "package: \"") {
            let end = list[package.upperBound...].firstIndex(of: "\"") ?? list.index(before: list.endIndex)
            list.removeSubrange(package.lowerBound...end)
        }
        return Set(quoted(in: Substring(list)))
    }

    /// From the bracket at `start` to the one that closes it.
    private func bracketed(from start: String.Index) -> Substring {
        var depth = 0
        for place in text[start...].indices {
            switch text[place] {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            default: continue
            }
            if depth == 0 { return text[start...place] }
        }
        return text[start...]
    }

    private func quoted(in text: Substring) -> [String] {
        text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
