import Foundation
import Testing

@testable import Reporting

/// Colours of the page stand apart as far as WCAG 2.1 asks at level AA; a browser checks what is drawn as well.
@Suite struct ContrastTests {
    /// Red, green and blue of `#rgb` or `#rrggbb`, 0…1.
    private func channels(_ colour: String) throws -> [Double] {
        let digits = Array(colour.dropFirst())
        let pairs =
            digits.count == 3
            ? digits.map { "\($0)\($0)" }
            : stride(from: 0, to: 6, by: 2).map {
                "\(digits[$0])\(digits[$0 + 1])"
            }
        return try pairs.map { Double(try #require(Int($0, radix: 16))) / 255 }
    }

    private func luminance(_ colour: String) throws -> Double {
        let linear = try channels(colour).map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private func ratio(_ a: String, _ b: String) throws -> Double {
        let (x, y) = (try luminance(a), try luminance(b))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    /// A colour that the sheet names.
    private func named(_ name: String) throws -> String {
        let pattern = try Regex("--\(name): (#[0-9a-f]+)", as: (Substring, Substring).self)
        return String(try #require(ReportSources.sheet.firstMatch(of: pattern)).output.1)
    }

    @Test func theMeasureIsThatOfTheGuidelines() throws {
        #expect(abs(try ratio("#000000", "#ffffff") - 21) < 1e-9)
        #expect(abs(try ratio("#777", "#fff") - 4.478) < 0.001)
    }

    @Test(arguments: ["ink", "soft", "accent"], ["paper", "wash", "chosen"])
    func textStandsApart(_ ink: String, _ behind: String) throws {
        #expect(try ratio(named(ink), named(behind)) >= 4.5)
    }

    @Test func textOnColouredGroundStandsApart() throws {
        // The hover on the map, pressed buttons, the message of a failure, names on the map.
        for (ink, behind) in [
            (try named("ink"), "#ffffff"), (try named("accent"), "#ffffff"), ("#7a0c0c", "#fde8e8"),
            ("#3e2723", "#ffffff"),
        ] {
            #expect(try ratio(ink, behind) >= 4.5, "\(ink) on \(behind)")
            #expect(ReportSources.sheet.contains(ink))
        }
    }

    @Test func whatHasTheFocusShowsIt() throws {
        for behind in ["paper", "wash", "chosen"] {
            #expect(try ratio(named("focus"), named(behind)) >= 3, "\(behind)")
        }
    }

    /// Fills are pale as well as dark: what bounds them has to stand apart from the ground, and marks from each other.
    @Test func outlinesOnTheMapStandApart() throws {
        for line in [
            MapPalette.blockLine, MapPalette.unit, MapPalette.facility, "#4a0072", "#00695c", "#0b5394",
        ] {
            #expect(try ratio(line, MapPalette.unitFill) >= 3, "\(line)")
        }
    }
}
