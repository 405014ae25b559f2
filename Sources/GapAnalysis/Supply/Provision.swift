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
    /// Square metres of floor of what lies in the scope, against the least floor of a facility for as many people as it is for.
    public internal(set) var floorArea: AmountPerResident
    /// Places of what lies in the scope, against the places per thousand residents that are asked for.
    public internal(set) var places: AmountPerResident

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

    /// Floor area per resident against what is asked for; nil where nothing is.
    public var floorVerdict: ProvisionVerdict? { FloorAreaRule().verdict(on: self) }

    /// Places per resident against what is asked for; nil where nothing is.
    public var placesVerdict: ProvisionVerdict? { PlacesRule().verdict(on: self) }

    /// Whether the residents are known, and there are some.
    var isCounted: Bool { blocksWithoutPopulation == 0 && residents > 0 }

    /// Whether nothing was found because nobody has looked.
    var isUnsurveyed: Bool { facilities == 0 && !isSurveyed }
}

/// An amount that facilities provide, and how much so many people are owed.
public struct AmountPerResident: Hashable, Sendable {
    /// What facilities of known amount provide together.
    public private(set) var known = 0.0
    /// Facilities whose amount is not known; they count neither as nothing nor as enough.
    public private(set) var unknown = 0
    /// What is asked for, and for how many people; nil where nothing is.
    let asked: (amount: Double, people: Double)?

    init(asked: (amount: Double, people: Double)?) { self.asked = asked }

    /// What is asked for a thousand residents; nil where nothing is.
    public var askedPerThousand: Double? { asked.map { $0.amount / $0.people * 1000 } }

    /// What a thousand of so many residents have; nil without residents, or where an amount is not known.
    public func perThousand(of residents: Double) -> Double? {
        unknown == 0 && residents > 0 ? known / residents * 1000 : nil
    }

    mutating func add(_ amount: Double?) {
        if let amount { known += amount } else { unknown += 1 }
    }

    /// Whether what is known reaches what is asked for; nil where nothing is asked for.
    func isReached(by residents: Double) -> Bool? {
        // Multiplied instead of divided, so that whole numbers compare exactly.
        asked.map { known * $0.people >= $0.amount * residents }
    }

    /// Whether two amounts are the same, and the same is asked for.
    public static func == (a: Self, b: Self) -> Bool {
        a.known == b.known && a.unknown == b.unknown && a.askedPerThousand == b.askedPerThousand
    }

    /// Hashes what is provided.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(known)
        hasher.combine(unknown)
    }
}
