import Foundation
import Standards

/// The texts the bundled tables were transcribed from; they lie beside the repository and are no part of it.
enum SeedDocument {
    static let suzhou: String? = text("seeds/000_ae6b3ec432f60542.txt")
    static let zhejiang: String? = text("seeds/003_e13be39d550d075a.txt")
    static let chongqing: String? = text("seeds/004_8b45b28be4bae687.txt")

    /// Whether all three are there.
    static var areThere: Bool { suzhou != nil && zhejiang != nil && chongqing != nil }

    /// A file of the shared folder beside the repository, or `nil` when it is not there.
    static func text(_ path: String) -> String? {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.deletingLastPathComponent().appendingPathComponent("shared/\(path)")
        return try? String(contentsOf: file, encoding: .utf8)
    }

    /// The text with every run of white space as one space.
    static func normalised(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let flattened: [String: String] = [
        "苏州": suzhou ?? "", "浙江": zhejiang ?? "", "重庆": chongqing ?? "",
    ].mapValues(normalised)

    /// Whether the quoted words stand in the document that the citation names, white space apart.
    static func holds(_ citation: Citation) -> Bool {
        let document = flattened.first { citation.document.contains($0.key) }
        return !citation.quote.isEmpty && document?.value.contains(citation.quote) == true
    }
}

extension FacilityStandard {
    /// Every citation of the standard.
    var citations: [Citation] {
        circles.map(\.citation) + requirements.flatMap(\.citations) + network.map(\.citation)
            + bundles.map(\.citation) + units.map(\.citation) + guidance.map(\.citation)
            + [neighbouringProvision?.citation].compactMap { $0 } + discrepancies.map(\.citation)
    }
}

extension FacilityRequirement {
    fileprivate var citations: [Citation] {
        [citation] + furtherCitations + substitutes.map(\.citation)
    }
}
