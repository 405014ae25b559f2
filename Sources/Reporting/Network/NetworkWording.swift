import GapAnalysis
import Standards

/// What an offending place is, by its name in files.
enum NetworkProblem: String, CaseIterable {
    case longLink = "long_link"
    case deadEnd = "dead_end"
    case largeStreetBlock = "large_street_block"
    case largeClosedCompound = "large_closed_compound"

    init(_ place: NetworkOffence.Place) {
        switch place {
        case .link: self = .longLink
        case .deadEnd: self = .deadEnd
        case .streetBlock: self = .largeStreetBlock
        case .compound: self = .largeClosedCompound
        }
    }

    /// What the figure of such a place is counted in.
    var unit: String { self == .largeStreetBlock ? "ha" : "m" }

    var wording: Wording {
        switch self {
        case .longLink: Wording("junctions too far apart", "路口间距过大")
        case .deadEnd: Wording("dead end", "尽端路")
        case .largeStreetBlock: Wording("street block too large", "街坊规模过大")
        case .largeClosedCompound: Wording("closed compound too large", "封闭单元过大")
        }
    }
}

extension NetworkFigure {
    /// What is asked for, with its unit.
    var wording: String {
        func text(_ value: Double?) -> String { value.map { Rounding.text(Rounding.amount($0)) } ?? "" }
        return form.text.replacing("{least}", with: text(minimum)).replacing("{most}", with: text(maximum))
    }
}

extension NetworkReason {
    var wording: Wording {
        switch self {
        case .below: Wording("below", "低于下限")
        case .above: Wording("above", "高于上限")
        case .noLand: Wording("no land in the window", "范围内无用地")
        case .noLinks: Wording("no two neighbouring junctions", "无相邻路口")
        case .nothingEnclosed: Wording("the ways enclose nothing", "道路未围合街坊")
        case .noBlocks: Wording("no blocks given there", "未提供街坊")
        case .closedUnknown: Wording("not known which blocks are closed", "是否封闭未知")
        }
    }
}
