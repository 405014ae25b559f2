/// How wide the columns of a table are made so that its lines fit.
struct ColumnWidths {
    /// What a column's cells take: at the widest, and when cut wherever they may be.
    struct Need {
        let natural: Int
        let least: Int
        /// Figures and ids are read at a glance and looked for by their letters: short ones are cut last.
        let isRigid: Bool

        /// What can be read without a word a line: a few words, or six Chinese characters.
        var legible: Int { min(natural, max(least, isRigid ? 0 : 12)) }
    }

    /// By column.
    let widths: [Int]

    /// Widths that add up to `total` at most, unless words that cannot be cut take more.
    ///
    /// What is lacking is taken from the widest columns, so that short cells stay whole.
    init(_ needs: [Need], within total: Int) {
        let isFair = needs.map { $0.natural <= total / max(needs.count, 1) }
        let firm = zip(needs, isFair).map { $0.isRigid && $1 ? $0.natural : $0.legible }
        let choices = [firm, needs.map(\.legible)]
        let least = choices.first { $0.reduce(0, +) <= total } ?? needs.map(\.least)
        var cap = needs.map(\.natural).max() ?? 0
        func widths(_ cap: Int) -> [Int] { zip(needs, least).map { min($0.natural, max($1, cap)) } }
        while cap > 0, widths(cap).reduce(0, +) > total { cap -= 1 }
        var widths = widths(cap)
        // Columns of the same width as the cap share what is left over, from the last, which is the longest text.
        for column in widths.indices.reversed()
        where widths.reduce(0, +) < total && widths[column] < needs[column].natural { widths[column] += 1 }
        self.widths = widths
    }
}
