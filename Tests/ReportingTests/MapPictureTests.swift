import FileFixtures
import Foundation
import Testing
import VectorFiles

@testable import Reporting

/// Pictures of drawings.
@Suite struct MapPictureTests {
    private func picture(_ svg: String, width: Int) throws -> Data {
        let folder = try TemporaryFolder()
        let set = OutputSet()
        let file = try set.stage(folder.file("a.png"))
        try MapPicture(svg: svg, width: width).write(to: file, path: "a.png")
        try set.commit()
        return try Data(contentsOf: URL(fileURLWithPath: folder.file("a.png")))
    }

    private func number(_ data: Data, _ place: Int) -> Int {
        data[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    @Test(arguments: [100, 297, 2400])
    func isAsWideAsAsked(_ width: Int) throws {
        let png = try picture(MapSheet.open + "</svg>", width: width)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(number(png, 16) == width)
        #expect(number(png, 20) == Int((Double(width) * 210 / 297).rounded()))
    }

    /// What is drawn makes a difference, and Chinese letters do where there is a font for them.
    @Test func drawsShapesAndLetters() throws {
        func sheet(_ content: String) throws -> Data {
            try picture(MapSheet.open + content + "</svg>", width: 600)
        }
        let empty = try sheet("")
        #expect(try sheet("") == empty)
        #expect(try sheet("<rect width=\"100\" height=\"100\" fill=\"#a50f15\"/>") != empty)
        if MapPicture.hasChineseFont {
            let one = try sheet(MapSheet.title("幼儿园", place: nil))
            #expect(try one != empty && one != sheet(MapSheet.title("养老院", place: nil)))
        }
    }

    @Test func hostileTitlesAreTexts() throws {
        for title in ["</text><script>", "&", "\u{202E}\u{0}", String(repeating: "长", count: 10_000)] {
            #expect(
                try !picture(MapSheet.open + MapSheet.title(title, place: title) + "</svg>", width: 200)
                    .isEmpty)
        }
    }

    @Test func whatIsNoDrawingIsAnError() {
        #expect(throws: VectorFileError.self) { try picture("<svg", width: 200) }
    }
}
