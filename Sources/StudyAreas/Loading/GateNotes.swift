import Geometry

/// Lets walks of gated blocks start at the gates that were derived, and says so.
struct GateNotes {
    let closed: ClosedWays

    func apply(to blocks: inout [ResidentialBlock], findings: inout [Finding]) {
        for place in blocks.indices where blocks[place].isGated == true {
            let gates = closed.gates[Int32(place)] ?? []
            if blocks[place].startKind == .origin, !gates.isEmpty {
                blocks[place].starts = gates
                blocks[place].startKind = .derivedGates
            }
            findings += notes(on: blocks[place], closedMetres: closed.metres[Int32(place)])
        }
    }

    private func notes(on block: ResidentialBlock, closedMetres: Double?) -> [Finding] {
        var notes: [Finding] = []
        func note(_ code: Finding.Code, _ arguments: [String]) {
            notes.append(
                Finding(
                    code, layer: "blocks", feature: block.id, arguments: arguments,
                    population: block.population))
        }
        switch block.startKind {
        case .entrances: break
        case .derivedGates: note(.gatesDerived, ["\(block.starts.count)"])
        case .origin: note(.noGateKnown, [])
        }
        if let closedMetres { note(.waysClosed, ["\(Int(closedMetres.rounded()))"]) }
        return notes
    }
}

/// What closing the ways inside gated blocks came to, by the block's place.
struct ClosedWays {
    /// Where ways cross the boundary, each place once, in the order of the ways.
    var gates: [Int32: [Position]] = [:]
    /// The length of the ways that are closed, in metres.
    var metres: [Int32: Double] = [:]

    mutating func add(_ gate: GatedCompounds.Gate) {
        if gates[gate.block, default: []].contains(gate.position) { return }
        gates[gate.block, default: []].append(gate.position)
    }

    mutating func add(_ length: Double, in block: Int32) { metres[block, default: 0] += length }
}
