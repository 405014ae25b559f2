public import GapAnalysis
import PedestrianNetworks
import Standards
import StudyAreas
public import VectorFiles

extension ResultFolder {
    /// Writes everything `audit network` has to say.
    ///
    /// - Parameter progress: Called with the share of the files done.
    /// - Throws: `VectorFileError` when something cannot be written; nothing is left behind then.
    public func write(_ audit: NetworkAudit, manifest: JSONValue, progress: (Double) -> Void) throws {
        let (layers, outward) = (NetworkLayers(audit: audit), try OutwardMove(from: audit.area.plane))
        let mark = audit.standard.layerMark
        try write(
            [layers.units, layers.offending].map { table in
                { try outward.write(table, mark: mark, to: $0) }
            } + [FindingsTable(audit.findings).write, audit.json.write, manifest.write],
            NetworkResults(audit: audit).content, progress: progress)
    }
}

/// A network audit for QGIS and Excel.
struct NetworkResults {
    let audit: NetworkAudit

    var content: StyledResults {
        let (layers, styles) = (NetworkLayers(audit: audit), NetworkStyles())
        let units = styles.units(layers.units, by: audit.standard.network)
        let offending = StyledLayer(layers.offending, styles.offending(layers.offending))
        let ground = GroundLayers(area: audit.area)
        let pieces = ComponentTable(audit.area.network).table
        let data = [
            layers.units, figures, layers.offending, pieces, FindingsTable(audit.findings).table,
        ]
        return StyledResults(
            layers: [offending, StyledLayer(ground.network, GroundStyles.style(of: ground.network)), units]
                .filter { $0.table.count > 0 },
            sidecars: [units, offending], sheets: [about(data)] + data, plane: audit.area.plane,
            isDraft: audit.standard.draft)
    }

    private func about(_ tables: [ResultTable]) -> ResultTable {
        AboutTable(
            area: audit.area, lines: [.standard(audit.standard), .version(audit.standard)], tables: tables
        ).table
    }

    /// A row for each figure asked for in each zone.
    private var figures: ResultTable {
        let judged = (audit.units + audit.stationBands).flatMap { zone in
            zone.judgements.map { (zone.zone, $0) }
        }
        let columns = [
            "id", "name", "zone", "requirement", "title", "title_en", "value", "minimum", "maximum",
            "verdict", "verdict_zh", "reason", "reason_zh", "source",
        ]
        return ResultTable(.figures, columns, count: judged.count) { place in
            let (zone, judgement) = judged[place]
            return [
                ("id", .string(zone.id)), ("name", JSONValue(zone.name)), ("zone", .string(zone.kind.label)),
            ] + properties(of: judgement)
        }
    }

    private func properties(of judgement: NetworkJudgement) -> [(String, JSONValue)] {
        let requirement = judgement.requirement
        return [
            ("requirement", .string(requirement.id)), ("title", .string(requirement.title)),
            ("title_en", .string(requirement.titleEn)),
            ("value", judgement.value.map { .decimal($0, places: requirement.figure.form.places) } ?? .null),
            ("minimum", requirement.figure.minimum.map(Rounding.amount) ?? .null),
            ("maximum", requirement.figure.maximum.map(Rounding.amount) ?? .null),
            ("verdict", .string(judgement.verdict.rawValue)),
            ("verdict_zh", .string(judgement.verdict.wording.zh)),
            ("reason", JSONValue(judgement.reason?.rawValue)),
            ("reason_zh", JSONValue(judgement.reason?.wording.zh)),
            ("source", .string(requirement.citation.place)),
        ]
    }
}

/// The connected pieces of a network, the longest first, with who starts on them where that is known.
struct ComponentTable {
    private let network: PedestrianNetwork
    private let residents: [ComponentResidents]

    init(_ network: PedestrianNetwork, residents: [ComponentResidents] = []) {
        (self.network, self.residents) = (network, residents)
    }

    var table: ResultTable {
        let (pieces, whole) = (network.components, network.length.metres)
        let people = residents.isEmpty ? [] : ["blocks", "population"]
        return ResultTable(
            .components, ["component", "way_km", "share", "nodes", "edges"] + people, count: pieces.count
        ) { place in
            let piece = pieces[place]
            let properties: [(String, JSONValue)] = [
                ("component", .integer(place + 1)), ("way_km", piece.length.kilometres),
                ("share", whole > 0 ? Rounding.share(piece.length.metres / whole) : .null),
                ("nodes", .integer(piece.nodes)), ("edges", .integer(piece.edges)),
            ]
            guard !residents.isEmpty else { return properties }
            return properties + [
                ("blocks", .integer(residents[place].blocks)),
                ("population", Rounding.amount(residents[place].population)),
            ]
        }
    }
}
