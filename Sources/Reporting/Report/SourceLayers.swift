import Geometry
import Projections
import StudyAreas
import VectorFiles

/// Network, barriers and units as a report draws them: from the inputs that the manifest names, when they are still
/// what they were.
struct SourceLayers {
    /// An input that is not drawn, and why.
    struct Omission {
        enum Reason: String { case missing, changed, unreadable }

        let role, path: String
        let reason: Reason
    }

    private(set) var network: [Shape?] = []
    private(set) var barriers: [Shape?] = []
    private(set) var units: [Shape?] = []
    private(set) var omissions: [Omission] = []

    private let crs: String
    private let profile: String?
    private let datums: [String: OffsetDatum]

    init(_ manifest: ResultManifest, crs: String) {
        self.crs = crs
        profile = manifest.options?.profile
        datums = SourceLayers.datums(manifest)
        for input in manifest.inputs where ["network", "barriers", "units"].contains(input.role) {
            // Parts of one input stand beside it, such as a Shapefile's .dbf.
            let isSidecar = ["dbf", "shx", "prj", "cpg"].contains {
                input.path.lowercased().hasSuffix(".shp".dropLast(3) + $0)
            }
            if !isSidecar { take(input) }
        }
    }

    /// What a project file says of the datums of its layers, by path; that it was read is in the manifest too.
    private static func datums(_ manifest: ResultManifest) -> [String: OffsetDatum] {
        guard let input = manifest.inputs.first(where: { $0.role == "project" }),
            (try? FileDigest.sha256(of: input.path)) == input.sha256,
            let project = try? ProjectFile(contentsOf: input.path)
        else { return [:] }
        let pairs = project.input.layers.compactMap { _, layer in
            layer.datum.map { (layer.source.path, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private mutating func take(_ input: ResultManifest.Input) {
        guard let digest = try? FileDigest.sha256(of: input.path) else { return omit(input, .missing) }
        guard digest == input.sha256 else { return omit(input, .changed) }
        guard let shapes = try? shapes(of: input) else { return omit(input, .unreadable) }
        switch input.role {
        case "network": network += shapes
        case "barriers": barriers += shapes
        default: units += shapes
        }
    }

    private mutating func omit(_ input: ResultManifest.Input, _ reason: Omission.Reason) {
        omissions.append(Omission(role: input.role, path: input.path, reason: reason))
    }

    /// In longitude and latitude, or as they are in a local grid.
    private func shapes(of input: ResultManifest.Input) throws -> [Shape?] {
        let table = try FeatureTable.read(
            VectorSource(path: input.path, layer: input.layer), for: input.role, profile: profile)
        guard crs != "local" else { return table.features.map(\.shape) }
        let move: Transformation? =
            switch table.reference {
            case .declared(let definition, _):
                try Transformation(from: CoordinateReferenceSystem(definition), to: .wgs84)
            case .impliedLongitudeLatitude: nil
            case .none, .unknown: try Transformation(from: CoordinateReferenceSystem(crs), to: .wgs84)
            }
        let datum = datums[input.path]
        return table.features.map { feature in
            try? feature.shape?.mappingRuns { run in
                var run = run.map { datum?.wgs84(of: $0) ?? $0 }
                _ = move?.apply(to: &run)
                return run
            }
        }
    }
}
