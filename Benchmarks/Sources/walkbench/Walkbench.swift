import Foundation
import PedestrianNetworks

/// `walkbench TASK CITY [--threads N] [--radius METRES] [--kinds N] [--items N]`: one task, measured, as JSON.
@main struct Walkbench {
    static func main() async throws {
        guard let options = Options(CommandLine.arguments.dropFirst()) else {
            FileHandle.standardError.write(Data((Options.usage + "\n").utf8))
            exit(64)
        }
        var measurement = Measurement(
            task: options.task, city: options.city, threads: options.threads)
        measurement["radius"] = options.radius
        measurement["kinds"] = options.kinds
        measurement.atStart()
        let city = try City(folder: options.folder)
        measurement["nodes"] = city.junctionCount
        measurement["network_nodes"] = city.network.nodeCount
        switch options.task {
        case "nearest": try await NearestTask.run(consume city, options, &measurement)
        case "counts": try await CountTask.run(city, options, &measurement)
        case "reach": try await ReachTask.run(city, options, &measurement)
        case "areas": try await AreaTask.run(city, options, &measurement)
        default: exit(64)
        }
        try measurement.printLine()
    }
}

/// What was asked for on the command line.
struct Options: Sendable {
    static let usage =
        "walkbench nearest|counts|reach|areas CITY-FOLDER [--threads N] [--radius METRES] [--kinds N] [--items N]"

    let task: String
    let folder: String
    private(set) var threads = 1
    private(set) var radius = 1000.0
    private(set) var kinds = City.kinds
    /// At most so many blocks or places, from the first.
    private(set) var items = Int.max

    var city: String {
        let name = URL(fileURLWithPath: folder).lastPathComponent
        return name.hasPrefix("city-") ? String(name.dropFirst(5)) : name
    }

    init?(_ words: some Collection<String>) {
        var rest = Array(words)
        guard rest.count >= 2, rest.count % 2 == 0 else { return nil }
        (task, folder) = (rest.removeFirst(), rest.removeFirst())
        while rest.count >= 2 {
            let (name, value) = (rest.removeFirst(), Double(rest.removeFirst()) ?? -1)
            guard value >= 0 else { return nil }
            switch name {
            case "--threads": threads = Int(value)
            case "--radius": radius = value
            case "--kinds": kinds = Int(value)
            case "--items": items = Int(value)
            default: return nil
            }
        }
    }
}
