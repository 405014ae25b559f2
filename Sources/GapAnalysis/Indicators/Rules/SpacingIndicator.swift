import Standards
import WalkAccess

/// Facilities follow one another along a path at most so many metres apart: not judged, for the data do not say which
/// ways are that path, nor where it begins and ends.
struct SpacingIndicator: IndicatorRule {
    static let id = "facility_spacing"
    private let rule: IndicatorJudgement

    init(_ judgement: IndicatorJudgement) { rule = judgement }

    func outcome(_ context: IndicatorContext, _ search: inout NearestFacilitySearch) -> RuleOutcome {
        .unknown(rule, .pathsUnknown)
    }
}
