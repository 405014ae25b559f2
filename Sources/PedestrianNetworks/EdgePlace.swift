/// Where an edge is on its chain, in 8 bytes: which chain, which way round, how far along, and where the chain goes on.
struct EdgePlace: Sendable {
    /// The most chains that 29 bits can tell apart.
    static let mostChains = 1 << 29
    /// Stands for an edge that no chain has been found for yet.
    static let unknown = EdgePlace(word: .max, tail: 0)

    /// Where the chain goes on behind an edge, in two bits.
    enum Next: UInt32 {
        case nowhere
        case edgeAfter
        case edgeBefore
        /// By an edge that is not the one before or after in the order of edges.
        case elsewhere
    }

    /// The chain above whether the edge is drawn from the chain's head to its tail, above where it goes on.
    private var word: UInt32
    /// Micrometres along the chain to where the edge begins as drawn.
    let tail: UInt32

    private init(word: UInt32, tail: UInt32) { (self.word, self.tail) = (word, tail) }

    /// The last edge so far of a chain, `walked` micrometres along it.
    init(chain: Int32, walked: UInt32, length: UInt32, isReversed: Bool) {
        word = UInt32(chain) << 3 | (isReversed ? 4 : 0)
        tail = isReversed ? walked + length : walked
    }

    var isKnown: Bool { word != .max }
    var chain: Int32 { Int32(word >> 3) }
    var isReversed: Bool { word & 4 != 0 }

    var next: Next {
        get { Next(rawValue: word & 3) ?? .nowhere }
        set { word = word & ~3 | newValue.rawValue }
    }
}
