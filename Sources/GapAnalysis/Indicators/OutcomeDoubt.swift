/// What of a rule's outcome could be better if the data went on beyond its edge (Docs/Methods: The edge of the data).
public struct OutcomeDoubt: Sendable, Hashable {
    /// The blocks with a shortfall that a walk to the edge, or a line to it, is no longer than the strict limit of;
    /// in input order.
    public let blocks: [Int]
    /// How many shortfalls those are: a block may have one under several rows of the facility table.
    public let count: Int
    /// Whether there are shortfalls, and no others than those.
    public let coversAll: Bool

    /// No doubt.
    init() { self.init(blocks: [], count: 0, shortfalls: 0) }

    /// - Parameter shortfalls: All there are, in doubt or not.
    init(blocks: [Int], count: Int, shortfalls: Int) {
        self.blocks = blocks
        self.count = count
        coversAll = count > 0 && count == shortfalls
    }
}
