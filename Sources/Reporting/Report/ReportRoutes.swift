public import GapAnalysis
import Geometry
import Projections
import StudyAreas
import VectorFiles

/// The ways of an audit, in the coordinates of its result files.
public struct ReportRoutes {
    /// By requirement and block.
    let ways: [[[Position]?]]

    /// Moves `routes` of `audit` out of the plane.
    ///
    /// - Throws: `ProjectionError` when the plane cannot be left.
    public init(_ routes: WalkRoutes, of audit: Audit) throws {
        let move = try audit.area.plane.toLongitudeLatitude()
        ways = routes.ways.map { blocks in
            blocks.map { way in
                guard var way else { return nil }
                _ = move?.apply(to: &way)
                return way
            }
        }
    }
}
