import ArgumentParser
import Reporting

/// Formats separated by commas, or `none`; which of them a command has, its help says.
struct ResultFormatList: ExpressibleByArgument {
    let formats: [ResultFormat]

    init(_ formats: [ResultFormat]) { self.formats = formats }

    init?(argument: String) {
        if argument == "none" {
            self.init([])
            return
        }
        let named = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            ResultFormat(rawValue: String($0))
        }
        guard !named.isEmpty, !named.contains(where: { $0 == nil }) else { return nil }
        // In one order, and each once.
        self.init(ResultFormat.allCases.filter(named.contains))
    }

    var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}
