import Foundation
import Geometry

/// Writes a made extract as PBF, by the format's description.
struct PBFEncoder {
    let extract: MadeExtract
    /// Whether nodes are written as columns of differences, as nearly all programs do.
    var isDense = false
    /// Whether relations stand before ways and those before nodes.
    var isReversed = false
    /// How many objects a blob holds; all of one kind when nil.
    var objectsInBlob: Int?
    /// Whether all objects lie in one blob.
    var isOneBlob = false
    /// Whether blobs are in zlib's wrapping.
    var isPacked = false

    var bytes: [UInt8] {
        let header = field(4, text: "OsmSchema-V0.6")
        var table = StringTable()
        let kinds = [nodes(&table), ways(&table), relations(&table)]
        let groups = (isReversed ? kinds.reversed() : kinds).flatMap(blobs)
        let strings = table.strings.flatMap { field(1, bytes: Array($0.utf8)) }
        let blobs = isOneBlob ? [groups] : groups.map { [$0] }
        return blob("OSMHeader", header)
            + blobs.flatMap { groups in
                blob("OSMData", field(1, bytes: strings) + groups.flatMap { field(2, bytes: $0) })
            }
    }

    private func blobs(_ objects: [[UInt8]]) -> [[UInt8]] {
        guard let objectsInBlob else { return [objects.flatMap { $0 }] }
        return stride(from: 0, to: objects.count, by: objectsInBlob).map {
            objects[$0..<min($0 + objectsInBlob, objects.count)].flatMap { $0 }
        }
    }

    private struct StringTable {
        var strings = [""]

        mutating func place(_ text: String) -> UInt64 {
            if let place = strings.firstIndex(of: text) { return UInt64(place) }
            strings.append(text)
            return UInt64(strings.count - 1)
        }
    }

    private func tags(_ tags: [String: String], _ table: inout StringTable) -> [UInt8] {
        let sorted = tags.sorted { $0.key < $1.key }
        let keys = sorted.flatMap { varint(table.place($0.key)) }
        let values = sorted.flatMap { varint(table.place($0.value)) }
        return field(2, bytes: keys) + field(3, bytes: values)
    }

    /// In units of a hundred nanodegrees, the format's usual granularity.
    private func units(_ degrees: Double) -> Int64 { Int64((degrees * 1e7).rounded()) }

    /// A column of differences.
    private func column(_ values: [Int64]) -> [UInt8] {
        zip(values, [0] + values).flatMap { varint(zigzag($0 - $1)) }
    }

    private func denseNodes(_ table: inout StringTable) -> [[UInt8]] {
        let step = objectsInBlob ?? max(extract.nodes.count, 1)
        return stride(from: 0, to: extract.nodes.count, by: step).map { first -> [UInt8] in
            let nodes = extract.nodes[first..<min(first + step, extract.nodes.count)]
            var tags: [UInt8] = []
            for node in nodes {
                for tag in node.tags.sorted(by: { $0.key < $1.key }) {
                    tags += varint(table.place(tag.key)) + varint(table.place(tag.value))
                }
                tags.append(0)
            }
            return field(
                2,
                bytes: field(1, bytes: column(nodes.map(\.id))) + field(10, bytes: tags)
                    + field(8, bytes: column(nodes.map { units($0.position.y) }))
                    + field(9, bytes: column(nodes.map { units($0.position.x) })))
        }
    }

    private func nodes(_ table: inout StringTable) -> [[UInt8]] {
        if isDense { return denseNodes(&table) }
        return extract.nodes.map { node -> [UInt8] in
            let (x, y) = (units(node.position.x), units(node.position.y))
            return field(
                1,
                bytes: field(1, signed: node.id) + tags(node.tags, &table) + field(8, signed: y)
                    + field(9, signed: x))
        }
    }

    private func ways(_ table: inout StringTable) -> [[UInt8]] {
        extract.ways.map { way -> [UInt8] in
            return field(
                3,
                bytes: field(1, number: UInt64(bitPattern: way.id)) + tags(way.tags, &table)
                    + field(8, bytes: column(way.nodes)))
        }
    }

    private func relations(_ table: inout StringTable) -> [[UInt8]] {
        extract.relations.map { relation -> [UInt8] in
            let ids = relation.members.map(\.0)
            return field(
                4,
                bytes: field(1, number: UInt64(bitPattern: relation.id)) + tags(relation.tags, &table)
                    + field(8, bytes: relation.members.flatMap { varint(table.place($0.1)) })
                    + field(9, bytes: column(ids))
                    + field(10, bytes: ids.flatMap { _ in varint(1) }))
        }
    }

    private func blob(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let packed = field(2, number: UInt64(content.count)) + field(3, bytes: storedZlib(content))
        let blob = isPacked ? packed : field(1, bytes: content)
        let header = field(1, text: type) + field(3, number: UInt64(blob.count))
        let length = withUnsafeBytes(of: UInt32(header.count).bigEndian) { Array($0) }
        return length + header + blob
    }

    private func field(_ number: UInt64, bytes: [UInt8]) -> [UInt8] {
        varint(number << 3 | 2) + varint(UInt64(bytes.count)) + bytes
    }

    private func field(_ number: UInt64, text: String) -> [UInt8] { field(number, bytes: Array(text.utf8)) }
    private func field(_ number: UInt64, number value: UInt64) -> [UInt8] {
        varint(number << 3) + varint(value)
    }
    private func field(_ number: UInt64, signed value: Int64) -> [UInt8] {
        field(number, number: zigzag(value))
    }
    private func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }

    private func varint(_ value: UInt64) -> [UInt8] {
        var (rest, bytes) = (value, [UInt8]())
        while rest > 127 {
            bytes.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
