import Foundation
import Testing

@testable import Reporting

/// Pages of help are put into the language and the width of the reader.
@Suite struct HelpPageTests {
    private static let page = """
        OVERVIEW: Checks and builds the walkable network.

        Nothing is joined unless it is asked for. Every change is listed beside the network.

        Example:
          lifecircle network build streets.shp paths.geojson --join-tolerance 1 --node-crossings

        USAGE: lifecircle network build <file> ... [--join-tolerance <metres>] [--node-crossings] --output <file>

        ARGUMENTS:
          <file>                  Files with lines, or OpenStreetMap files.

        OPTIONS:
          --join-tolerance <metres>
                                  Dangling ends this close to a vertex or a line are joined to it. (default: 0.01)
          --network-layer <layer> Layer of the ways, where a file has several.
          --lang <language>       Language of tables, messages and help (default: by locale). (values: en, zh)
          --bogus                 Nobody knows this one.
          --silent

        SUBCOMMANDS:
          check                   Gaps, crossings without a node, duplicates, detached pieces and cut ends.

          See 'lifecircle help <subcommand>' for detailed help.
        """

    @Test func inChinese() throws {
        let page = try #require(HelpPage(Self.page))
        #expect(
            page.text(.zh, width: 70) == """
                概述：步行网络的检查、构建与修复

                不指定时不作任何连接。每处改动都列在路网文件旁的 .changes.csv 中。

                示例：
                  lifecircle network build streets.shp paths.geojson --join-tolerance 1 --node-crossings

                用法：lifecircle network build <file> ... [--join-tolerance <metres>]
                      [--node-crossings] --output <file>

                参数：
                  <file>                  道路线文件，或 OpenStreetMap 文件

                选项：
                  --join-tolerance <metres>
                                          连接容差，米：悬挂端点距顶点或线不超过此值即
                                          与其相连（默认：0.01）
                  --network-layer <layer> 文件有多个图层时，步行网络所在的图层
                  --lang <language>       表格、消息和帮助的语言；不给时随系统语言
                                          （可用：en、zh）
                  --bogus                 Nobody knows this one.
                  --silent

                子命令：
                  check                   检查缝隙、相交无节点、重复绘制、孤立路段和被
                                          截断的端点

                  详见“lifecircle help <subcommand>”。
                """)
    }

    /// English is only wrapped: as wide as it came, it is what came.
    @Test func inEnglish() throws {
        let page = try #require(HelpPage(Self.page))
        #expect(page.text(.en, width: 9999) == Self.page)
        let narrow = page.text(.en, width: 80)
        #expect(narrow.contains("\n                          joined to it. (default: 0.01)\n"))
        #expect(
            narrow.split(whereSeparator: \.isWhitespace) == Self.page.split(whereSeparator: \.isWhitespace))
    }

    /// Words that are not to be cut decide where the least width lies, and nothing is lost at any.
    @Test(arguments: [Language.en, .zh])
    func nothingIsLostAtAnyWidth(_ language: Language) throws {
        let page = try #require(HelpPage(Self.page))
        let whole = page.text(language, width: 9999).filter { !$0.isWhitespace }
        for width in stride(from: 0, through: 130, by: 10) {
            let text = page.text(language, width: width)
            #expect(text.filter { !$0.isWhitespace } == whole)
            for line in text.split(separator: "\n") where !line.hasPrefix("  lifecircle") {
                #expect(String(line).displayWidth <= max(width, 60), "\(line)")
            }
        }
    }

    @Test(arguments: ["", "0.1.0", "#compdef lifecircle\n", "{\n  \"command\" : {}\n}", "Overview: no"])
    func otherTextsAreNoPages(_ text: String) { #expect(HelpPage(text) == nil) }

    /// Each text has one entry, Chinese without a word of English in a row, and is still said somewhere.
    @Test func theCatalogueIsInOrder() throws {
        let sources = try Self.literals()
        var known: Set<String> = []
        for (en, zh) in HelpSentences.own {
            #expect(known.insert(en).inserted, "twice: \(en)")
            #expect(sources.contains(en), "no longer said: \(en)")
            #expect(HelpSentences.chinese(en) == zh)
            #expect(zh.unicodeScalars.contains { $0.properties.isIdeographic }, "\(en)")
            #expect(!zh.contains(/[a-z]{2,} [a-z]{2,}/), "\(zh)")
        }
        #expect(known.count > 100)
    }

    /// The sources of the command, joined and as they are printed.
    private static func literals() throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/lifecircle").path
        let files = FileManager.default.enumerator(atPath: folder)
        var text = ""
        while let name = files?.nextObject() as? String {
            guard name.hasSuffix(".swift") else { continue }
            text += try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        return text.replacing(/\\\n */, with: "")
    }
}
