import Testing

@testable import Reporting

/// The language of messages is that of the locale, unless it is asked for.
@Suite struct LanguageTests {
    @Test(
        arguments: [
            ([:], .en), (["LANG": "zh_CN.UTF-8"], .zh), (["LANG": "zh"], .zh), (["LANG": "ZH_TW"], .zh),
            (["LANG": "en_GB.UTF-8"], .en), (["LANG": "C"], .en), (["LANG": "de_DE.UTF-8"], .en),
            (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .en), (["LC_ALL": "zh_CN.UTF-8", "LANG": "C"], .zh),
            (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], .zh), (["LC_MESSAGES": "zh_CN", "LANG": "en_GB"], .zh),
            (["LC_ALL": "en_GB", "LC_MESSAGES": "zh_CN"], .en), (["LC_CTYPE": "zh_CN"], .en),
        ] as [([String: String], Language)])
    func localeDecides(_ environment: [String: String], _ language: Language) {
        #expect(Language(environment: environment) == language)
    }

    @Test func wordingsAreInBoth() {
        let wording = Wording("met", "达标")
        #expect(wording.text(.en) == "met" && wording.text(.zh) == "达标")
        #expect(wording.both == "达标 | met")
    }
}
