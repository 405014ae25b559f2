import PedestrianNetworks

/// What a search knows of a node, in one word: how far it is, 40 bits of micrometres, above the number of the source it
/// is nearest to, 24 bits.
///
/// Ordered as numbers, labels are ordered by distance and then by source. So one comparison tells which of two walks is
/// better, ties included, and one addition carries a walk along an arc.
struct WalkLabel: Hashable, Comparable, Sendable {
    /// The distance above the source.
    let bits: UInt64

    static let sourceBits: UInt64 = Arc.nodeBits
    /// The most sources a search can tell apart.
    static let maximumSources = 1 << 24

    /// No walk is known.
    static let unreached = WalkLabel(bits: .max)

    init(bits: UInt64) { self.bits = bits }

    /// A walk of `micrometres`, 0…10¹², from source `source`.
    init(walked micrometres: Int64, from source: Int32) {
        bits = UInt64(micrometres) << WalkLabel.sourceBits | UInt64(source)
    }

    /// The last label of a distance.
    static func last(at distance: WalkingDistance) -> WalkLabel {
        WalkLabel(bits: (UInt64(distance.micrometres) + 1) << sourceBits - 1)
    }

    /// Micrometres from the source.
    var walked: Int64 { Int64(bits >> WalkLabel.sourceBits) }
    /// The number of the source.
    var source: Int32 { Int32(truncatingIfNeeded: bits & 0xFF_FFFF) }
    /// Whether any walk is known.
    var isReached: Bool { bits != .max }

    static func < (a: WalkLabel, b: WalkLabel) -> Bool { a.bits < b.bits }

    /// The same walk, longer by some micrometres; no walk stays none.
    func further(by micrometres: Int64) -> WalkLabel {
        isReached ? WalkLabel(bits: bits + UInt64(micrometres) << WalkLabel.sourceBits) : self
    }

    /// The same walk, longer by `arc`.
    static func + (label: WalkLabel, arc: Arc) -> WalkLabel {
        WalkLabel(bits: label.bits &+ arc.shiftedLength)
    }
}
