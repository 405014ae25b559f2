import Foundation
import Geometry
import PedestrianNetworks
import WalkAccess

/// How fast this machine walks, compared with the one whose costs are known.
public struct MachineSpeed: Hashable, Sendable {
    /// Seconds here for a second there; more than 0.
    public let factor: Double

    /// A machine that takes `factor` times as long.
    public init(factor: Double) { self.factor = factor }

    /// Measures this machine by a fixed piece of work of some milliseconds of processor time, the best of three.
    public static func measured() -> MachineSpeed {
        let network = gridOfStreets()
        let times = (0..<3).map { _ in
            let start = processorSeconds
            walk(on: network)
            return processorSeconds - start
        }
        return MachineSpeed(factor: max(times.min() ?? 0, 1e-6) / RunCosts.reference.fixedWork)
    }

    /// What the process has used: by the clock on the wall other programs would count too.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static let side = 150

    private static func gridOfStreets() -> PedestrianNetwork {
        let lines = (0..<side).flatMap { row -> [LineString] in
            let across = (0..<side).map { Position(Double($0) * 80, Double(row) * 90) }
            let along = (0..<side).map { Position(Double(row) * 80, Double($0) * 90) }
            return [try? LineString(across), try? LineString(along)].compactMap { $0 }
        }
        return NetworkBuilder().build(lines).network
    }

    private static func walk(on network: PedestrianNetwork) {
        var places = NetworkPlaces()
        for edge in stride(from: 0, to: network.edgeCount, by: 97) {
            places.append([NetworkLocation(edge: Int32(edge), low: 0, high: 0, leg: .zero)])
        }
        var search = NearestFacilitySearch(on: network)
        for _ in 0..<10 { search.prepare(places, within: .furthest) }
    }
}
