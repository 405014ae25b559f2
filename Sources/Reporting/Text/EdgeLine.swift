import GapAnalysis
import PedestrianNetworks
import StudyAreas
import VectorFiles

/// The line on a terminal that tells how much rests on data that ends too soon; empty when nothing does.
struct EdgeLine {
    let area: StudyArea
    /// The blocks concerned.
    let blocks: [Int]
    /// How many answers are uncertain, and of how many.
    let count: Int
    let total: String
    /// What an answer is called.
    let noun: Wording
    /// How far the edge is of interest.
    let widest: WalkingDistance

    func text(_ language: Language) -> String {
        guard count > 0 else { return "" }
        let limit = Rounding.text(.decimal(widest.roundedMetres.rounded(.up), places: 0))
        return language.pick(
            en:
                "Edge of the data: \(count) of \(total) \(noun.text(.en)), on \(blocks.count) blocks\(residents.map { " (\($0) residents)" } ?? ""), could be better with ways and facilities from beyond it (walks up to \(limit) m). Where the data is complete, say so with --boundary.",
            zh:
                "数据边缘：\(total) \(noun.text(.zh))中有 \(count) 项（涉及 \(blocks.count) 个街坊\(residents.map { "、居民 \($0) 人" } ?? "")）可能因边缘之外的道路和设施而改善（步行 \(limit) 米以内）。数据完整的范围可用 --boundary 声明。"
        ) + "\n"
    }

    /// Those on the blocks concerned; nil where nobody knows how many they are, which is not none.
    private var residents: String? {
        let known = blocks.compactMap { area.blocks[$0].population }
        return known.isEmpty ? nil : Rounding.text(Rounding.amount(known.reduce(0, +)))
    }
}
