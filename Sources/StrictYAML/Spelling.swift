/// Finds the words a misspelt one may have been meant to be.
public enum Spelling {
    /// Longer words than this are not compared: the cost grows with the product of the lengths.
    static let longestCompared = 64

    /// The words nearest to `word`, at most `limit` of them, the nearest first.
    ///
    /// Words further away than half the longer one's length are left out, letter case is ignored, and words
    /// equally near keep their order. A word longer than 64 characters has none.
    public static func nearest(to word: String, among words: [String], limit: Int) -> [String] {
        let wanted = Array(word.lowercased())
        guard wanted.count <= longestCompared else { return [] }
        var found: [(word: String, distance: Int)] = []
        for candidate in words {
            let letters = Array(candidate.lowercased())
            guard letters.count <= longestCompared else { continue }
            let distance = editDistance(wanted, letters)
            if distance * 2 <= max(wanted.count, letters.count) { found.append((candidate, distance)) }
        }
        // The standard library's sort is stable, but does not promise it; the place breaks ties.
        let ranked = found.enumerated().sorted {
            ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
        }
        return ranked.prefix(max(limit, 0)).map(\.element.word)
    }

    /// The least number of characters to insert, delete, replace or swap with their neighbour to turn `a`
    /// into `b` (optimal string alignment). Takes time in proportion to the product of the lengths.
    static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var best = min(previous[j + 1], current[j]) + 1
                best = min(best, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, beforePrevious[j - 1] + 1)
                }
                current.append(best)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[b.count]
    }
}
