import PedestrianNetworks

/// Which of some spots lie on a chain. Most chains have none, which one bit tells.
struct SpotsOnChains: Sendable {
    /// A bit a chain.
    private var filled: [UInt64]
    /// The chain of each spot above the spot's number, sorted.
    private var byChain: [UInt64] = []

    init(chains: Int) { filled = [UInt64](repeating: 0, count: chains / 64 + 1) }

    /// Forgets the spots so far and takes these.
    mutating func hold(_ spots: [ChainSpot]) {
        for entry in byChain { filled[Int(entry >> 32) / 64] = 0 }
        byChain = spots.indices.map { UInt64(spots[$0].chain) << 32 | UInt64($0) }
        byChain.sort()
        for spot in spots { filled[Int(spot.chain) / 64] |= 1 << UInt64(spot.chain % 64) }
    }

    /// Whether any spot lies on `chain`.
    func holdsAny(on chain: Int32) -> Bool { filled[Int(chain) / 64] >> UInt64(chain % 64) & 1 != 0 }

    /// Calls `body` with the number of each spot on `chain`, ascending. O(log n) besides.
    func forEach(on chain: Int32, _ body: (_ number: Int32) -> Void) {
        var (low, high) = (0, byChain.count)
        while low < high {
            let middle = (low + high) / 2
            if byChain[middle] >> 32 < UInt64(chain) { low = middle + 1 } else { high = middle }
        }
        while low < byChain.count, byChain[low] >> 32 == UInt64(chain) {
            body(Int32(truncatingIfNeeded: byChain[low] & 0xFFFF_FFFF))
            low += 1
        }
    }
}
