import GapAnalysis
import VectorFiles

/// Colours that stay apart for colour-blind readers and in grey: they grow darker from good to bad. Reports, drawings
/// and styles of layers all have them from here.
enum MapPalette {
    static let notAssessable = "#bdbdbd"
    static let blockLine = "#4d4d4d"
    static let facility = "#111111"
    static let facilityUndersized = "#ffffff"
    /// Around facilities, which are black or white.
    static let facilityUncertain = "#e66101"
    static let network = "#7d8790"
    static let unit = "#3e2723"
    static let unitFill = "#f4f1ea"
    static let barrier = "#7aa9cf"
    static let barrierFill = "#cfe3f3"
    /// An outline that none of the others is, as a style of SVG: every colour stays what it is beneath it.
    static let uncertain = "stroke:#111;stroke-width:0.5;stroke-dasharray:0.8 0.8"

    static func colour(of verdict: Verdict) -> String {
        switch verdict {
        case .met: "#9ecae1"
        case .marginal: "#fff2ae"
        case .undersized: "#f4a03f"
        case .gap: "#a50f15"
        case .notAssessable: notAssessable
        }
    }

    /// For the page of a report.
    static var json: JSONValue {
        .object([
            ("verdicts", .array(Verdict.allCases.map { .string(colour(of: $0)) })),
            ("gaps", .array(GapClass.allCases.map { .string($0.colour) })),
        ])
    }
}

/// Blocks by how many gaps they have.
enum GapClass: Int, CaseIterable {
    case none, few, some, many, most

    /// The class of a block with `gaps` gaps.
    init(_ gaps: Int) { self = GapClass.allCases.first { gaps <= $0.last } ?? .most }

    /// The largest number of gaps that falls under the class.
    var last: Int {
        switch self {
        case .none: 0
        case .few: 2
        case .some: 5
        case .many: 9
        case .most: .max
        }
    }

    var colour: String {
        switch self {
        case .none: "#e3eef6"
        case .few: "#fee391"
        case .some: "#fe9929"
        case .many: "#cc4c02"
        case .most: "#662506"
        }
    }

    var wording: Wording { Wording("\(range) gaps", "\(range) 项盲区") }

    /// The same for items of an indicator form that a block fails.
    var itemWording: Wording { Wording("fails \(range) items", "\(range) 项不符合") }

    private var range: String {
        switch self {
        case .none: "0"
        case .few: "1–2"
        case .some: "3–5"
        case .many: "6–9"
        case .most: "10+"
        }
    }
}
