internal import COsmium
internal import Geometry

/// Takes what libosmium hands over; the one place where C meets Swift.
final class RawCollector {
    private let assembly: ExtractAssembly

    init(_ assembly: ExtractAssembly) { self.assembly = assembly }

    /// Reads the file; once only.
    ///
    /// - Parameter keys: Objects with none of them are passed over.
    func read(_ file: PlainFile, path: String, keys: [String]) throws(OSMReadError) -> OSMExtract {
        var counts = COsmiumCounts()
        var message = [CChar](repeating: 0, count: 400)
        let status = withCStrings(keys) { keys in
            var visitor = visitor(keys: keys)
            return COsmiumRead(file.absolutePath, &visitor, &counts, &message, message.count)
        }
        if let problem = OSMReadError.Problem(status) {
            let detail = String(
                decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw OSMReadError(problem: problem, path: path, detail: detail)
        }
        var extract = assembly.finish()
        extract.report.nodesInFile = Int(counts.nodes)
        extract.report.waysInFile = Int(counts.ways)
        extract.report.relationsInFile = Int(counts.relations)
        return extract
    }

    private func visitor(keys: UnsafeBufferPointer<UnsafePointer<CChar>?>) -> COsmiumVisitor {
        COsmiumVisitor(
            context: Unmanaged.passUnretained(self).toOpaque(), keys: keys.baseAddress, keyCount: keys.count,
            wantsNode: { RawCollector.at($0)?.assembly.wantsNode(OSMTags($1)) ?? false },
            wantsWay: { RawCollector.at($0)?.assembly.wantsWay(OSMTags($1)) ?? false },
            wantsRelation: { RawCollector.at($0)?.assembly.wantsWay(OSMTags($1)) ?? false },
            node: { RawCollector.at($0)?.take(node: $1, OSMTags($2)) },
            way: { RawCollector.at($0)?.take(way: $1, RawExtract.Chain($2, $3), OSMTags($4)) },
            area: {
                RawCollector.at($0)?.take(
                    area: $1, rings: UnsafeBufferPointer(start: $2, count: $3), OSMTags($4))
            },
            brokenArea: { context, id, fault, _ in RawCollector.at(context)?.take(broken: id, fault: fault) })
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> RawCollector? {
        context.map { Unmanaged<RawCollector>.fromOpaque($0).takeUnretainedValue() }
    }

    private func take(node: COsmiumNode, _ tags: OSMTags) {
        assembly.add(
            RawExtract.Node(
                id: node.id, position: Position(node.longitude, node.latitude), tags: tags,
                codes: TagCodes(tags)))
    }

    private func take(way id: Int64, _ chain: RawExtract.Chain, _ tags: OSMTags) {
        assembly.add(RawExtract.Way(id: id, chain: chain, tags: tags, codes: TagCodes(tags)))
    }

    private func take(area id: Int64, rings: UnsafeBufferPointer<COsmiumRing>, _ tags: OSMTags) {
        var parts: [RawExtract.Area.Part] = []
        for ring in rings {
            let chain = RawExtract.Chain(ring.first, ring.count)
            if ring.isOuter {
                parts.append(RawExtract.Area.Part(shell: chain))
            } else if !parts.isEmpty {
                parts[parts.count - 1].holes.append(chain)
            }
        }
        assembly.add(RawExtract.Area(relation: id, parts: parts, tags: tags, codes: TagCodes(tags)))
    }

    private func take(broken id: Int64, fault: COsmiumAreaFault) {
        let reason: OSMLeftOut.Reason =
            fault == COsmiumIncomplete ? .incompleteMultipolygon : .openMultipolygon
        assembly.add(RawExtract.BrokenArea(relation: id, reason: reason))
    }
}

extension OSMTags {
    fileprivate init(_ tags: COsmiumTags) {
        self.init(packed: UnsafeRawBufferPointer(start: tags.first, count: tags.size))
    }
}

extension RawExtract.Chain {
    fileprivate init(_ first: UnsafePointer<COsmiumNode>?, _ count: Int) {
        let list = UnsafeBufferPointer(start: first, count: count)
        nodes = list.map(\.id)
        numbers = list.map(\.number)
        positions = list.map { Position($0.longitude, $0.latitude) }
    }
}

extension OSMReadError.Problem {
    fileprivate init?(_ status: COsmiumStatus) {
        switch status {
        case COsmiumDone: return nil
        case COsmiumNotReadable: self = .notReadable
        case COsmiumNotOSM: self = .notOSM
        case COsmiumNoMemory: self = .tooLarge
        default: self = .damaged
        }
    }
}

/// Lends texts to C for the time of a call.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    let bytes = texts.map { $0.utf8CString }
    func lend(_ rest: ArraySlice<ContiguousArray<CChar>>, _ lent: [UnsafePointer<CChar>?]) -> Result {
        guard let next = rest.first else { return lent.withUnsafeBufferPointer(body) }
        return next.withUnsafeBufferPointer { lend(rest.dropFirst(), lent + [$0.baseAddress]) }
    }
    return lend(bytes[...], [])
}
