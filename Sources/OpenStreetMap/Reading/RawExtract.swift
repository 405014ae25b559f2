internal import Geometry

/// What the file holds of what was asked for, before anything is made of it; each list by id.
struct RawExtract {
    /// A node with tags; its position is NaN where it has none on the globe.
    struct Node {
        let id: Int64
        let position: Position
        let tags: OSMTags
    }

    /// A chain of nodes, with NaN positions for nodes that are not in the file.
    struct Chain {
        let nodes: [Int64]
        let positions: [Position]

        var isClosed: Bool { nodes.count > 3 && nodes.first == nodes.last }
        var isComplete: Bool { positions.allSatisfy(\.isFinite) }
    }

    struct Way {
        let id: Int64
        let chain: Chain
        let tags: OSMTags
    }

    /// A multipolygon: shells with their holes.
    struct Area {
        let relation: Int64
        let parts: [Part]
        let tags: OSMTags

        struct Part {
            let shell: Chain
            var holes: [Chain] = []
        }
    }

    struct BrokenArea {
        let relation: Int64
        let reason: OSMLeftOut.Reason
        let tags: OSMTags
    }

    var nodes: [Node] = []
    var ways: [Way] = []
    var areas: [Area] = []
    var brokenAreas: [BrokenArea] = []
    var nodesInFile = 0
    var waysInFile = 0
    var relationsInFile = 0
}
