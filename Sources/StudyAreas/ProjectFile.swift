import Foundation
import Projections
public import Standards
public import StrictYAML
import VectorFiles

/// A project file: which files make up a study area, which standard judges it, and where results go.
///
/// Paths are relative to the folder of the file. Unknown keys are refused with line and column.
public struct ProjectFile: Sendable {
    /// The layers and how to take them.
    public var input: StudyAreaInput
    /// A bundled standard's id, or a path; nil for the default.
    public var standard: String?
    /// Figures of the standard that the project sets otherwise; nil for none.
    public var overrides: StandardOverrides?
    /// The folder results go to; nil for the default.
    public var output: String?

    /// Reads the project file at `path`.
    ///
    /// - Throws: `VectorFileError` when it cannot be read, `YAMLError` when it says something it may not.
    public init(contentsOf path: String) throws {
        try self.init(text: try TextFile.contents(of: path), file: path)
    }

    /// Decodes the text of a project file that lies at `file`.
    public init(text: String, file: String) throws(YAMLError) {
        let top = try YAMLNode(parsing: text, file: file).mapping(keys: [
            "name", "standard", "crs", "blocks", "entrances", "facilities", "network", "barriers", "units",
            "boundary", "surveyed", "output", "overrides",
        ])
        let layers = LayerDecoder(projectFile: file)
        var input = StudyAreaInput()
        input.name = try top.optional("name")?.string()
        if let crs = try top.optional("crs")?.string() { input.plane = PlaneChoice(option: crs) }
        input.blocks = try layers.layer(
            top.optional("blocks"), [.id, .name, .population, .households, .age, .gated, .siteArea])
        input.entrances = try layers.layer(top.optional("entrances"), [.id, .of])
        for node in try top.optional("facilities")?.sequence() ?? [] {
            let roles: [FieldRole] = [
                .id, .name, .kind, .code, .floorArea, .siteArea, .classes, .places,
            ]
            input.facilities += [try layers.layer(node, roles, keys: ["classify"])].compactMap { $0 }
        }
        input.network = try layers.layer(top.optional("network"), [.access])
        input.barriers = try layers.layer(top.optional("barriers"), [])
        input.units = try layers.layer(top.optional("units"), [.id, .name])
        input.boundary = try layers.layer(top.optional("boundary"), [])
        if let surveyed = top.optional("surveyed") { input.surveyed = try Self.surveyed(surveyed) }
        self.input = input
        if let written = try top.optional("standard")?.string() {
            let isPath = written.contains("/") || written.hasSuffix(".yaml") || written.hasSuffix(".yml")
            standard = isPath ? layers.path(written) : written
        }
        overrides = try top.optional("overrides").map { node throws(YAMLError) in
            try StandardOverrides(node)
        }
        if let written = try top.optional("output")?.string() { output = layers.path(written) }
    }

    private static func surveyed(_ node: YAMLNode) throws(YAMLError) -> Surveyed {
        if node.isScalar {
            _ = try node.oneOf(["all"])
            return .all
        }
        var kinds: Set<String> = []
        for entry in try node.sequence() {
            let written = try entry.string()
            guard let kind = FacilityKindCatalogue.bundled.kind(named: written) else {
                throw entry.failure(
                    .notAllowed(
                        written, allowed: FacilityKindCatalogue.bundled.suggestions(for: written)))
            }
            kinds.insert(kind.id)
        }
        return .kinds(kinds)
    }
}

/// Decodes the mapping that describes one layer.
private struct LayerDecoder {
    /// The folder of the project file as it was given, so that results do not depend on where it lies; empty
    /// for the working directory.
    private let folder: String

    init(projectFile: String) {
        folder = projectFile.lastIndex(of: "/").map { String(projectFile[...$0]) } ?? ""
    }

    func path(_ written: String) -> String {
        written.hasPrefix("/") || written.hasPrefix("PG:") ? written : folder + written
    }

    /// - Parameter keys: What this layer may say besides its source, its datum and its columns.
    func layer(
        _ node: YAMLNode?, _ roles: [FieldRole], keys: [String] = []
    ) throws(YAMLError) -> LayerInput? {
        guard let node else { return nil }
        return try decoded(node, roles, keys)
    }

    private func decoded(
        _ node: YAMLNode, _ roles: [FieldRole], _ keys: [String]
    ) throws(YAMLError) -> LayerInput {
        let mapping = try node.mapping(
            keys: ["source", "layer", "x", "y", "datum", "drawing_unit"] + keys + roles.map(\.rawValue))
        let classify = keys.contains("classify") ? mapping.optional("classify") : nil
        var columns: [FieldRole: String] = [:]
        for role in roles {
            if let column = try mapping.optional(role.rawValue)?.string() { columns[role] = column }
        }
        return LayerInput(
            VectorSource(
                path: path(try mapping.required("source").string()),
                layer: try mapping.optional("layer")?.string(),
                xField: try mapping.optional("x")?.string(), yField: try mapping.optional("y")?.string(),
                drawingUnit: try mapping.optional("drawing_unit").map(drawingUnit)),
            columns: columns, datum: try mapping.optional("datum").map(word),
            kinds: try classify.map(word) ?? .column)
    }

    private func drawingUnit(_ node: YAMLNode) throws(YAMLError) -> DrawingUnit {
        let text = try node.oneOf(DrawingUnit.names)
        guard let unit = DrawingUnit(named: text) else {
            throw node.failure(.notAllowed(text, allowed: DrawingUnit.names))
        }
        return unit
    }

    /// A case of an enumeration by its raw value.
    private func word<Word: RawRepresentable & CaseIterable>(
        _ node: YAMLNode
    ) throws(YAMLError) -> Word where Word.RawValue == String {
        let allowed = Word.allCases.map(\.rawValue)
        let text = try node.oneOf(allowed)
        guard let word = Word(rawValue: text) else { throw node.failure(.notAllowed(text, allowed: allowed)) }
        return word
    }
}
