/// What a classifier makes of a place.
public enum PlaceOutcome: Hashable, Sendable {
    /// A facility of this kind, how sure that is, and the id of the rule that says so.
    case kind(FacilityKind.ID, confidence: PlaceConfidence, rule: String)
    /// No facility, or one whose kind is not known; the id of the reason, and of the rule if one says so.
    case leftOut(reason: String, rule: String?)
}

/// How sure a classification is; the raw value is the name in files.
public enum PlaceConfidence: String, CaseIterable, Hashable, Sendable {
    /// Code or tag and name leave no doubt.
    case high
    /// What the source calls so usually is that kind.
    case medium
    /// A guess worth checking.
    case low
}

/// Why a classifier leaves places out.
public struct PlaceReason: Identifiable, Hashable, Sendable {
    /// The name in files.
    public let id: String
    /// The sentence for people.
    public let text: BilingualText
    /// Whether somebody who knows the place could tell its kind.
    public let isDoubtful: Bool

    /// A reason from its parts.
    public init(id: String, text: BilingualText, isDoubtful: Bool = false) {
        self.id = id
        self.text = text
        self.isDoubtful = isDoubtful
    }

    /// The place has neither code nor tag.
    public static let noCode = "no_code"
    /// No rule speaks of the place.
    public static let noRule = "no_rule"
}
