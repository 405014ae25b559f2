import Foundation
import Geometry

/// Where the plan lies on the sheet: millimetres of paper for positions of the ground.
struct MapFrame {
    private let grid: DisplayGrid
    private let origin: Position
    /// Millimetres of paper for a metre of the ground.
    let scale: Double

    /// A frame that holds all of `shapes`.
    init(_ grid: DisplayGrid, _ shapes: [Shape?]) {
        self.grid = grid
        var box = Box.empty
        for shape in shapes {
            shape?.forEachRun { run in
                for position in run { box.extend(to: grid.metres(grid.step(position))) }
            }
        }
        if box.isEmpty { box = Box(Position(0, 0), Position(1, 1)) }
        let (width, height) = (max(box.maxX - box.minX, 50), max(box.maxY - box.minY, 50))
        scale = min(MapSheet.width / width, MapSheet.height / height) * 0.95
        let (middle, sheet) = (box.centre, MapSheet.middle)
        origin = Position(sheet.x - middle.x * scale, sheet.y + middle.y * scale)
    }

    /// Hundredths of a millimetre are as fine as a printer gets.
    private func text(_ position: Position) -> String {
        let placed = grid.metres(grid.step(position))
        let (x, y) = (origin.x + placed.x * scale, origin.y - placed.y * scale)
        return MapSheet.number(x) + " " + MapSheet.number(y)
    }

    /// Lines and surfaces as one path; points are left to `dots`.
    func path(_ shapes: [Shape?], style: String) -> String {
        var data = ""
        for shape in shapes {
            switch shape {
            case nil, .point, .multiPoint: continue
            case .lineString, .multiLineString: shape?.forEachRun { data += run($0) }
            case .polygon, .multiPolygon: shape?.forEachRun { data += run($0) + "Z" }
            }
        }
        return data.isEmpty ? "" : "<path style=\"\(style)\" d=\"\(data)\"/>\n"
    }

    private func run(_ run: [Position]) -> String {
        let kept = LineThinning.thin(
            run.map { grid.metres(grid.step($0)) }, tolerance: 0.05 / scale, least: 2)
        return "M" + kept.map { text(run[$0]) }.joined(separator: "L")
    }

    /// The middles of shapes as dots.
    func dots(_ shapes: [Shape?], radius: Double, fill: String, stroke: String) -> String {
        shapes.compactMap { $0 }.map { shape in
            let place = text(shape.box.centre).split(separator: " ")
            return "<circle cx=\"\(place[0])\" cy=\"\(place[1])\" r=\"\(radius)\" fill=\"\(fill)\" "
                + "stroke=\"\(stroke)\" stroke-width=\"0.3\"/>\n"
        }.joined()
    }

    /// Rings around the middles of shapes.
    func rings(_ shapes: [Shape?], radius: Double, style: String) -> String {
        shapes.compactMap { $0 }.map { shape in
            let place = text(shape.box.centre).split(separator: " ")
            return "<circle cx=\"\(place[0])\" cy=\"\(place[1])\" r=\"\(radius)\" "
                + "style=\"fill:none;\(style)\"/>\n"
        }.joined()
    }
}

/// The sheet: A4 in landscape, millimetres as units.
enum MapSheet {
    /// Of the plan.
    static let width = 277.0, height = 160.0
    static let middle = Position(148.5, 104)
    /// How high the sheet is for its width.
    static let aspect = 210.0 / 297

    static let open = """
        <svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 297 210" \
        font-family="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif">
        <rect width="297" height="210" fill="#fff"/>

        """

    static func title(_ title: String, place: String?) -> String {
        "<text x=\"10\" y=\"12\" font-size=\"6\">\(escaped(title))</text>\n"
            + "<text x=\"10\" y=\"19\" font-size=\"3.5\" fill=\"#444\">\(escaped(place ?? ""))</text>\n"
    }

    static func clipped(_ plan: String) -> String {
        "<clipPath id=\"frame\"><rect x=\"10\" y=\"24\" width=\"277\" height=\"160\"/></clipPath>\n"
            + "<g clip-path=\"url(#frame)\">\n" + plan + "</g>\n"
            + "<rect x=\"10\" y=\"24\" width=\"277\" height=\"160\" fill=\"none\" stroke=\"#333\" stroke-width=\"0.3\"/>\n"
    }

    /// A bar of a round length, at most 60 mm long.
    static func scale(_ frame: MapFrame) -> String {
        let most = 60 / frame.scale
        let power = pow(10, floor(log10(most)))
        let metres = [5, 2, 1].map { $0 * power }.first { $0 <= most } ?? power
        let length = number(metres * frame.scale)
        let label = metres >= 1000 ? "\(number(metres / 1000)) km" : "\(number(metres)) m"
        return """
            <path d="M225 199h\(length)" stroke="#111" stroke-width="0.8"/>
            <text x="225" y="197" font-size="3.2">\(label)</text>
            <text x="219" y="200" font-size="4" text-anchor="middle">N ↑</text>

            """
    }

    /// At most two decimals, none that say nothing.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
    }

    /// Text that no XML parser takes for anything else; what XML cannot hold becomes a replacement character.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars.prefix(120) {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// Squares of colour with what they mean, along the foot of the sheet.
struct MapLegend {
    let entries: [(colour: String, name: String)]
    /// What the dashed outline means.
    let dashed: String

    var text: String {
        entries.enumerated().map { place, entry in
            row(place, style: "fill:\(entry.colour);stroke:#333;stroke-width:0.2", entry.name)
        }.joined() + row(entries.count, style: "fill:none;\(MapPalette.uncertain)", dashed)
    }

    private func row(_ place: Int, style: String, _ name: String) -> String {
        let (x, y) = (10 + place % 3 * 66, 189 + place / 3 * 7)
        return "<rect x=\"\(x)\" y=\"\(y)\" width=\"6\" height=\"4\" style=\"\(style)\"/>"
            + "<text x=\"\(x + 8)\" y=\"\(Double(y) + 3.3)\" font-size=\"3.4\">"
            + MapSheet.escaped(name) + "</text>\n"
    }
}
