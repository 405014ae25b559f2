public import PedestrianNetworks

/// The walks from some nodes of a network to the nearest facility of a kind.
public struct NodeWalks: Sendable {
    @usableFromInline private(set) var nodes: [Int32] = []
    @usableFromInline private(set) var labels: [WalkLabel] = []
    private var facilities = NetworkPlaces()
    /// The last label within the limit.
    @usableFromInline let last: WalkLabel

    init(last: WalkLabel) { self.last = last }

    /// Adds a node, whose label comes next.
    mutating func append(_ node: Int32) { nodes.append(node) }

    /// Takes what was read off for a kind, a label a node.
    mutating func read(_ labels: [WalkLabel], facilities: NetworkPlaces) {
        (self.labels, self.facilities) = (labels, facilities)
    }

    /// Lets go what was read off.
    mutating func forget() { labels = [] }

    /// Calls `body` with every node within the limit of a facility, the walk from there to the nearest, and which of the
    /// kind's locations that is at.
    @inlinable public func forEach(
        _ body: (_ node: Int32, _ walk: WalkingDistance, _ location: Int) -> Void
    ) {
        let (nodes, labels) = (nodes.span, labels.span)
        for place in labels.indices where labels[place] <= last {
            let label = labels[place]
            body(nodes[place], WalkingDistance(micrometres: label.walked), Int(label.source))
        }
    }

    /// How many nodes are within the limit of a facility, and how long the walks from there to the nearest are together.
    ///
    /// Adds nothing instead of jumping over a node that is not: which ones are nobody can foretell.
    public var sum: (nodes: Int, walks: WalkingDistance) {
        let labels = labels.span
        let beyond = WalkLabel(bits: last.bits + 1)
        var (nodes, walked): (Int, UInt64) = (0, 0)
        for place in labels.indices {
            let isWithin = labels[place].isBetterMask(than: beyond)
            nodes &+= Int(isWithin & 1)
            walked &+= labels[place].bits &>> WalkLabel.sourceBits & isWithin
        }
        return (nodes, WalkingDistance(micrometres: Int64(walked)))
    }

    /// The facility, a place in its kind's, that has location `location`.
    public func facility(at location: Int) -> Int32 { facilities.place[location] }
}
