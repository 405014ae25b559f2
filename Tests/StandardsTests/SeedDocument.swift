import Foundation

/// The text the bundled Suzhou table was transcribed from; it lies beside the repository and is not part of it.
enum SeedDocument {
    static let suzhou: String? = text("seeds/000_ae6b3ec432f60542.txt")
    /// The Zhejiang form, of which one figure is borrowed.
    static let zhejiang: String? = text("seeds/003_e13be39d550d075a.txt")

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
}
