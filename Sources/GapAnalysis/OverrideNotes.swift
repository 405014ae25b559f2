public import Standards
public import StudyAreas

extension FacilityStandard {
    /// What a reader of results has to know of a standard that is a draft; empty for one in force.
    var draftFindings: [Finding] {
        draft ? [Finding(.draftStandard, layer: "standard", arguments: [id])] : []
    }

    /// What a reader of results has to know of figures that the project has set otherwise.
    public var overrideFindings: [Finding] {
        overrides.map { figure in
            Finding(
                .figureOverridden, layer: "standard", feature: figure.requirement,
                arguments: [
                    figure.title, figure.titleEn, figure.measure.rawValue,
                    figure.was.map(Self.text) ?? "–", Self.text(figure.now),
                ])
        }
    }

    private static func text(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }
}
