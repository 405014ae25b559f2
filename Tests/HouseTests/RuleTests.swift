import Foundation
import Testing

/// One rule, one file, one test file; and every rule that a table names is there once.
@Suite struct RuleTests {
    /// The files of rules: everything in a folder `Rules`, and the remarks.
    private static var files: [String] {
        Repository.files(below: "Sources/GapAnalysis").filter { file in
            let folder = (file as NSString).deletingLastPathComponent
            return (folder as NSString).lastPathComponent == "Rules" || file.hasSuffix("Remark.swift")
        }
    }

    private static func name(_ file: String) -> String {
        ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    /// The types of a text that are rules by what they conform to.
    private static func rules(in text: String) throws -> [String] {
        let conforming = try Regex(
            #"(?m)^(?:public )?struct (\w+): \w*Rule \{"#, as: (Substring, Substring).self)
        return text.matches(of: conforming).map { String($0.output.1) }
    }

    @Test func everyRuleHasAFileAndATestFileOfItsName() throws {
        #expect(Self.files.count >= 24, "the rules were not found")
        let tests = Repository.files(below: "Tests/GapAnalysisTests").map(Self.name)
        for file in Self.files {
            let name = Self.name(file)
            #expect(tests.count { $0 == name + "Tests" } == 1, "\(file) has no \(name)Tests.swift")
            #expect(try Repository.text(file).contains("struct \(name)"), "\(file) holds no \(name)")
        }
    }

    @Test func everyRuleHasATestAtTheLimit() throws {
        for file in Repository.files(below: "Tests/GapAnalysisTests") {
            guard Self.files.map(Self.name).contains(where: { Self.name(file) == $0 + "Tests" }) else {
                continue
            }
            #expect(try Repository.text(file).contains("@Test"), "\(file) tests nothing")
        }
    }

    @Test func rulesLieInTheirFoldersOneToAFile() throws {
        for file in Repository.files(below: "Sources/GapAnalysis") {
            let rules = try Self.rules(in: Repository.text(file))
            let expected = Self.files.contains(file) ? [Self.name(file)] : []
            // The rule for sizes is asked by others and conforms to nothing.
            if Self.name(file) != "MinimumSizeRule" { #expect(rules == expected, "\(file)") }
        }
    }

    /// Every `rule:` of the tables is the id of one rule file, and that rule is listed once.
    @Test func rulesThatTablesNameAreRegisteredOnce() throws {
        let used = try Regex(#"\brule: (\w+)"#, as: (Substring, Substring).self)
        let tables =
            Repository.files(below: "Sources/Standards/Tables").filter { $0.contains("indicators") }
            + ["Sources/Standards/Tables/zhejiang-future-community.yaml"]
        let named = try tables.flatMap { try Repository.text($0).matches(of: used) }.map { $0.output.1 }
        #expect(Set(named).count > 5, "the tables' rules were not found")
        let sources = try Repository.files(below: "Sources/GapAnalysis").map(Repository.text).joined()
        for rule in Set(named) {
            let owners = try Self.files.filter {
                try $0.contains("/Indicators/") && Repository.text($0).contains("static let id = \"\(rule)\"")
            }
            #expect(owners.count == 1, "\(rule) is the id of \(owners)")
            for owner in owners {
                #expect(sources.ranges(of: Self.name(owner) + ".self").count == 1, "\(owner)")
            }
        }
    }

    /// A rule for supply is listed, once, or it is the count that every supply begins with.
    @Test func rulesForSupplyAreRegisteredOnce() throws {
        let list = try Repository.text("Sources/GapAnalysis/Supply/AmountRule.swift")
        let rules = Self.files.filter { $0.contains("/Supply/Rules/") }.map(Self.name)
        #expect(rules.count >= 3)
        for rule in rules where rule != "FacilityCountRule" {
            #expect(list.ranges(of: rule + ".self").count == 1, "\(rule)")
        }
    }
}
