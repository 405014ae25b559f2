/// What a resident can walk to in 5, 10 or 15 minutes (生活圈层); the raw value is the number of minutes.
public enum LifeCircleTier: String, Sendable, Hashable, CaseIterable, Comparable {
    case five = "5"
    case ten = "10"
    case fifteen = "15"

    /// The minutes of walking that give the circle its name.
    public var minutes: Int {
        switch self {
        case .five: 5
        case .ten: 10
        case .fifteen: 15
        }
    }

    /// Whether one circle is narrower than another.
    public static func < (a: Self, b: Self) -> Bool { a.minutes < b.minutes }
}

/// A life circle as a document defines it: whom it serves and how far they walk.
public struct LifeCircle: Sendable, Hashable {
    /// Which of the three circles this is.
    public let tier: LifeCircleTier
    /// The residents one such circle serves, or the fewest where the document gives a range; `nil` where it
    /// gives none.
    public let population: Int?
    /// The most residents, where the document gives a range.
    public let populationMaximum: Int?
    /// The shorter walking distance the document gives, in metres; the limit results are judged by.
    public let strictMetres: Double
    /// The longer walking distance, in metres; equal to the strict one where the document gives one figure.
    public let lenientMetres: Double
    /// Where the document says so.
    public let citation: Citation

    /// A circle from its figures; distances are positive metres and the lenient one is not below the strict.
    public init(
        tier: LifeCircleTier, population: Int?, populationMaximum: Int? = nil, strictMetres: Double,
        lenientMetres: Double, citation: Citation
    ) {
        precondition(0 < strictMetres && strictMetres <= lenientMetres, "0 < strict ≤ lenient")
        self.tier = tier
        self.population = population
        self.populationMaximum = populationMaximum
        self.strictMetres = strictMetres
        self.lenientMetres = lenientMetres
        self.citation = citation
    }

    /// The minutes of walking that give the circle its name.
    public var minutes: Int { tier.minutes }
}

/// The circle a table asks a facility for (配套圈层), which may name two of them.
public enum RequiredCircle: String, Sendable, Hashable, CaseIterable {
    case five = "5"
    case ten = "10"
    case fifteen = "15"
    case fiveToTen = "5-10"

    /// The circle whose distances decide: the wider where two are named, since the document leaves the choice.
    public var judgedBy: LifeCircleTier {
        switch self {
        case .five: .five
        case .ten, .fiveToTen: .ten
        case .fifteen: .fifteen
        }
    }
}
