import Foundation
import Geometry

@testable import OpenStreetMap

/// An OSM file written by a test: places in metres from a corner of Beijing, to OpenStreetMap's seven decimals.
struct MadeExtract {
    struct Node {
        let id: Int64
        let position: Position
        let tags: [String: String]
    }

    struct Way {
        let id: Int64
        let nodes: [Int64]
        let tags: [String: String]
    }

    struct Relation {
        let id: Int64
        /// Numbers of ways and their roles.
        let members: [(Int64, String)]
        let tags: [String: String]
    }

    static let corner = Position(116.4, 39.9)
    static let degrees = DegreeLengths(latitude: corner.y)

    var nodes: [Node] = []
    var ways: [Way] = []
    var relations: [Relation] = []

    mutating func node(_ id: Int64, _ x: Double, _ y: Double, _ tags: [String: String] = [:]) {
        func rounded(_ value: Double) -> Double { (value * 1e7).rounded() / 1e7 }
        nodes.append(
            Node(
                id: id,
                position: Position(
                    rounded(Self.corner.x + x / Self.degrees.ofLongitude),
                    rounded(Self.corner.y + y / Self.degrees.ofLatitude)), tags: tags))
    }

    mutating func way(_ id: Int64, _ nodes: [Int64], _ tags: [String: String] = ["highway": "footway"]) {
        ways.append(Way(id: id, nodes: nodes, tags: tags))
    }

    mutating func multipolygon(_ id: Int64, _ members: [(Int64, String)], _ tags: [String: String]) {
        relations.append(
            Relation(
                id: id, members: members, tags: tags.merging(["type": "multipolygon"]) { $1 }))
    }

    /// The file as OSM XML.
    var xml: String {
        var text = "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n"
        for node in nodes {
            text += "<node id='\(node.id)' version='1' lat='\(node.position.y)' lon='\(node.position.x)'>"
            text += Self.tags(node.tags) + "</node>\n"
        }
        for way in ways {
            text += "<way id='\(way.id)' version='1'>"
            text += way.nodes.map { "<nd ref='\($0)'/>" }.joined() + Self.tags(way.tags) + "</way>\n"
        }
        for relation in relations {
            text += "<relation id='\(relation.id)' version='1'>"
            text += relation.members.map { "<member type='way' ref='\($0.0)' role='\($0.1)'/>" }.joined()
            text += Self.tags(relation.tags) + "</relation>\n"
        }
        return text + "</osm>\n"
    }

    private static func tags(_ tags: [String: String]) -> String {
        tags.sorted { $0.key < $1.key }.map { "<tag k='\($0.key)' v='\($0.value)'/>" }.joined()
    }

    /// What the reader makes of the file.
    func read(profile: FootProfile = .default) throws -> OSMExtract {
        try MadeFile(Array(xml.utf8)).read(profile: profile)
    }
}

/// A file that is removed with its value.
final class MadeFile {
    let path: String

    init(_ bytes: [UInt8], name: String = "extract.osm") throws {
        let folder = NSTemporaryDirectory() + "openstreetmap-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

    func read(profile: FootProfile = .default) throws -> OSMExtract {
        try OSMReader(profile: profile).read(path)
    }
}
