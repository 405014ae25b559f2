/// A stretch of a way along which the walk grows by a micrometre a micrometre, shrinks so, or stays.
struct WalkRamp: Hashable, Sendable {
    /// Micrometres from the tail of the chain, or of the edge.
    var from: Int64
    var to: Int64
    /// Micrometres walked at either end.
    var walkedFrom: Int64
    var walkedTo: Int64
    var source: Int32

    var length: Int64 { to - from }
    /// Micrometres more for each micrometre on: -1, 0 or 1.
    var slope: Int64 { (walkedTo - walkedFrom).signum() }

    /// The part from `start` to `end`, which lie within.
    func part(_ start: Int64, _ end: Int64) -> WalkRamp {
        WalkRamp(
            from: start, to: end, walkedFrom: walkedFrom + slope * (start - from),
            walkedTo: walkedFrom + slope * (end - from), source: source)
    }

    /// The same stretch counted from another place.
    func moved(by micrometres: Int64) -> WalkRamp {
        WalkRamp(
            from: from + micrometres, to: to + micrometres, walkedFrom: walkedFrom, walkedTo: walkedTo,
            source: source)
    }

    /// The same stretch counted from the other end of a way of `length`.
    func turned(in length: Int64) -> WalkRamp {
        WalkRamp(
            from: length - to, to: length - from, walkedFrom: walkedTo, walkedTo: walkedFrom, source: source)
    }

    /// The part whose walk lies between two bounds; nil when that has no length.
    func part(walkedFrom least: Int64, to most: Int64) -> WalkRamp? {
        guard max(walkedFrom, walkedTo) > least, min(walkedFrom, walkedTo) <= most else { return nil }
        let (low, high): (Int64, Int64) =
            switch slope {
            case 1: (from + max(0, least - walkedFrom), to - max(0, walkedTo - most))
            case -1: (from + max(0, walkedFrom - most), to - max(0, least - walkedTo))
            default: (from, to)
            }
        return low < high ? part(low, high) : nil
    }
}

/// The least walk to every point of one chain: ramps from tail to head. Ties go to the lowest source.
///
/// Where two ways of reaching a point are equally long the chain changes over, exact to the micrometre.
struct ChainEnvelope {
    private(set) var ramps: [WalkRamp] = []
    private let length: Int64

    init(length: Int64) { self.length = length }

    /// Offers walks that have come `walked` micrometres when they stand anywhere from `low` to `high`.
    mutating func offer(_ source: Int32, low: Int64, high: Int64, walked: Int64) {
        let rivals = [
            WalkRamp(from: 0, to: low, walkedFrom: walked + low, walkedTo: walked, source: source),
            WalkRamp(from: low, to: high, walkedFrom: walked, walkedTo: walked, source: source),
            WalkRamp(
                from: high, to: length, walkedFrom: walked, walkedTo: walked + length - high, source: source),
        ].filter { $0.length > 0 }
        ramps = ramps.isEmpty ? rivals : ChainEnvelope.least(ramps, rivals)
    }

    /// The least walk to a point; nil when none was offered.
    func label(at micrometres: Int64) -> WalkLabel? {
        ramps.filter { $0.from <= micrometres && micrometres <= $0.to }
            .map { WalkLabel(walked: $0.walkedFrom + $0.slope * (micrometres - $0.from), from: $0.source) }
            .min()
    }

    private static func least(_ a: [WalkRamp], _ b: [WalkRamp]) -> [WalkRamp] {
        var chain: [WalkRamp] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            let start = max(a[i].from, b[j].from)
            let end = min(a[i].to, b[j].to)
            if start < end {
                for ramp in lesser(a[i].part(start, end), b[j].part(start, end)) { chain.join(ramp) }
            }
            let (aEnds, bEnds) = (a[i].to == end, b[j].to == end)
            if aEnds { i += 1 }
            if bEnds { j += 1 }
        }
        return chain
    }

    /// The lesser of two ramps over the same stretch, or the lesser part of each where they cross.
    private static func lesser(_ a: WalkRamp, _ b: WalkRamp) -> [WalkRamp] {
        let atStart = a.walkedFrom - b.walkedFrom
        let atEnd = a.walkedTo - b.walkedTo
        if atStart == 0, atEnd == 0 { return [a.source <= b.source ? a : b] }
        if atStart <= 0, atEnd <= 0 { return [a] }
        if atStart >= 0, atEnd >= 0 { return [b] }
        let closing = abs(atEnd - atStart) / a.length
        let crossing = a.from + abs(atStart) / closing
        let (first, second) = atStart < 0 ? (a, b) : (b, a)
        return [first.part(a.from, crossing), second.part(crossing, a.to)].filter { $0.length > 0 }
    }
}

extension [WalkRamp] {
    /// Appends `ramp`, as one with the last when it carries it on.
    fileprivate mutating func join(_ ramp: WalkRamp) {
        if let end = last, end.source == ramp.source, end.slope == ramp.slope, end.walkedTo == ramp.walkedFrom
        {
            self[count - 1].to = ramp.to
            self[count - 1].walkedTo = ramp.walkedTo
        } else {
            append(ramp)
        }
    }
}
