import Foundation
import Geometry
import Testing

@testable import GapAnalysis
@testable import StudyAreas

extension Village {
    /// A rectangular block with its lower left corner at x, y; it starts at its centre.
    mutating func addLand(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, population: Double? = 100
    ) throws {
        let corners = [
            Position(x, y), Position(x + width, y), Position(x + width, y + height), Position(x, y + height),
        ]
        try addLand(corners, origin: Position(x + width / 2, y + height / 2), population: population)
    }

    /// A block with these corners.
    mutating func addLand(_ corners: [Position], origin: Position, population: Double? = 100) throws {
        let shape = Shape.polygon(Polygon(shell: try LinearRing(corners + [corners[0]])))
        blocks.append(
            ResidentialBlock(
                id: "b\(blocks.count)", name: nil, population: population, households: nil, age: nil,
                isGated: nil, shape: shape, landArea: shape.area, origin: origin, starts: [origin], unit: nil)
        )
    }

    /// A park that is one point of known area, so that its service area is a circle.
    mutating func addPointPark(_ x: Double, _ y: Double, site: Double? = 400) {
        addFacility("park", x, y, site: site)
    }

    func parkAudit(
        radius: Double = 300, minimumArea: Double = 400, threads: Int = 1
    ) async throws -> ParkAudit {
        try await ParkAudit(
            of: try await area(),
            options: ParkAuditOptions(radius: radius, minimumArea: minimumArea, threads: threads))
    }
}

/// What a circle of 256 straight sides with its corners on the true one leaves out, in m².
///
/// No part of a service area is smaller than the true one by more, and none is larger.
func roundness(_ radius: Double) -> Double {
    radius * radius * (.pi - 128 * sin(.pi / 128))
}

/// Expects `area` to be the `true` one, less at most what the straight sides leave out.
func expectArea(
    _ area: Double, _ truth: Double, radius: Double = 300, circles: Double = 1,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let least = truth - circles * roundness(radius) - 0.01
    #expect((least...truth + 0.01).contains(area), "\(area) ≠ \(truth)", sourceLocation: sourceLocation)
}
