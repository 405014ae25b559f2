internal import Geometry

/// Objects of a file as they are handed over, before anything is made of them.
enum RawExtract {
    /// A node with tags; its position is NaN where it has none on the globe.
    struct Node {
        let id: Int64
        let position: Position
        let tags: OSMTags
        let codes: TagCodes
    }

    /// A chain of nodes, with NaN positions for nodes that are not in the file.
    struct Chain {
        var nodes: [Int64] = []
        /// By node: small numbers from 0 on, the same wherever a node occurs.
        var numbers: [UInt32] = []
        var positions: [Position] = []

        var isClosed: Bool { nodes.count > 3 && nodes.first == nodes.last }
        var isComplete: Bool { positions.allSatisfy { $0.isFinite } }
        /// Whether its positions are not all the same.
        var hasExtent: Bool { positions.contains { $0 != positions[0] } }

        subscript(places: ClosedRange<Int>) -> Chain {
            Chain(
                nodes: Array(nodes[places]), numbers: Array(numbers[places]),
                positions: Array(positions[places]))
        }
    }

    struct Way {
        let id: Int64
        let chain: Chain
        let tags: OSMTags
        let codes: TagCodes
    }

    /// A multipolygon: shells with their holes.
    struct Area {
        let relation: Int64
        let parts: [Part]
        let tags: OSMTags
        let codes: TagCodes

        struct Part {
            let shell: Chain
            var holes: [Chain] = []
        }
    }

    struct BrokenArea {
        let relation: Int64
        let reason: OSMLeftOut.Reason
    }
}
