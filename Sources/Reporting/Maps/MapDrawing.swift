import GapAnalysis
import Geometry
import Standards
import StudyAreas

/// A requirement that a folder of results does not have.
public struct UnknownRequirement: Error, Sendable {
    /// What was asked for.
    public let id: String
    /// What there is.
    public let known: [String]
}

/// A map of a folder of results as one SVG text: blocks by verdict or by number of gaps, facilities, network, units,
/// with title, legend and scale.
public struct MapDrawing {
    private let content: ResultContent
    private let layers: SourceLayers
    private let requirement: Int?
    private let language: Language

    /// A map of `requirement`, or of the number of gaps when it is nil.
    ///
    /// - Throws: `VectorFileError` when a result file is missing, damaged, or does not fit the others;
    ///   `UnknownRequirement` when the results have no such requirement.
    public init(folder: String, requirement id: String?, language: Language) throws {
        content = try ResultContent(folder: folder)
        self.language = language
        let known = content.summary.requirements.map(\.requirement_id)
        requirement = id.flatMap { known.firstIndex(of: $0) }
        if let id, requirement == nil { throw UnknownRequirement(id: id, known: known) }
        layers = SourceLayers(content.manifest, crs: content.summary.crs)
    }

    /// Role and path of each input that could not be drawn.
    public var omissions: [(role: String, path: String)] { layers.omissions.map { ($0.role, $0.path) } }

    /// The drawing, on a sheet of A4 in landscape.
    public var svg: String {
        let shapes = content.blocks.shapes + content.facilities.shapes
        let frame = MapFrame(DisplayGrid(around: shapes, isLocal: content.summary.crs == "local"), shapes)
        let edge = language.pick(en: "uncertain: edge of the data", zh: "结论存疑：近数据边缘")
        let legend = MapLegend(
            entries: classes.map { ($0.colour, "\($0.name) (\($0.blocks.count))") },
            dashed: "\(edge) (\(uncertain.count))")
        return MapSheet.open + MapSheet.title(title, place: content.summary.name)
            + MapSheet.clipped(plan(frame)) + legend.text + MapSheet.scale(frame) + "</svg>\n"
    }

    private var title: String {
        guard let requirement else {
            return language.pick(en: "Number of gaps by block", zh: "各街坊服务盲区项数")
        }
        let asked = content.summary.requirements[requirement]
        let kind = FacilityKindCatalogue.bundled.kind(id: asked.kind)
        return language.pick(en: kind?.titleEn ?? asked.title, zh: kind?.title ?? asked.title)
    }

    // MARK: Layers

    private func plan(_ frame: MapFrame) -> String {
        var text = frame.path(layers.units, style: "fill:\(MapPalette.unitFill);stroke:none")
        let water = "stroke:\(MapPalette.barrier);stroke-width:0.3"
        text += frame.path(
            layers.barriers.filter(isSurface),
            style: "fill:\(MapPalette.barrierFill);fill-rule:evenodd;\(water)")
        text += frame.path(layers.barriers.filter { !isSurface($0) }, style: "fill:none;\(water)")
        for one in classes {
            let shapes = one.blocks.map { content.blocks.shapes[$0] }
            text += frame.path(
                shapes,
                style: "fill:\(one.colour);fill-rule:evenodd;stroke:\(MapPalette.blockLine);stroke-width:0.15"
            )
        }
        text += frame.path(layers.network, style: "fill:none;stroke:\(MapPalette.network);stroke-width:0.15")
        text += frame.path(
            layers.units,
            style: "fill:none;stroke:\(MapPalette.unit);stroke-width:0.4;stroke-dasharray:2 1 0.5 1")
        let doubtful = uncertain.map { content.blocks.shapes[$0] }
        text += frame.path(doubtful, style: "fill:none;\(MapPalette.uncertain)")
        for one in classes {
            text += frame.dots(
                one.blocks.map { content.blocks.shapes[$0] }.filter(isPoints), radius: 1.2, fill: one.colour,
                stroke: "#333")
        }
        return text + frame.rings(doubtful.filter(isPoints), radius: 1.8, style: MapPalette.uncertain)
            + facilities(frame)
    }

    /// The blocks with a verdict that data from beyond the edge could better.
    private var uncertain: [Int] {
        let rows = requirement.map { [content.access.requirements[$0]] } ?? content.access.requirements
        return content.blockIDs.indices.filter { block in rows.contains { $0.isUncertain(block) } }
    }

    private func isSurface(_ shape: Shape?) -> Bool {
        switch shape {
        case .polygon, .multiPolygon: true
        default: false
        }
    }

    private func isPoints(_ shape: Shape?) -> Bool {
        switch shape {
        case .point, .multiPoint: true
        default: false
        }
    }

    private func facilities(_ frame: MapFrame) -> String {
        let kinds = Set(
            (requirement.map { [content.summary.requirements[$0]] } ?? content.summary.requirements)
                .map(\.kind))
        let (kind, size) = (content.facilities.texts("kind"), content.facilities.texts("size"))
        let shown = content.facilities.shapes.indices.filter { kind[$0].map(kinds.contains) ?? false }
        func shapes(_ small: Bool) -> [Shape?] {
            shown.filter { (size[$0] == "undersized") == small }.map { content.facilities.shapes[$0] }
        }
        return frame.dots(
            shapes(true), radius: 0.9, fill: MapPalette.facilityUndersized, stroke: MapPalette.facility)
            + frame.dots(shapes(false), radius: 0.9, fill: MapPalette.facility, stroke: "#fff")
    }

    // MARK: Classes

    private struct BlockClass {
        let name, colour: String
        var blocks: [Int] = []
    }

    private var classes: [BlockClass] { requirement.map(verdictClasses) ?? gapClasses }

    private func verdictClasses(_ requirement: Int) -> [BlockClass] {
        var classes = Verdict.allCases.map {
            BlockClass(name: $0.wording.text(language), colour: MapPalette.colour(of: $0))
        }
        for block in content.blockIDs.indices {
            classes[Int(content.access.requirements[requirement].verdict[block] & 7)].blocks.append(block)
        }
        return classes
    }

    private var gapClasses: [BlockClass] {
        var classes = GapClass.allCases.map {
            BlockClass(name: $0.wording.text(language), colour: $0.colour)
        }
        classes.append(
            BlockClass(
                name: Verdict.notAssessable.wording.text(language), colour: MapPalette.notAssessable))
        for block in content.blockIDs.indices {
            let verdicts = content.access.requirements.map { $0.verdict(ofBlock: block) }
            let gaps = verdicts.count { $0 == .gap }
            let isUnknown = !verdicts.contains { $0.isAssessed }
            classes[isUnknown ? GapClass.allCases.count : GapClass(gaps).rawValue].blocks.append(block)
        }
        return classes
    }
}
