import Foundation
import Reporting
import VectorFiles

/// Writes a page or a drawing made from a folder of results, and says what could not be drawn.
struct ReportFile {
    let path: String
    let language: Language

    /// The report, with the map library where it is installed.
    func page(
        of results: String, routes: ReportRoutes? = nil, streets: ReportStreets? = nil
    ) throws -> ReportPage {
        let environment = ProcessInfo.processInfo.environment
        let folders = ReportAssets.folders(environment: environment, program: Bundle.main.executableURL)
        return try ReportPage(
            folder: results, language: language, routes: routes, streets: streets,
            assets: ReportAssets(folders: folders))
    }

    /// Writes the page, and says what it has to do without.
    func write(_ page: ReportPage) throws {
        try put { page.write(to: $0) }
        say(page.omissions)
    }

    /// Writes a map as a picture of `width` pixels, or as SVG when that is nil.
    func write(_ plan: MapDrawing, width: Int?) throws {
        guard let width else {
            try put { $0.write(plan.svg) }
            return say(plan.omissions)
        }
        try put { try MapPicture(svg: plan.svg, width: width).write(to: $0, path: path) }
        say(plan.omissions)
        guard !MapPicture.hasChineseFont else { return }
        Terminal.say(
            language.pick(
                en: "no font with Chinese characters is installed: they are drawn as boxes; install one, "
                    + "such as fonts-noto-cjk",
                zh: "未安装中文字体：汉字将显示为方框；请安装中文字体，如 fonts-noto-cjk"))
    }

    private func put(_ write: (StagedFile) throws -> Void) throws {
        let outputs = OutputSet()
        try write(try outputs.stage(path))
        try outputs.commit()
    }

    private func say(_ omissions: [(role: String, path: String)]) {
        for (role, path) in omissions {
            Terminal.say(
                language.pick(
                    en: "not drawn: \(role) \(path): missing, changed since the analysis, or not readable",
                    zh: "未绘制：\(RoleWording.wording(role).zh) \(path)：文件不存在、已更改或无法读取"))
        }
    }

    /// Refuses to write the page, or the timings, over the results themselves or over each other.
    ///
    /// - Throws: `VectorFileError` naming the output.
    func check(against results: String, timings: String?) throws {
        var taken = ResultFolder(results, formats: ResultFormat.allCases).paths.map(resolved)
        for output in [path, timings].compactMap({ $0 }) {
            guard !taken.contains(resolved(output)) else {
                throw VectorFileError(
                    problem: .notWritable, path: output,
                    detail: "it is one of the results the report is made from; choose another output")
            }
            taken.append(resolved(output))
        }
    }

    private func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}
