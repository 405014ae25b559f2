import PedestrianNetworks
import WalkAccess
import WorkSharing

/// T1: the nearest facility of each kind within a limit, from every junction.
///
/// Answers are summed up kind by kind, as the peers do, so that none has to hold forty columns.
enum NearestTask {
    static func run(_ city: City, _ options: Options, _ measurement: inout Measurement) async throws {
        let byKind = city.facilityNodesByKind.prefix(options.kinds).map { city.places(at: $0) }
        measurement.begin()
        var isJunction = [Bool](repeating: false, count: city.network.nodeCount)
        for node in city.node { isJunction[Int(node)] = true }
        let spots = NodeSpots(of: city.network) { isJunction[Int($0)] }
        let limit = WalkingDistance.limit(metres: options.radius)
        let answers = try await concurrentMap(
            count: byKind.count, threads: options.threads,
            workspace: { NearestFacilitySearch(on: city.network) }
        ) { kind, search in
            let before = search.counters
            search.prepare(byKind[kind], within: limit)
            var answer = Answer()
            search.forEachNode(of: spots) { _, walk, _ in answer.add(walk) }
            return (answer, search.counters - before)
        }
        measurement.end()
        let total = answers.reduce(Answer()) { $0 + $1.0 }
        measurement["items"] = city.node.count
        measurement["settled"] = answers.reduce(0) { $0 + $1.1.settled }
        measurement["relaxed"] = answers.reduce(0) { $0 + $1.1.relaxed }
        measurement["checksum"] = ["count": total.count, "metres": total.metres]
    }
}

/// How many walks there are and how long they are together: what programs have to agree on.
struct Answer: Sendable {
    var count = 0
    var micrometres: Int64 = 0

    var metres: Double { Double(micrometres) / 1e6 }

    mutating func add(_ walk: WalkingDistance) {
        count += 1
        micrometres += walk.micrometres
    }

    static func + (a: Answer, b: Answer) -> Answer {
        Answer(count: a.count + b.count, micrometres: a.micrometres + b.micrometres)
    }
}
