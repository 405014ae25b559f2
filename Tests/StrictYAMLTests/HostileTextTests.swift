import Foundation
import StrictYAML
import Testing

/// Texts made to exhaust a reader, and texts broken at random: every one is read or refused.
@Suite struct HostileTextTests {
    /// Each level lists the one before twice; expanded, the last would have 2^60 leaves.
    private static let doublings = (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

    @Test func aliasesThatDoubleAreRefused() throws {
        let error = try failure { _ = try document("a0: &a0 x\n" + Self.doublings) }
        #expect(error == .at(1, 5, "a0", .anchor("a0")))
    }

    @Test func aliasesThatDoubleAreNeverHashedAsAKey() throws {
        let error = try failure { _ = try document("a0: &a0 x\n" + Self.doublings + "? *a60\n: y\n") }
        #expect(error.problem == .anchor("a0"))
        let flow = try failure { _ = try document("- &a0 [x]\n- {? *a0 : 1, ? [*a0, *a0] : 2}\n") }
        #expect(flow.problem == .anchor("a0"))
    }

    /// Nesting far beyond the limit must not overflow the stack, even a small one.
    @Test(arguments: ["[", "{a: ", "- ", "[{a: "])
    func deepNestingIsRefused(opening: String) async throws {
        let text = String(repeating: opening, count: 100_000)
        let error = await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: try? failure { _ = try document(text) }) }
            thread.stackSize = 1 << 18
            thread.start()
        }
        #expect(error?.problem == .tooDeep(limit: 32))
    }

    /// Keys within keys would be hashed once for every level.
    @Test(arguments: ["? ", "{? ", "- ? ", "?\n", "?\u{2028}"])
    func keysNestedInKeysAreNeverHashed(opening: String) throws {
        let text =
            String(repeating: opening, count: 400) + "[" + String(repeating: "a,", count: 100_000) + "]"
        let error = try failure { _ = try document(text) }
        #expect(error.description.contains("too many explicit keys"), "\(error)")
        #expect(error.line == 1)
    }

    @Test func questionsInTextsPass() throws {
        let question = "- what? where? who，是吗? \n- '? x'\n"
        let text = String(repeating: question, count: 2_000)
        #expect(try document(text).sequence().count == 4_000)
        #expect(try document("? a\n: b\n").entries()[0].value.string() == "b")
    }

    /// Mutations of a document that has every construct are read or refused with a place inside the text.
    @Test func mutatedTextsAreReadOrRefused() throws {
        var random = SplitMix64(seed: 20_210_701)
        var read = 0
        for round in 0..<4_000 {
            let text = mutated(Self.sample + (round % 2 == 0 ? "" : Self.decorated), with: &random)
            do {
                visit(try document(text))
                read += 1
            } catch let error as YAMLError {
                // A file that breaks off is reported on the line after its last.
                let lines =
                    text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) } + 2
                #expect(error.line >= 1 && error.line <= lines && error.column >= 1, "\(error)\n\(text)")
                #expect(!error.description.isEmpty)
            }
        }
        #expect(read > 200)
    }

    private static let sample = """
        # 示例 &a *a
        name: 示例片区
        blocks: {source: "blocks\\t.gpkg", id: 'it''s', layer: [a, b, {c: d}]}
        facilities:
          - source: a.geojson   # comment
            kind: kind
          - ? complex
            : value
          - - 1
        text: |
          one
            two
        folded: >-
          x
          y
        number: -3.5e2
        nothing: ~

        """
    private static let decorated = "anchored: &a {x: 1}\nalias: *a\ntagged: !!int 3\n---\nanother: document\n"

    /// The text with one to four scalars or runs deleted, doubled, swapped in or put in.
    private func mutated(_ text: String, with random: inout SplitMix64) -> String {
        let hostile = Array(
            "[]{}&*!|>'\"%@`#:,-? \n\t\r\u{0}\u{FEFF}\u{85}\u{2028}~<=.1a中\u{10FFFF}".unicodeScalars)
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !scalars.isEmpty {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            let end = min(scalars.count, place + Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: scalars.removeSubrange(place..<end)
            case 1: scalars.insert(contentsOf: scalars[place..<end], at: place)
            case 2: scalars[place] = hostile[Int.random(in: 0..<hostile.count, using: &random)]
            default: scalars.insert(hostile[Int.random(in: 0..<hostile.count, using: &random)], at: place)
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Asks every node for everything.
    private func visit(_ node: YAMLNode) {
        _ = try? node.string()
        _ = try? node.integer()
        _ = try? node.number()
        _ = try? node.boolean()
        for entry in (try? node.entries()) ?? [] { visit(entry.value) }
        for element in (try? node.sequence()) ?? [] { visit(element) }
    }
}

/// A small repeatable source of random numbers (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
