import FileFixtures
import Foundation
import Geometry
import Testing

@testable import VectorFiles

/// Drawings: the layers of the draughtsman, not the one that GDAL makes of them all.
@Suite struct DrawingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ drawing: MadeDrawing, layer: String? = nil) throws -> FeatureTable {
        try FeatureReader.read(VectorSource(path: try folder.write("t.dxf", drawing.text), layer: layer))
    }

    private func problem(_ path: String, layer: String? = nil) -> VectorFileError? {
        do { _ = try FeatureReader.read(VectorSource(path: path, layer: layer)) } catch { return error }
        return nil
    }

    /// A path, a house and a note, each on a layer of its own.
    private var site: MadeDrawing {
        var drawing = MadeDrawing()
        drawing.line("PATH", [(0, 0), (10, 0), (10, 5)])
        drawing.line("HOUSE", [(0, 0), (4, 0), (4, 4), (0, 4)], isClosed: true)
        drawing.text("NOTE", "5F", x: 2, y: 2)
        return drawing
    }

    /// A line from the origin in a drawing whose header has this unit.
    private func drawn(in unit: Int?, declared: String? = nil) throws -> FeatureTable {
        var drawing = MadeDrawing(header: [("$ACADVER", 1, "AC1015")])
        if let unit { drawing.header.append(("$INSUNITS", 70, "\(unit)")) }
        drawing.line("PATH", [(0, 0), (2000, 500)])
        let path = try folder.write("u.dxf", drawing.text)
        return try FeatureReader.read(
            VectorSource(path: path, drawingUnit: declared.flatMap { DrawingUnit(named: $0) }))
    }

    @Test(
        "a drawing in another unit is scaled to metres, and that is told",
        arguments: [
            (4, "mm", 0.001), (5, "cm", 0.01), (7, "km", 1000), (2, "ft", 0.3048),
            (21, "us-ft", 1200.0 / 3937),
        ])
    func units(code: Int, name: String, metres: Double) throws {
        let table = try drawn(in: code)
        let end = Position(2000 * metres, 500 * metres)
        #expect(table.features[0].shape?.lines.first?.positions == [Position(0, 0), end])
        #expect(table.scale?.unit.name == name && table.scale?.isDeclared == false)
        #expect(table.scale?.width == end.x && table.scale?.height == end.y)
    }

    @Test(
        "metres, no unit, no word of one and units of atoms and stars are taken as metres",
        arguments: [6, 0, nil, 11, 20])
    func metres(code: Int?) throws {
        let table = try drawn(in: code)
        #expect(table.features[0].shape?.lines.first?.positions.last == Position(2000, 500))
        #expect(table.scale == nil)
    }

    @Test("what the user says of the unit goes before the header")
    func declaredUnit() throws {
        #expect(try drawn(in: 4, declared: "m").scale == nil)
        let scaled = try drawn(in: nil, declared: "mm")
        #expect(scaled.features[0].shape?.lines.first?.positions.last == Position(2, 0.5))
        #expect(scaled.scale?.isDeclared == true)
        #expect(DrawingUnit(named: "furlong") == nil)
    }

    @Test("a layer of the drawing is read by its name")
    func oneLayer() throws {
        let path = try read(site, layer: "PATH")
        #expect(path.driver == "DXF" && path.layer == "PATH" && path.reference == .none)
        #expect(path.features.count == 1)
        guard case .lineString(let line)? = path.features[0].shape else { return #expect(Bool(false)) }
        #expect(line.positions == [Position(0, 0), Position(10, 0), Position(10, 5)])
        let house = try read(site, layer: "HOUSE")
        guard case .lineString(let outline)? = house.features[0].shape else { return #expect(Bool(false)) }
        #expect(outline.positions.count == 5 && outline.positions.first == outline.positions.last)
        #expect(house.features[0].number == 2, "the place in the file")
    }

    @Test("several layers ask for one, an unknown one lists them, entities are all")
    func choice() throws {
        let path = try folder.write("t.dxf", site.text)
        #expect(try FeatureReader.layerNames(path) == ["PATH", "HOUSE", "NOTE"])
        #expect(
            problem(path)?.problem == .severalLayers(available: ["PATH", "HOUSE", "NOTE", "entities"]))
        #expect(
            problem(path, layer: "path")?.problem == .noSuchLayer(available: ["PATH", "HOUSE", "NOTE"]))
        #expect(try read(site, layer: "entities").features.count == 3)
        var alone = MadeDrawing()
        alone.line("0", [(0, 0), (1, 1)])
        #expect(try read(alone).layer == "0")
    }

    @Test("what a block holds stands where it is inserted, and piece by piece")
    func blocks() throws {
        var drawing = MadeDrawing()
        drawing.block("STEP", "0", end: (1, 2))
        drawing.insert("STEP", "PATH", x: 100, y: 200)
        drawing.insert("STEP", "PATH", x: 300, y: 200)
        let table = try read(drawing, layer: "PATH")
        let lines = table.features.compactMap { feature -> [Position]? in
            if case .lineString(let line)? = feature.shape { line.positions } else { nil }
        }
        #expect(
            lines == [[Position(100, 200), Position(101, 202)], [Position(300, 200), Position(301, 202)]])
        #expect(table.features.count == 4, "the texts are there too")
    }

    @Test("what lies on a sheet of paper comes without a shape, and names no layer")
    func paper() throws {
        var drawing = MadeDrawing()
        drawing.line("PATH", [(0, 0), (10, 0)])
        drawing.onPaper("FRAME", x: 5, y: 5)
        drawing.onPaper("PATH", x: 5, y: 5)
        let table = try read(drawing)
        #expect(table.layer == "PATH" && table.features.count == 2)
        #expect(table.features[1].defect == .unsupported(type: "PaperSpace"))
    }

    @Test("kinds that cannot be read are counted")
    func unread() throws {
        var drawing = MadeDrawing()
        drawing.line("PATH", [(0, 0), (10, 0)])
        for _ in 0..<3 { drawing.entity([(0, "ACAD_PROXY_ENTITY"), (8, "PATH"), (90, "1")]) }
        #expect(try read(drawing).notes == ["3 × ACAD_PROXY_ENTITY cannot be read and are left out"])
    }

    @Test(
        "texts are UTF-8, or what the header names, or GB 18030",
        arguments: [
            (0x4, "AC1021", "ANSI_936", "UTF-8"), (0x80000632, "AC1015", "ANSI_936", "GB18030"),
            (0x80000632, "AC1015", "", "GB18030"), (0x80000A03, "AC1015", "ANSI_950", "CP950"),
        ] as [(UInt, String, String, String)])
    func encodings(stored: UInt, version: String, page: String, expected: String) throws {
        let header = [("$ACADVER", 1, version), ("$DWGCODEPAGE", 3, page)]
        var drawing = MadeDrawing(header: page.isEmpty ? [header[0]] : header)
        drawing.text("道路中心", "小學西路", x: 1, y: 2)
        let data = try #require(drawing.text.data(using: String.Encoding(rawValue: stored)))
        let path = try folder.write("t.dxf", Array(data))
        let table = try FeatureReader.read(VectorSource(path: path, layer: "道路中心"))
        #expect(table.textEncoding == expected)
        let text = try #require(table.fieldIndex("Text"))
        #expect(table.features[0].values[text] == .text("小學西路"))
    }

    @Test("a drawing that breaks off is damaged, wherever it does")
    func brokenOff() throws {
        let lines = site.text.split(separator: "\n", omittingEmptySubsequences: false)
        for count in stride(from: 8, to: lines.count - 2, by: 3) {
            let path = try folder.write("t.dxf", lines[..<count].joined(separator: "\n"))
            #expect(problem(path, layer: "PATH")?.problem == .damaged, "\(count) lines")
        }
        let path = try folder.write("t.dxf", site.text.replacing("LWPOLYLINE\n100", with: "LWPOLYLINE\nwhat"))
        #expect(problem(path)?.place == "line 17")
    }

    @Test("binary drawings and drawings of AutoCAD's own format are named as such")
    func otherKinds() throws {
        let binary = try folder.write("b.dxf", "AutoCAD Binary DXF\r\n\u{1A}\0")
        #expect(problem(binary)?.problem == .unknownFormat)
        let own = try folder.write("a.dwg", "AC1015" + String(repeating: "\0", count: 200))
        #expect(problem(own)?.detail.contains("DXF") == true)
    }

    @Test(
        "blocks that unfold beyond all measure are refused before they do; a block within itself is no matter"
    )
    func unfolding() throws {
        func insert(_ block: String, columns: Int = 1) -> [(Int, String)] {
            [
                (0, "INSERT"), (8, "0"), (2, block), (10, "1"), (20, "1"), (70, "\(columns)"),
                (71, "\(columns)"),
            ]
        }
        var array = MadeDrawing()
        array.block("A", "0", end: (1, 1))
        array.entity(insert("A", columns: 30_000))
        #expect(problem(try folder.write("t.dxf", array.text))?.place == "blocks")
        var nested = MadeDrawing()
        nested.block("A0", "0", end: (1, 1))
        for level in 1...9 {
            nested.block(
                "A\(level)", "0", end: (1, 1), more: (0..<20).flatMap { _ in insert("A\(level - 1)") })
        }
        nested.insert("A9", "0", x: 0, y: 0)
        #expect(problem(try folder.write("t.dxf", nested.text))?.place == "blocks")
        var deep = MadeDrawing()
        for level in 0..<5000 { deep.block("A\(level)", "0", end: (1, 1), more: insert("A\(level + 1)")) }
        deep.insert("A0", "0", x: 0, y: 0)
        #expect(problem(try folder.write("t.dxf", deep.text))?.place == "blocks")
        var own = MadeDrawing()
        own.block("A", "0", end: (1, 1), more: insert("A"))
        own.line("PATH", [(0, 0), (1, 1)])
        own.insert("A", "PATH", x: 0, y: 0)
        #expect(try !read(own, layer: "PATH").features.isEmpty)
    }
}
