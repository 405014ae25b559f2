import GapAnalysis
import Testing

@testable import Reporting

/// Verdicts and reasons have a name of their own in both languages.
@Suite struct VerdictWordingTests {
    @Test(arguments: [Verdict.allCases.map(\.wording), Reason.allCases.map(\.wording)])
    func namesAreDistinct(_ wordings: [Wording]) {
        #expect(Set(wordings.map(\.en)).count == wordings.count)
        #expect(Set(wordings.map(\.zh)).count == wordings.count)
        for wording in wordings {
            #expect(wording.zh.unicodeScalars.allSatisfy { $0.properties.isIdeographic })
            #expect(wording.en.unicodeScalars.allSatisfy { $0.isASCII })
        }
    }

    @Test func verdictsAreCalledAsThePlansCallThem() {
        #expect(Verdict.met.wording.zh == "达标")
        #expect(Verdict.gap.wording.zh == "服务盲区")
        #expect(Reason.detour.wording.en == "detour")
    }
}
