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
