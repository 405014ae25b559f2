internal import Geometry

/// The vertices that walkable lines run over: one for each node, and one for every end before an impassable node.
struct VertexTable {
    private(set) var nodes: [Int64] = []
    var positions: [Position] = []
    private var vertexOfNode: [Int64: Int32] = [:]

    var count: Int { nodes.count }

    /// The vertex of a node; the position is that of its first mention.
    mutating func vertex(of node: Int64, at position: Position) -> Int32 {
        if let vertex = vertexOfNode[node] { return vertex }
        let vertex = addEnd(before: node, at: position)
        vertexOfNode[node] = vertex
        return vertex
    }

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
    let tags: OSMTags
    var isPrivate: Bool
    var vertices: [Int32]
}

/// A surface that is walked across: the vertices of its rings, each closed.
struct Square {
    let id: OSMObjectID
    let tags: OSMTags
    let isPrivate: Bool
    let parts: [Part]

    struct Part {
        let shell: [Int32]
        var holes: [[Int32]]
        var rings: [[Int32]] { [shell] + holes }
    }
}
