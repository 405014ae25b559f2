import Foundation
import Testing

/// Rules of the house that a reader can count on in every file.
@Suite struct StyleTests {
    @Test func filesAreShort() throws {
        for file in Repository.sources {
            let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
                .count
            #expect(lines <= 400, "\(file) has \(lines) lines")
        }
    }

    @Test func nothingIsLeftToDo() throws {
        // Split, so that this file does not speak of itself.
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        for file in Repository.sources + Repository.files(below: "Tests") {
            let text = try Repository.text(file)
            for mark in marks { #expect(!text.contains(mark), "\(file) has a \(mark)") }
        }
    }

    /// Being out of memory is the one failure nobody can be told about in an orderly way.
    @Test func nothingGivesUpButWithoutMemory() throws {
        for file in Repository.sources {
            for line in try Repository.text(file).split(separator: "\n")
            where line.contains("fatal" + "Error(") {
                #expect(line.contains("fatal" + "Error(\"out of memory"), "\(file): \(line)")
            }
        }
    }

    @Test func namesSayWhatIsInside() {
        let empty = ["Util", "Common", "Helper", "Manager", "Misc"]
        for path in Repository.files(below: "Sources") + Repository.files(below: "Tests") {
            for part in path.split(separator: "/") {
                for word in empty { #expect(!part.contains(word), "\(path)") }
            }
        }
    }

    @Test func noTypeBearsItsModulesName() throws {
        for file in Repository.sources {
            let target = file.split(separator: "/")[1]
            let declaration = try Regex(#"(?m)\b(?:struct|class|enum|actor|protocol)\s+\#(target)\b"#)
            #expect(try !Repository.text(file).contains(declaration), "\(file)")
        }
    }
}

/// What is in the repository can be read anywhere and speaks of no machine it was made on.
@Suite struct TextTests {
    private static let binary: Set<String> = ["png", "jpg", "gpkg", "shp", "shx", "dbf", "fgb", "pbf", "gz"]

    private static var textFiles: [String] {
        Repository.files().filter { !binary.contains(($0 as NSString).pathExtension) }
    }

    @Test func textIsUTF8() throws {
        for file in Self.textFiles {
            let text = String(bytes: try Repository.bytes(file), encoding: .utf8)
            #expect(text != nil, "\(file) is not UTF-8")
            #expect(text?.contains("\r") != true, "\(file) has carriage returns")
        }
    }

    @Test func noMachineIsNamed() throws {
        // Put together here, so that this file does not speak of itself.
        let places = ["work", "root", "Users", "home"].map { "/" + $0 + "/" } + ["/tmp/" + "h-"]
        for file in Self.textFiles {
            let text = try Repository.text(file)
            for place in places {
                for range in text.ranges(of: place) where range.lowerBound > text.startIndex {
                    let before = text[text.index(before: range.lowerBound)]
                    let isWithinAPath = before.isLetter || before.isNumber || "._-)}".contains(before)
                    #expect(isWithinAPath, "\(file): \(text[range.lowerBound...].prefix(60))")
                }
            }
        }
    }
}
