public import Standards

/// Whether there is as much of something as the residents need.
public enum ProvisionVerdict: String, Sendable, CaseIterable {
    /// As much as is asked for, at least.
    case enough
    /// Less, whatever the unknown sizes turn out to be.
    case short
    /// Not known: it hangs on sizes, residents or facilities that nobody has told.
    case open
}

/// How much of one kind of facility there is for the residents of one scope (Docs/Methods: Supply).
public struct Provision: Sendable {
    /// Whom it is for.
    public enum Scope: Hashable, Sendable {
        /// Everybody.
        case area
        /// The residents of a unit, a place in the area's units.
        case unit(Int)
        /// Those whose nearest facility this is, a place in the area's facilities.
        case facility(Int)
    }

    /// Where the number of people one facility is for is said.
    public enum Basis: String, Sendable, CaseIterable {
        /// In the requirement's own row.
        case requirement
        /// In the circle the row names: one facility a circle.
        case circle
    }

    /// The place of the requirement in the audit.
    public let requirement: Int
    /// Whom it is for.
    public let scope: Scope
    /// The residents of the scope, as far as known.
    public internal(set) var residents = 0.0
    /// Blocks of the scope whose residents are not known.
    public internal(set) var blocksWithoutPopulation = 0
    /// Those of the residents who have a facility within the lenient limit.
    public internal(set) var assigned = 0.0
    /// Facilities in the scope that are large enough; in a unit those that its residents go to elsewhere as well.
    public internal(set) var adequate = 0
    /// Facilities in the scope of unknown size, counted neither as enough nor as nothing.
    public internal(set) var sizeUnknown = 0
    /// Facilities in the scope that are too small.
    public internal(set) var undersized = 0
    /// Of the facilities, those that lie outside the unit and that residents of it go to; 0 in other scopes.
    public internal(set) var outside = 0
    /// Whether absence from the data says something.
    public let isSurveyed: Bool
    /// The most people one facility is for; nil where the document does not say.
    public let peoplePerFacility: Int?
    /// Where that is said; nil where it is not.
    public let basis: Basis?
    /// What lies in the scope, against what its residents are owed: by rule, in the order of `amountColumns`.
    public internal(set) var amounts: [AmountPerResident]

    /// Facilities in the scope.
    public var facilities: Int { adequate + sizeUnknown + undersized }

    /// The fewest facilities that serve the known residents; nil where the document does not say how many people
    /// one is for.
    public var needed: Int? {
        peoplePerFacility.map { Int((residents / Double($0)).rounded(.up)) }
    }

    /// By how many facilities the scope falls short at least, taking all of unknown size for large enough.
    public var shortBy: Int? { needed.map { max(0, $0 - adequate - sizeUnknown) } }

    /// Facilities needed against facilities present; nil where the document does not say how many are needed.
    public var verdict: ProvisionVerdict? { FacilityCountRule().verdict(on: self) }

    /// By rule for amounts: its columns in files.
    public static var amountColumns: [AmountColumns] { AmountRules.all.map { $0.columns } }

    /// By rule for amounts: so much per resident against what is asked for; nil where nothing is.
    public var amountVerdicts: [ProvisionVerdict?] { AmountRules.all.map { $0.init().verdict(on: self) } }

    /// Whether the residents are known, and there are some.
    var isCounted: Bool { blocksWithoutPopulation == 0 && residents > 0 }

    /// Whether nothing was found because nobody has looked.
    var isUnsurveyed: Bool { facilities == 0 && !isSurveyed }
}
