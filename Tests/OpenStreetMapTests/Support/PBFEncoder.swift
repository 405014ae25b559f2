import Foundation
import Geometry

/// Writes a made extract as PBF without compression, one blob a kind of object, by the format's description.
struct PBFEncoder {
    let extract: MadeExtract

    var bytes: [UInt8] {
        let header = field(4, text: "OsmSchema-V0.6")
        var table = StringTable()
        let groups = [nodes(&table), ways(&table), relations(&table)]
        let strings = table.strings.flatMap { field(1, bytes: Array($0.utf8)) }
        return blob("OSMHeader", header)
            + groups.flatMap { blob("OSMData", field(1, bytes: strings) + field(2, bytes: $0)) }
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

    private func nodes(_ table: inout StringTable) -> [UInt8] {
        extract.nodes.flatMap { node -> [UInt8] in
            // Units of a hundred nanodegrees, the format's usual granularity.
            let (x, y) = ((node.position.x * 1e7).rounded(), (node.position.y * 1e7).rounded())
            return field(
                1,
                bytes: field(1, signed: node.id) + tags(node.tags, &table) + field(8, signed: Int64(y))
                    + field(9, signed: Int64(x)))
        }
    }

    private func ways(_ table: inout StringTable) -> [UInt8] {
        extract.ways.flatMap { way -> [UInt8] in
            let references = zip(way.nodes, [0] + way.nodes).flatMap { varint(zigzag($0 - $1)) }
            return field(
                3,
                bytes: field(1, number: UInt64(bitPattern: way.id)) + tags(way.tags, &table)
                    + field(8, bytes: references))
        }
    }

    private func relations(_ table: inout StringTable) -> [UInt8] {
        extract.relations.flatMap { relation -> [UInt8] in
            let ids = relation.members.map(\.0)
            return field(
                4,
                bytes: field(1, number: UInt64(bitPattern: relation.id)) + tags(relation.tags, &table)
                    + field(8, bytes: relation.members.flatMap { varint(table.place($0.1)) })
                    + field(9, bytes: zip(ids, [0] + ids).flatMap { varint(zigzag($0 - $1)) })
                    + field(10, bytes: ids.flatMap { _ in varint(1) }))
        }
    }

    private func blob(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let blob = field(1, bytes: content)
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
