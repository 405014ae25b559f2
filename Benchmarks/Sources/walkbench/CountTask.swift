import PedestrianNetworks
import WalkAccess
import WorkSharing

/// T2: for each block the facilities of each kind within three limits, and the five nearest of each kind.
enum CountTask {
    static let limits = [300.0, 500, 1000].map { WalkingDistance.limit(metres: $0) }
    static let nearest = 5

    static func run(_ city: City, _ options: Options, _ measurement: inout Measurement) async throws {
        let beforePreparation = processSeconds
        let targets = TargetColumns(city.places(at: city.facilityNode), on: city.network)
        measurement["preparation_cpu_s"] = processSeconds - beforePreparation
        measurement.begin()
        // Origins in the order of the network's nodes, so that neighbours are searched from one after another.
        let blocks = city.blockNode.prefix(options.items).sorted { city.node[Int($0)] < city.node[Int($1)] }
        let parts = chunks(of: blocks.count, size: 64)
        let answers = try await concurrentMap(
            count: parts.count, threads: options.threads,
            workspace: { PlacesWithinSearch(targets, on: city.network) }
        ) { part, search in
            let before = search.counters
            var answer = CountAnswer()
            for block in parts[part] {
                var tally = BlockTally()
                let location = city.locations[Int(blocks[block])]
                search.forEachTarget(from: [location], within: limits[2]) { facility, distance in
                    tally.add(distance, kind: Int(city.facilityKind[facility]))
                }
                answer.add(tally)
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
    private(set) var counts = [Int32](repeating: 0, count: City.kinds * CountTask.limits.count)
    private(set) var nearest = [Int64](repeating: .max, count: City.kinds * CountTask.nearest)

    mutating func add(_ distance: WalkingDistance, kind: Int) {
        for (place, limit) in CountTask.limits.enumerated() where distance <= limit {
            counts[kind * CountTask.limits.count + place] += 1
        }
        var late = distance.micrometres
        for place in kind * CountTask.nearest..<(kind + 1) * CountTask.nearest where late < nearest[place] {
            swap(&late, &nearest[place])
        }
    }
}

/// The tallies of all blocks summed up: what programs have to agree on.
struct CountAnswer: Sendable {
    private var counts = [0, 0, 0]
    private var first = Answer()
    private var nearest = Answer()

    mutating func add(_ tally: BlockTally) {
        for (place, count) in tally.counts.enumerated() { counts[place % 3] += Int(count) }
        for (place, distance) in tally.nearest.enumerated() where distance != .max {
            nearest.add(WalkingDistance(micrometres: distance))
            if place % CountTask.nearest == 0 { first.add(WalkingDistance(micrometres: distance)) }
        }
    }

    var fields: [String: Any] {
        [
            "within_300": counts[0], "within_500": counts[1], "within_1000": counts[2],
            "first_metres": first.metres, "nearest_count": nearest.count, "nearest_metres": nearest.metres,
        ]
    }

    static func + (a: CountAnswer, b: CountAnswer) -> CountAnswer {
        var sum = CountAnswer()
        sum.counts = zip(a.counts, b.counts).map { $0 + $1 }
        sum.first = a.first + b.first
        sum.nearest = a.nearest + b.nearest
        return sum
    }
}
