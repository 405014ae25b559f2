internal import Geometry

/// The vertices that walkable lines run over: one for each node, and one for every end before an impassable node.
struct VertexTable {
    private(set) var nodes: [Int64] = []
    private(set) var positions: [Position] = []
    /// By the number of a node, one more than its vertex; 0 for none.
    private var vertexOfNode: [Int32] = []

    var count: Int { nodes.count }

    /// The vertex of a node; the position is that of its first mention.
    ///
    /// - Parameter number: The node's own among all nodes of ways, from 0.
    mutating func vertex(of node: Int64, number: Int, at position: Position) -> Int32 {
        if number >= vertexOfNode.count {
            vertexOfNode += repeatElement(
                0, count: max(number + 1, 2 * vertexOfNode.count) - vertexOfNode.count)
        }
        if vertexOfNode[number] > 0 { return vertexOfNode[number] - 1 }
        let vertex = addEnd(before: node, at: position)
        vertexOfNode[number] = vertex + 1
        return vertex
    }

    /// Gives up finding nodes, and the memory for it.
    mutating func close() { vertexOfNode = [] }

    /// A vertex of its own, which no other line comes to.
    mutating func addEnd(before node: Int64, at position: Position) -> Int32 {
        nodes.append(node)
        positions.append(position)
        return Int32(nodes.count - 1)
    }

    func node(_ vertex: Int32) -> Int64 { nodes[Int(vertex)] }
    func position(_ vertex: Int32) -> Position { positions[Int(vertex)] }
}

/// A walkable line over vertices, before and after it is cut.
struct Stretch {
    let id: OSMObjectID
    let course: OSMWay.Course
    let tags: KeptTags
    var isPrivate: Bool
    var vertices: [Int32]
}

/// What a network keeps of a walkable object's tags.
struct KeptTags {
    let tags: OSMTags
    let level: String?

    init(of tags: OSMTags) { (self.tags, level) = (tags.only(OSMWay.keptKeys), tags["level"]) }
}

/// A surface that is walked across: the vertices of its rings, each closed.
struct Square {
    let id: OSMObjectID
    let tags: KeptTags
    let isPrivate: Bool
    let parts: [Part]

    struct Part {
        let shell: [Int32]
        var holes: [[Int32]]
        var rings: [[Int32]] { [shell] + holes }
    }
}
