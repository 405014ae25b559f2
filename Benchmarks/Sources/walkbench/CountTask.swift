import PedestrianNetworks
import WalkAccess
import WorkSharing

/// T2: for each block the facilities of each kind within three limits, and the five nearest of each kind.
enum CountTask {
    static let limits = [300.0, 500, 1000].map { WalkingDistance.limit(metres: $0) }
    static let nearest = 5

    static func run(_ city: City, _ options: Options, _ measurement: inout Measurement) async throws {
        let beforePreparation = processSeconds
        let blocks = city.places(at: city.blockNode.prefix(options.items))
        let targets = TargetColumns(city.places(at: city.facilityNode), on: city.network)
        measurement["preparation_cpu_s"] = processSeconds - beforePreparation
        measurement.begin()
        // Origins in the order of the network's nodes, so that neighbours are searched from one after another.
        let spots = PlaceSpots(blocks, on: city.network)
        let parts = chunks(of: blocks.count, size: 64)
        let answers = try await concurrentMap(
            count: parts.count, threads: options.threads,
            workspace: { PlacesWithinSearch(targets, on: city.network) }
        ) { part, search in
            let before = search.counters
            var answer = CountAnswer()
            var tally = BlockTally()
            search.prepare(spots, parts[part])
            for rank in parts[part] {
                search.forEachTarget(from: spots[rank], within: limits[2]) { facility, distance in
                    tally.add(distance, kind: Int(city.facilityKind[facility]))
                }
                tally.drain(into: &answer)
            }
            return (answer, search.counters - before)
        }
        measurement.end()
        measurement["items"] = blocks.count
        measurement["settled"] = answers.reduce(0) { $0 + $1.1.settled }
        measurement["relaxed"] = answers.reduce(0) { $0 + $1.1.relaxed }
        measurement["checksum"] = answers.reduce(CountAnswer()) { $0 + $1.0 }.fields
    }
}

/// What one block reaches: by kind, how many within each limit and the least distances, ascending.
struct BlockTally {
    private let limits = CountTask.limits
    private(set) var kinds: [Int32] = []
    private(set) var counts = [Int32](repeating: 0, count: City.kinds * CountTask.limits.count)
    private(set) var nearest = [Int64](repeating: .max, count: City.kinds * CountTask.nearest)

    mutating func add(_ distance: WalkingDistance, kind: Int) {
        let count = kind * CountTask.limits.count
        if counts[count + 2] == 0 { kinds.append(Int32(kind)) }
        for place in 0..<3 where distance <= limits[place] { counts[count + place] += 1 }
        var late = distance.micrometres
        for place in kind * CountTask.nearest..<(kind + 1) * CountTask.nearest where late < nearest[place] {
            swap(&late, &nearest[place])
        }
    }

    /// Sums the tally up and begins anew.
    mutating func drain(into answer: inout CountAnswer) {
        for kind in kinds {
            let count = Int(kind) * CountTask.limits.count
            answer.add(counts[count], counts[count + 1], counts[count + 2])
            for place in 0..<3 { counts[count + place] = 0 }
            let first = Int(kind) * CountTask.nearest
            for place in 0..<CountTask.nearest where nearest[first + place] != .max {
                answer.add(WalkingDistance(micrometres: nearest[first + place]), isFirst: place == 0)
                nearest[first + place] = .max
            }
        }
        kinds.removeAll(keepingCapacity: true)
    }
}

/// The tallies of all blocks summed up: what programs have to agree on.
struct CountAnswer: Sendable {
    private var within300 = 0
    private var within500 = 0
    private var within1000 = 0
    private var first = Answer()
    private var nearest = Answer()

    mutating func add(_ within300: Int32, _ within500: Int32, _ within1000: Int32) {
        self.within300 += Int(within300)
        self.within500 += Int(within500)
        self.within1000 += Int(within1000)
    }

    mutating func add(_ distance: WalkingDistance, isFirst: Bool) {
        nearest.add(distance)
        if isFirst { first.add(distance) }
    }

    var fields: [String: Any] {
        [
            "within_300": within300, "within_500": within500, "within_1000": within1000,
            "first_metres": first.metres, "nearest_count": nearest.count, "nearest_metres": nearest.metres,
        ]
    }

    static func + (a: CountAnswer, b: CountAnswer) -> CountAnswer {
        var sum = a
        sum.within300 += b.within300
        sum.within500 += b.within500
        sum.within1000 += b.within1000
        sum.first = a.first + b.first
        sum.nearest = a.nearest + b.nearest
        return sum
    }
}
