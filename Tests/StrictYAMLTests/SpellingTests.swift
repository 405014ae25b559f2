import StrictYAML
import Testing

@Suite struct SpellingTests {
    @Test func theNearestComesFirst() {
        let words = ["network", "barriers", "entrances", "blocks", "block"]
        #expect(Spelling.nearest(to: "bloks", among: words, limit: 3) == ["blocks", "block"])
        #expect(Spelling.nearest(to: "netwrok", among: words, limit: 1) == ["network"])
        #expect(Spelling.nearest(to: "BLOCKS", among: words, limit: 1) == ["blocks"])
    }

    @Test func equallyNearWordsKeepTheirOrder() {
        #expect(Spelling.nearest(to: "ax", among: ["ab", "ac", "ad"], limit: 2) == ["ab", "ac"])
    }

    @Test func wordsWithoutLikenessAreLeftOut() {
        #expect(Spelling.nearest(to: "crs", among: ["name", "blocks"], limit: 3).isEmpty)
        #expect(Spelling.nearest(to: "", among: ["a"], limit: 3).isEmpty)
        #expect(Spelling.nearest(to: "a", among: ["a"], limit: 0).isEmpty)
        #expect(Spelling.nearest(to: "a", among: ["a"], limit: -1).isEmpty)
        #expect(Spelling.nearest(to: "a", among: [], limit: 3).isEmpty)
    }

    @Test func veryLongWordsAreNotCompared() {
        let long = String(repeating: "a", count: 65)
        #expect(Spelling.nearest(to: long, among: [long], limit: 1).isEmpty)
        #expect(Spelling.nearest(to: "a", among: [long, "a"], limit: 2) == ["a"])
    }
}
