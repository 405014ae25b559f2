/// The line that each edge was drawn by, as a bit where another line begins: edges come line by line.
struct EdgeLines: Sendable {
    /// The edges that are the first of their line.
    private let starts: RankedBits
    /// For each line without an edge, how many with edges come before it; ascending.
    private let left: [Int32]

    /// - Parameter lines: By edge, its line; ascending.
    init(_ lines: [Int32]) {
        var starts = NumberSet(count: lines.count)
        var left: [Int32] = []
        var (used, next) = (Int32(0), Int32(0))
        for (edge, line) in lines.enumerated() where line >= next {
            if edge > 0 { starts.insert(edge) }
            if line > next { left += repeatElement(used, count: Int(line - next)) }
            (used, next) = (used + 1, line + 1)
        }
        (self.starts, self.left) = (RankedBits(starts), left)
    }

    subscript(edge: Int) -> Int32 {
        let place = starts.rank(of: edge) + (starts.contains(edge) ? 1 : 0)
        var (low, high) = (0, left.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(left[middle]) <= place { low = middle + 1 } else { high = middle }
        }
        return Int32(place + low)
    }
}
