public import PedestrianNetworks

/// What a search knows of a node, in one word: how far it is, 39 bits of micrometres, above the number of the source it
/// is nearest to, 24 bits. The sign is left free; while a search runs it marks nodes that wait in its queue.
///
/// Ordered as numbers, labels are ordered by distance and then by source. So one subtraction tells which of two walks is
/// better, ties included, and one addition carries a walk along an arc.
@usableFromInline struct WalkLabel: Hashable, Comparable, Sendable {
    /// The distance above the source.
    @usableFromInline let bits: UInt64

    @inlinable static var sourceBits: UInt64 { Arc.nodeBits }
    /// The most sources a search can tell apart.
    static let maximumSources = 1 << 24

    /// No walk is known.
    @inlinable static var unreached: WalkLabel { WalkLabel(bits: UInt64(Int64.max)) }

    @usableFromInline init(bits: UInt64) { self.bits = bits }

    /// A walk of `micrometres`, 0…5 × 10¹¹, from source `source`.
    init(walked micrometres: Int64, from source: Int32) {
        bits = UInt64(micrometres) << WalkLabel.sourceBits | UInt64(source)
    }

    /// The last label of a distance.
    static func last(at distance: WalkingDistance) -> WalkLabel {
        WalkLabel(bits: (UInt64(distance.micrometres) + 1) << sourceBits - 1)
    }

    /// Micrometres from the source.
    @inlinable var walked: Int64 { Int64(bits >> WalkLabel.sourceBits) }
    /// The number of the source.
    @inlinable var source: Int32 { Int32(truncatingIfNeeded: bits & 0xFF_FFFF) }
    /// Whether any walk is known.
    @inlinable var isReached: Bool { bits != WalkLabel.unreached.bits }

    @inlinable static func < (a: WalkLabel, b: WalkLabel) -> Bool { a.bits < b.bits }

    /// The same walk, longer by some micrometres; no walk stays none.
    func further(by micrometres: Int64) -> WalkLabel {
        isReached ? WalkLabel(bits: bits + UInt64(micrometres) << WalkLabel.sourceBits) : self
    }

    /// The same walk, longer by some micrometres; no walk becomes worse than none.
    func further(by micrometres: UInt32) -> WalkLabel {
        WalkLabel(bits: bits &+ UInt64(micrometres) << WalkLabel.sourceBits)
    }

    /// All ones when this walk is better than `other`, otherwise all zeros: for choosing without a jump.
    func isBetterMask(than other: WalkLabel) -> UInt64 {
        UInt64(bitPattern: Int64(bitPattern: isBetterSign(than: other)) &>> 63)
    }

    /// Negative as a number with a sign when this walk is better than `other`.
    func isBetterSign(than other: WalkLabel) -> UInt64 { bits &- other.bits }

    /// The same walk, of a node that waits.
    var waiting: WalkLabel { WalkLabel(bits: bits | 1 << 63) }
    /// The same walk, of a node that does not wait.
    var notWaiting: WalkLabel { WalkLabel(bits: bits & ~(1 << 63)) }

    /// The same walk, longer by `arc`.
    static func + (label: WalkLabel, arc: Arc) -> WalkLabel {
        WalkLabel(bits: label.bits &+ arc.shiftedLength)
    }
}
