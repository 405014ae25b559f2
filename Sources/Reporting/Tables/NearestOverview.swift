public import GapAnalysis
import PedestrianNetworks
import StudyAreas

/// What `nearest` tells beside its table: how many of its rows rest on data that ends too soon.
public struct NearestOverview {
    private let nearest: NearestByKind
    private let language: Language

    /// An overview of `nearest` in `language`.
    public init(_ nearest: NearestByKind, language: Language) {
        self.nearest = nearest
        self.language = language
    }

    /// The whole text; empty when the edge of the data is far from all.
    public var text: String {
        let (area, edge) = (nearest.area, nearest.edge)
        return EdgeLine(
            area: area, blocks: edge.blocks, count: edge.count,
            total: "\(area.blocks.count * nearest.kinds.count)", noun: Wording("nearest walks", "项最近步行"),
            widest: edge.widest
        ).text(language)
    }
}
