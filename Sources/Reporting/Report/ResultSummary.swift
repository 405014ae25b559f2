import Foundation
import StudyAreas
import VectorFiles

/// `summary.json` as it is read back.
struct ResultSummary: Decodable {
    struct Standard: Decodable {
        let id, version, title: String
        let draft: Bool
    }
    struct Method: Decodable {
        struct Walker: Decodable {
            let id, source: String
            let speed_m_per_s: Double
        }
        let measure: String
        let walker: Walker
        let search_limit_m: Double
    }
    struct Layer: Decodable {
        let layer, path: String
        let read, used, excluded: Int
    }
    struct Input: Decodable {
        let blocks, blocks_without_population, facilities: Int
        let population, land_m2: Double
        let layers: [Layer]
    }
    struct Network: Decodable {
        let nodes, edges, components: Int
        let length_m, largest_component_m: Double
    }
    struct Shares: Decodable {
        let met, marginal, undersized, gap, not_assessable: Double
    }
    struct Figures: Decodable {
        let requirement_id: String
        let blocks, population, land_m2: Shares
        let size_unknown_blocks: Int
        let population_lost_on_foot: Double?
    }
    struct Requirement: Decodable {
        let requirement_id, kind, title: String
        let circle, tier: String?
        let strict_m, lenient_m: Double
    }
    struct Unit: Decodable {
        let id: String
        let name: String?
        let blocks, population: Double
        let requirements: [Figures]
    }
    struct Findings: Decodable {
        let info, warning, error: Int
    }

    let standard: Standard
    let name: String?
    let crs: String
    let method: Method
    let input: Input
    let network: Network
    let requirements: [Requirement]
    let units: [Unit]
    let findings: Findings
    /// The figures of each requirement, which share their objects with `requirements`.
    let figures: [Figures]

    private enum Key: String, CodingKey {
        case standard, name, crs, method, input, network, requirements, units, findings
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        standard = try values.decode(Standard.self, forKey: .standard)
        name = try values.decodeIfPresent(String.self, forKey: .name)
        crs = try values.decode(String.self, forKey: .crs)
        method = try values.decode(Method.self, forKey: .method)
        input = try values.decode(Input.self, forKey: .input)
        network = try values.decode(Network.self, forKey: .network)
        requirements = try values.decode([Requirement].self, forKey: .requirements)
        figures = try values.decode([Figures].self, forKey: .requirements)
        units = try values.decode([Unit].self, forKey: .units)
        findings = try values.decode(Findings.self, forKey: .findings)
    }
}

/// `manifest.json` as it is read back, as far as a report needs it.
struct ResultManifest: Decodable {
    struct Input: Decodable {
        let role, path, sha256: String
        let layer: String?
    }
    struct Standard: Decodable { let id, version: String }

    struct Options: Decodable { let profile: String? }

    let standard: Standard?
    let options: Options?
    let inputs: [Input]
}

/// Reads one of the JSON files of a results folder.
enum ResultJSON {
    /// - Throws: `VectorFileError` when the file is missing or is not what `analyze` writes.
    static func decode<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
        let text = try TextFile.contents(of: path)
        do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch {
            throw VectorFileError(
                problem: .damaged, path: path,
                detail: "it is not what `lifecircle analyze` writes (\(brief(error))); run the analysis again"
            )
        }
    }

    private static func brief(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "no member \(key.stringValue)"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "member " + context.codingPath.map(\.stringValue).joined(separator: ".")
        default: "no JSON"
        }
    }
}
