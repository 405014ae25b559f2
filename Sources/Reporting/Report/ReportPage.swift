import Crypto
import Foundation
public import VectorFiles

/// `report.html`: one page with everything in it, which works from the file system and loads nothing.
public struct ReportPage {
    private let data: ReportData
    private let assets: ReportAssets?

    /// A report on the results in `folder`.
    ///
    /// - Parameters:
    ///   - language: The one the page opens in; it has both.
    ///   - routes: The ways of the walks, when the audit itself is at hand; straight lines stand for them otherwise.
    ///   - streets: The streets and what is served of them, when the audit itself is at hand.
    ///   - assets: The map library; without it the page draws its map as SVG.
    /// - Throws: `VectorFileError` when a result file is missing, damaged, or does not fit the others.
    public init(
        folder: String, language: Language, routes: ReportRoutes? = nil, streets: ReportStreets? = nil,
        assets: ReportAssets?
    ) throws {
        let content = try ResultContent(folder: folder)
        data = ReportData(
            content: content, layers: SourceLayers(content.manifest, crs: content.summary.crs),
            routes: routes, streets: streets, language: language)
        self.assets = assets
    }

    /// What the page could not draw, for a message: role and path of each input that has gone or changed.
    public var omissions: [(role: String, path: String)] {
        data.layers.omissions.map { ($0.role, $0.path) }
    }

    /// Writes the page.
    public func write(to file: StagedFile) {
        let scripts = (assets.map { [$0.script] } ?? []) + [ReportSources.script]
        let sheets = (assets.map { [$0.sheet] } ?? []) + [ReportSources.sheet]
        file.write(head(scripts: scripts, sheets: sheets))
        for sheet in sheets { file.write("<style>" + sheet + "</style>\n") }
        file.write("</head>\n<body>\n" + ReportSources.body)
        if assets != nil { file.write("<!--\n" + ReportSources.mapLicence + "-->\n") }
        file.write(
            "<script type=\"application/json\" id=\"texts\">" + inert(ReportSources.texts) + "</script>\n")
        file.write("<script type=\"application/json\" id=\"data\">" + inert(data.json.text(pretty: false)))
        file.write("</script>\n")
        for script in scripts { file.write("<script>" + script + "</script>\n") }
        file.write("</body>\n</html>\n")
    }

    /// JSON that no HTML parser takes for an end of its element or for a comment.
    private func inert(_ json: String) -> String { json.replacingOccurrences(of: "<", with: "\\u003c") }

    private func head(scripts: [String], sheets: [String]) -> String {
        let policy = [
            "default-src 'none'", "script-src " + scripts.map(source).joined(separator: " "),
            "style-src " + sheets.map(source).joined(separator: " "), "img-src data: blob:",
            "worker-src blob:", "child-src blob:", "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
        return """
            <!DOCTYPE html>
            <html lang="\(data.language == .zh ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="lifecircle \(Product.version)">
            <meta name="referrer" content="no-referrer">
            <link rel="icon" href="data:,">
            <title>lifecircle</title>

            """
    }

    /// A text as the policy names it: by its hash, so that nothing else of its sort runs.
    private func source(_ text: String) -> String {
        "'sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString() + "'"
    }
}

/// The page's own parts, which are embedded in the program.
enum ReportSources {
    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// One script of all files, in a scope of its own.
    static var script: String {
        let parts = [
            PackageResources.core_js, PackageResources.model_js, PackageResources.svgmap_js,
            PackageResources.served_js, PackageResources.labels_js, PackageResources.glstyle_js,
            PackageResources.overview_js, PackageResources.glmap_js,
            PackageResources.map_js, PackageResources.story_js,
            PackageResources.charts_js, PackageResources.tables_js, PackageResources.front_js,
            PackageResources.main_js,
        ]
        return "(() => {\n\"use strict\";\n" + parts.map(text).joined(separator: "\n") + "})();\n"
    }

    static var sheet: String { text(PackageResources.page_css) + text(PackageResources.print_css) }
    static var body: String { text(PackageResources.page_html) }
    static var texts: String { text(PackageResources.texts_json) }
    static var mapLicence: String { text(PackageResources.maplibre_licence_txt) }
}
