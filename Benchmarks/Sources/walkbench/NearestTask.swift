import PedestrianNetworks
import WalkAccess
import WorkSharing

/// T1: the nearest facility of each kind within a limit, from every junction.
///
/// Answers are summed up kind by kind, as the peers do, so that none has to hold forty columns.
enum NearestTask {
    static func run(_ city: consuming City, _ options: Options, _ measurement: inout Measurement) async throws
    {
        let byKind = city.facilityNodesByKind.prefix(options.kinds).map { city.places(at: $0) }
        let (network, junctions) = (city.network, city.junctionCount)
        var wanted = NumberSet(count: network.nodeCount)
        for junction in 0..<Int32(junctions) { wanted.insert(Int(city.node(of: junction))) }
        // What the task does not need is given back before memory is measured.
        _ = consume city
        measurement.begin()
        let spots = NodeSpots(of: network, threads: options.threads, only: wanted)
        let limit = WalkingDistance.limit(metres: options.radius)
        let found = try await NearestOfKinds(byKind, within: limit, on: network, threads: options.threads)
            .reduce(
                over: spots, threads: options.threads, into: { Answer() }
            ) { answer, _, walks in
                let (count, length) = walks.sum
                answer = answer + Answer(count: count, micrometres: length.micrometres)
            }
        measurement.end()
        let total = found.accumulators.reduce(Answer()) { $0 + $1 }
        measurement["items"] = junctions
        measurement["settled"] = found.counters.settled
        measurement["relaxed"] = found.counters.relaxed
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
