import Foundation
import GapAnalysis
import Geometry
import NetworkFixtures
import PedestrianNetworks
import Testing

/// On a square grid every figure of the network follows from the spacing.
@Suite struct NetworkGridTests {
    static let city = GridCity(size: 13, spacing: 120)

    /// A window whose edges lie on streets, and one whose edges lie half way between them.
    static let windows: [(from: Double, side: Double)] = [(240, 960), (180, 960), (300, 720)]

    @Test(arguments: windows)
    func densityIsTwoOverTheSpacing(from: Double, side: Double) async throws {
        var town = NetworkTown(Self.city.lines)
        try town.addUnit(from, from, side, side)
        let unit = try await town.audit().units[0]
        #expect(unit.density == (2000.0 / 120 * 1000).rounded() / 1000)
        #expect(abs(unit.ways.metres - 2 * side * side / 120) < 1e-4)
        #expect(unit.zone.area == side * side)
    }

    @Test(arguments: windows)
    func everySpacingIsTheGrids(from: Double, side: Double) async throws {
        var town = NetworkTown(Self.city.lines)
        try town.addUnit(from, from, side, side)
        let audit = try await town.audit()
        let unit = audit.units[0]
        #expect(Set(unit.spacing.lengths) == [WalkingDistance(metres: 120)])
        #expect(unit.spacing.median == WalkingDistance(metres: 120))
        #expect(unit.spacing.share(over: 120) == 0 && unit.spacing.share(over: 119.9) == 1)
        #expect(unit.deadEnds.isEmpty)
        #expect(unit.streetBlocks.allSatisfy { audit.streetBlocks[$0].area == 14400 })
        #expect(!unit.streetBlocks.isEmpty)
        #expect(unit.judgement("walking_density")?.verdict == .met)
        #expect(unit.judgement("junction_spacing")?.verdict == .met)
        #expect(unit.judgement("junction_spacing_limit")?.verdict == .met)
        #expect(unit.judgement("street_block_walkers")?.verdict == .met)
        #expect(audit.offences.isEmpty)
    }

    /// The hull of a whole grid is the grid: its outer streets count by half.
    @Test func theHullOfAGridHasTheGridsDensity() async throws {
        let audit = try await NetworkTown(Self.city.lines).audit()
        #expect(audit.units.count == 1 && audit.units[0].zone.kind == .hull)
        #expect(audit.units[0].density == 16.667)
        #expect(audit.units[0].streetBlocks.count == 144)
        // Four corners are no junctions.
        #expect(audit.units[0].junctions == 13 * 13 - 4)
        #expect(audit.units[0].links.count == 2 * 13 * 12 - 4)
    }

    @Test func unitsSideBySideAddUpToTheWhole() async throws {
        var town = NetworkTown(Self.city.lines)
        try town.addUnit(0, 0, 480, 1440)
        try town.addUnit(480, 0, 960, 1440)
        let parts = try await town.audit().units
        let whole = try await NetworkTown(Self.city.lines).audit().units[0]
        #expect(parts[0].ways + parts[1].ways == whole.ways)
        #expect(parts.reduce(0) { $0 + $1.junctions } == whole.junctions)
        #expect(parts.reduce(0) { $0 + $1.links.count } == whole.links.count)
        #expect(parts.reduce(0) { $0 + $1.streetBlocks.count } == whole.streetBlocks.count)
    }

    /// Lines of a grid far finer than the circle give its length: density × area, but for the circle's edge.
    @Test func theBandOfAStationEndsAtItsRadius() async throws {
        var town = NetworkTown(GridCity(size: 101, spacing: 10).lines)
        town.addStation(503, 498)
        let audit = try await town.audit()
        let band = try #require(audit.stationBands.first)
        // A polygon of 256 corners has π·300² less one part in ten thousand.
        #expect(abs(band.zone.area / (.pi * 300 * 300) - 1) < 1.1e-4)
        #expect(abs((band.density ?? 0) / 200 - 1) < 0.01)
        #expect(band.judgement("station_walking_density")?.verdict == .met)
        #expect(band.judgement("station_junction_spacing")?.reason == .below)
        #expect(band.judgement("walking_density") == nil)
        #expect(audit.units[0].judgement("station_walking_density") == nil)
        let far = band.links.map { audit.links[$0].midpoint.distance(to: Position(503, 498)) }.max()
        #expect((far ?? 0) <= 300)
    }

    /// One street through the middle: the band holds its diameter.
    @Test func aStreetThroughABandCountsItsDiameter() async throws {
        var town = NetworkTown([])
        try town.addWay([(-1000, 0), (1000, 0)])
        try town.addUnit(-1000, -500, 2000, 1000)
        town.addStation(0, 0)
        town.addStation(1000, 0)
        let bands = try await town.audit().stationBands
        #expect(abs(bands[0].ways.metres - 600) < 1e-3)
        // The other station's band is cut by the edge of the window.
        #expect(abs(bands[1].ways.metres - 300) < 1e-3)
        #expect(abs(bands[1].zone.area * 2 - bands[0].zone.area) < 0.01)
    }
}
