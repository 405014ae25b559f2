import Foundation
import PedestrianNetworks
import Standards
import StudyAreas

/// The study areas of `SampleData`, loaded as the command does it.
enum SampleProject {
    static func area(_ name: String) async throws -> StudyArea {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appendingPathComponent("SampleData/\(name)/lifecircle.yaml").path
        let loader = StudyAreaLoader(kinds: .catalogue(.bundled))
        let raw = try RawLayers(reading: try ProjectFile(contentsOf: path).input)
        let projected = try ProjectedLayers(raw, reach: loader.maxSnap.metres)
        return try await loader.join(try loader.build(projected))
    }
}
