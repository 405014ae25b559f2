import PedestrianNetworks

/// The least of the distances offered for each of several things.
struct LeastDistances: Sendable {
    /// By number, `Int64.max` where nothing was offered.
    var distance: [Int64]
    /// The things that something was offered for, as many as `count`; there is room for one that does not count.
    var found: [Int32]
    var count = 0

    init(count: Int) {
        distance = [Int64](repeating: .max, count: count)
        found = [Int32](repeating: 0, count: count + 1)
    }

    /// Takes an offer in micrometres, if it is less than `tooFar`.
    mutating func offer(_ number: Int, _ walked: Int64, tooFar: Int64) {
        LeastDistances.offer(number, walked, tooFar, &distance, &found, &count)
    }

    private static func offer(
        _ number: Int, _ walked: Int64, _ tooFar: Int64, _ allDistances: inout [Int64],
        _ allFound: inout [Int32], _ count: inout Int
    ) {
        var distance = allDistances.mutableSpan
        var found = allFound.mutableSpan
        offer(number, walked, tooFar, &distance, &found, &count)
    }

    /// The same on the columns of one. Whether an offer is better, or the first, nobody can foretell, so there are masks
    /// instead of jumps.
    @inline(__always)
    static func offer(
        _ number: Int, _ walked: Int64, _ tooFar: Int64, _ distance: inout MutableSpan<Int64>,
        _ found: inout MutableSpan<Int32>, _ count: inout Int
    ) {
        let known = distance[number]
        let isBetter = (walked &- min(known, tooFar)) &>> 63
        distance[number] = known ^ ((known ^ walked) & isBetter)
        found[count] = Int32(truncatingIfNeeded: number)
        let isFirst = (known &+ 1) &>> 63
        count &-= Int(isFirst & isBetter)
    }

    /// Calls `body` with each thing a distance was offered for, and forgets it.
    mutating func forEach(_ body: (_ number: Int, _ least: WalkingDistance) -> Void) {
        for place in 0..<count {
            let number = Int(found[place])
            body(number, WalkingDistance(micrometres: distance[number]))
            distance[number] = .max
        }
        count = 0
    }
}
