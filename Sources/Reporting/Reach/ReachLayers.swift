public import GapAnalysis
import Geometry
import PedestrianNetworks
import StudyAreas
public import VectorFiles
import WalkAccess

/// Service areas as GeoJSON layers, written as they come.
public struct ReachLayers {
    private let analysis: ReachAnalysis
    private let outward: OutwardMove
    private let context = GEOSContext()
    private var areas: GeoJSONWriter
    private var ways: GeoJSONWriter?

    /// Begins the layer of areas, and that of ways when it has a file.
    ///
    /// - Throws: `ProjectionError` when the plane cannot be left.
    public init(_ analysis: ReachAnalysis, areas: StagedFile, ways: StagedFile?) throws {
        self.analysis = analysis
        let outward = try OutwardMove(from: analysis.area.plane)
        self.outward = outward
        self.areas = outward.writer(areas, name: "areas")
        self.ways = ways.map { outward.writer($0, name: "ways") }
    }

    /// Adds a feature for each limit of `result`, and one for each stretch of a way.
    ///
    /// A subject that reaches nothing has features without a geometry. Coordinates are rounded so that areas stay
    /// valid; stretches that rounding leaves no length are left out of the ways.
    /// - Throws: `GeometryError` when GEOS fails.
    public mutating func write(_ result: ReachResult) throws {
        for within in result.within {
            areas.write(
                shape: try rounded(within.area.polygons),
                properties: Self.identity(of: result.subject) + ReachFigures(within).properties)
        }
        guard ways != nil else { return }
        for piece in result.ways.pieces { try write(piece, of: result) }
    }

    /// Ends the layers.
    public mutating func finish() {
        areas.finish()
        ways?.finish()
    }

    private func rounded(_ polygons: [Polygon]) throws -> Shape? {
        guard !polygons.isEmpty else { return nil }
        let moved = try outward.moved(.multiPolygon(polygons)).polygons
        let rounded = try context.rounded(moved, toGrid: outward.grid)
        if rounded.isEmpty { return nil }
        return rounded.count == 1 ? .polygon(rounded[0]) : .multiPolygon(rounded)
    }

    private mutating func write(_ piece: ReachedPiece, of result: ReachResult) throws {
        let segment = piece.segment(on: analysis.area.network)
        guard
            case .lineString(let line) = try outward.moved(
                .lineString(LineString([segment.start, segment.end]))),
            line.positions[0].isApart(from: line.positions[1], by: outward.grid)
        else { return }
        let place = analysis.options.dissolve == .kind ? result.subject.places[Int(piece.place)] : nil
        let limit = ReachFigures.limit(result.within[Int(piece.band)].limit)
        ways?.write(
            shape: .lineString(line),
            properties: Self.identity(of: result.subject)
                + [("place", JSONValue(place.map { analysis.area.facilities[$0].id }))] + limit + [
                    ("start_m", ReachFigures.walked(piece.walkedFrom)),
                    ("end_m", ReachFigures.walked(piece.walkedTo)),
                ])
    }

    private static func identity(of subject: ReachSubject) -> [(String, JSONValue)] {
        [
            ("id", .string(subject.id)), ("name", JSONValue(subject.name)), ("kind", JSONValue(subject.kind)),
        ]
    }
}

extension Position {
    /// Whether the two are different positions of a grid.
    fileprivate func isApart(from other: Position, by grid: Double) -> Bool {
        (x / grid).rounded() != (other.x / grid).rounded()
            || (y / grid).rounded() != (other.y / grid).rounded()
    }
}

/// The figures of one limit as properties of a feature.
struct ReachFigures {
    private let within: ReachWithin

    init(_ within: ReachWithin) { self.within = within }

    var properties: [(String, JSONValue)] {
        Self.limit(within.limit) + [
            ("reached_m", .decimal(within.reached.metres, places: 1)),
            ("area_m2", .decimal(within.area.area, places: 0)), ("nodes", .integer(within.nodes)),
            ("status", .string(within.status.rawValue)), ("reason", JSONValue(within.reason?.rawValue)),
            ("holes_m2", .decimal(within.area.holes, places: 0)),
            ("enclosed_blocks_m2", within.area.enclosedBlocks.map { .decimal($0, places: 0) } ?? .null),
            ("uncertain", within.isUncertain ? .string("edge") : .null),
        ]
    }

    /// The limit in metres, to the millimetre, and in minutes where it was given so.
    static func limit(_ limit: ReachLimit) -> [(String, JSONValue)] {
        [("limit_m", .number(limit.cut.metres))]
            + (limit.minutes.map { [("limit_min", .number($0))] } ?? [])
    }

    /// A walk to the millimetre.
    static func walked(_ distance: WalkingDistance) -> JSONValue {
        .decimal(Double(distance.millimetres) / 1000, places: 3)
    }
}
