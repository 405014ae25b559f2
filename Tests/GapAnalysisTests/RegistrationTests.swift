import Standards
import Testing

@testable import GapAnalysis

/// What tables may name, rules judge, each by one rule.
@Suite("Rules are registered") struct RegistrationTests {
    @Test("every rule for items once")
    func indicators() {
        #expect(IndicatorRules.all.map { $0.id }.sorted() == IndicatorRuleForm.all.map(\.id).sorted())
    }

    @Test("every rule for the network once")
    func network() {
        #expect(NetworkRules.all.map { $0.id }.sorted() == NetworkRuleForm.all.map(\.id).sorted())
    }

    @Test("rules for amounts have columns of their own")
    func amounts() {
        let columns = Provision.amountColumns.flatMap(\.all)
        #expect(columns.count == AmountRules.all.count * 5 && Set(columns).count == columns.count)
    }
}
