/// What one unit of a drawing is on the ground.
public struct DrawingUnit: Hashable, Sendable {
    /// What it is called, such as `mm`.
    public let name: String
    /// How many metres it is.
    public let metres: Double

    /// A unit by its name: `m`, `mm`, `cm`, `dm`, `dam`, `hm`, `km`, `in`, `ft`, `us-ft`, `yd` or `mi`; nil for
    /// another.
    public init?(named name: String) {
        guard let metres = Self.lengths[name] else { return nil }
        self.name = name
        self.metres = metres
    }

    /// The names that are understood, in alphabetical order.
    public static var names: [String] { lengths.keys.sorted() }

    private static let lengths = [
        "m": 1, "mm": 0.001, "cm": 0.01, "dm": 0.1, "dam": 10, "hm": 100, "km": 1000, "in": 0.0254,
        "ft": 0.3048, "us-ft": 1200.0 / 3937, "yd": 0.9144, "mi": 1609.344,
    ]

    /// The unit that a header's `$INSUNITS` stands for; nil for 0, which is none, and for those from atoms to
    /// galaxies in which no district is drawn.
    init?(code: Int) {
        let names = [
            1: "in", 2: "ft", 3: "mi", 4: "mm", 5: "cm", 6: "m", 7: "km", 10: "yd", 14: "dm", 15: "dam",
            16: "hm", 21: "us-ft",
        ]
        guard let name = names[code] else { return nil }
        self.init(named: name)
    }
}

/// How the positions of a drawing were turned into metres.
public struct DrawingScale: Hashable, Sendable {
    /// The unit they were in.
    public let unit: DrawingUnit
    /// Whether the user said so; else the drawing's header did.
    public let isDeclared: Bool
    /// The width of what was read, in metres.
    public let width: Double
    /// The height of what was read, in metres.
    public let height: Double
}
