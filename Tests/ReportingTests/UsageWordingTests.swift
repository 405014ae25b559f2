import Foundation
import Testing

@testable import Reporting

/// What a command line is refused with is said in the language of the reader.
@Suite struct UsageWordingTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Every refusal in the sources of the command is a literal that the catalogue knows, or words of an error.
    @Test func everyRefusalIsInTheCatalogue() throws {
        let folder = Self.root.appendingPathComponent("Sources/lifecircle").path
        let files = FileManager.default.enumerator(atPath: folder)
        var count = 0
        while let name = files?.nextObject() as? String {
            guard name.hasSuffix(".swift") else { continue }
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
                .replacing(/"\s*\+ "/, with: "")
            for call in text.ranges(of: "ValidationError(") {
                let argument = text[call.upperBound...].drop(while: \.isWhitespace)
                if argument.hasPrefix("ErrorWording(error).wording.text(") { continue }
                let sentence = try #require(plain(argument), "\(name): not a literal: \(argument.prefix(60))")
                count += 1
                let chinese = UsageSentences.chinese(sentence)
                #expect(chinese != nil, "\(name): \(sentence)")
                #expect(chinese?.unicodeScalars.contains { $0.properties.isIdeographic } == true)
                #expect(chinese?.contains("{") == false, "\(sentence)")
            }
        }
        #expect(count > 30, "only \(count) refusals were found")
    }

    /// A literal as it may come out, a figure for every interpolation; nil for what is no literal to its bracket.
    private func plain(_ code: Substring) -> String? {
        guard code.first == "\"" else { return nil }
        var text = ""
        var rest = code.dropFirst()
        while let first = rest.first, first != "\"" {
            if rest.hasPrefix("\\(") {
                text += "7"
                rest = rest.dropFirst(2)
                var depth = 1
                while depth > 0, let next = rest.first {
                    depth += next == "(" ? 1 : next == ")" ? -1 : 0
                    rest = rest.dropFirst()
                }
            } else {
                text.append(first)
                rest = rest.dropFirst()
            }
        }
        return rest.dropFirst().drop(while: \.isWhitespace).first == ")" ? text : nil
    }

    /// The words of the library, as it makes them.
    @Test(arguments: [
        ("Unknown option '--bogus'. Did you mean '--blocks'?", "无法识别选项“--bogus”，是否想写“--blocks”？"),
        ("Unknown option '-q'", "无法识别选项“-q”"),
        ("Missing value for '--lang <language>'", "“--lang <language>”缺少值"),
        ("Missing expected argument '--output <file>'", "缺少参数“--output <file>”"),
        ("Unexpected argument 'a b-c d'", "多余的参数“a b-c d”"),
        ("2 unexpected arguments: 'b', 'c'", "有 2 个多余的参数：“b', 'c”"),
        ("The value 'x' is invalid for '--walk-speed <m/s>'", "“--walk-speed <m/s>”的值“x”无效"),
        (
            "The value 'fr' is invalid for '--lang <language>'. Please provide one of 'en' and 'zh'.",
            "“--lang <language>”的值“fr”无效，可用：'en'、'zh'"
        ),
        (
            "The value 'fr' is invalid for '--x <y>'. Please provide one of 'a', 'b' or 'c'.",
            "“--x <y>”的值“fr”无效，可用：'a'、'b'、'c'"
        ),
        ("没有标准 a b，现有：zhejiang-future-community", "没有标准 a b，现有：zhejiang-future-community"),
        ("something quite unheard of", "原文：“something quite unheard of”"),
    ])
    func wordsOfTheLibrary(_ english: String, _ chinese: String) {
        let text =
            "Error: \(english)\nHelp:  --x <y>  Why.\nUsage: lifecircle x [<options>]\n  See 'lifecircle x --help' for more information."
        let wording = UsageWording(text: text, message: english).wording
        #expect(wording.en == text)
        #expect(
            wording.zh
                == "错误：\(chinese)\n说明：--x <y>  Why.\n用法：lifecircle x [<options>]\n  详见“lifecircle x --help”。")
    }
}
