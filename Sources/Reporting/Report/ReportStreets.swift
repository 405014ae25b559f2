public import GapAnalysis
import Geometry
import PedestrianNetworks
import Projections
import StudyAreas
import VectorFiles

/// The streets of an audit in the coordinates of its result files, and which parts of them each requirement serves.
public struct ReportStreets {
    /// The network as it was walked, a line a street.
    let shapes: [Shape?]
    /// By requirement: runs of streets, see `StreetRuns`; nil where no facility serves anybody or land is served.
    let runs: [PackedBytes?]
    /// By requirement: the land within a service radius; nil for walks.
    let land: [Shape?]
    /// By requirement, in metres.
    let limits: [Double]

    /// Moves `served` of `audit` out of the plane.
    ///
    /// - Throws: `ProjectionError` when the plane cannot be left.
    public init(_ served: ServedAreas, of audit: Audit) throws {
        let outward = try OutwardMove(from: audit.area.plane)
        let chains = NetworkChains(audit.area.network)
        shapes = try chains.shapes.map { try outward.moved($0) }
        let network = audit.area.network
        let lengths = (0..<network.edgeCount).map { network.length(of: $0) }
        runs = served.areas.map { area in
            guard case .streets(let stretches) = area else { return nil }
            return StreetRuns(stretches, streets: chains.edges, lengths: lengths).bytes
        }
        land = try served.areas.map { area in
            guard case .land(let polygons) = area else { return nil }
            return try outward.moved(.multiPolygon(polygons))
        }
        limits = served.limits
    }
}

/// Which parts of the streets are served, as whole numbers: 3 *n* for *n* streets that are not, 3 *n* + 1 for *n* that are
/// from end to end, 3 *n* + 2 for one of which *n* parts are, whose ends follow in 120ths of its length.
struct StreetRuns {
    /// Ends of parts are told in as many steps of a street's length.
    static let steps = 120.0

    private(set) var bytes = PackedBytes()
    private var unserved = 0
    private var whole = 0

    /// - Parameters:
    ///   - stretches: By edge and along it.
    ///   - streets: The edges of each, in the order of the network.
    ///   - lengths: By edge, in micrometres.
    init(_ stretches: [ServedAreas.Stretch], streets: [Range<Int>], lengths: [UInt32]) {
        var next = 0
        for edges in streets {
            var parts: [(from: Double, to: Double)] = []
            var start = 0.0
            for edge in edges {
                while next < stretches.count, Int(stretches[next].edge) == edge {
                    let part = (start + Double(stretches[next].from), start + Double(stretches[next].to))
                    if let last = parts.last, last.to >= part.0 - 1 {
                        parts[parts.count - 1].to = part.1
                    } else {
                        parts.append(part)
                    }
                    next += 1
                }
                start += Double(lengths[edge])
            }
            append(parts.map { ($0.from / start, $0.to / start) })
        }
        flush()
    }

    /// The parts of the next street, as shares of its length.
    private mutating func append(_ parts: [(from: Double, to: Double)]) {
        let ends = parts.map { part in
            (
                Int((part.from * Self.steps).rounded(.down)),
                min(Int((part.to * Self.steps).rounded(.up)), Int(Self.steps))
            )
        }
        if ends.isEmpty {
            if whole > 0 { flush() }
            unserved += 1
        } else if ends.count == 1, ends[0] == (0, Int(Self.steps)) {
            if unserved > 0 { flush() }
            whole += 1
        } else {
            flush()
            bytes.append(count: 3 * ends.count + 2)
            for end in ends {
                bytes.append(count: end.0)
                bytes.append(count: end.1)
            }
        }
    }

    private mutating func flush() {
        if unserved > 0 { bytes.append(count: 3 * unserved) }
        if whole > 0 { bytes.append(count: 3 * whole + 1) }
        unserved = 0
        whole = 0
    }
}
