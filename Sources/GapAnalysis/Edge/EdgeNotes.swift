import PedestrianNetworks
import StudyAreas

/// What there is to say about the edge of the data.
struct EdgeNotes {
    let area: StudyArea
    /// The blocks on which any answer is uncertain.
    let blocks: [Int]
    /// How many answers are.
    let count: Int
    /// All those blocks are no further from the edge.
    let widest: WalkingDistance

    var findings: [Finding] {
        guard !blocks.isEmpty else { return [] }
        let known = blocks.compactMap { area.blocks[$0].population }
        return [
            Finding(
                .nearDataEdge, layer: "network",
                arguments: ["\(blocks.count)", "\(Int(widest.roundedMetres.rounded(.up)))", "\(count)"],
                population: known.isEmpty ? nil : known.reduce(0, +))
        ]
    }
}
