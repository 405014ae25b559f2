public import ArgumentParser
import GapAnalysis
import WalkAccess

/// What limits are held against, and who walks.
struct MeasureOptions: ParsableArguments {
    @OptionGroup var walker: WalkerOptions
    @Option(
        help: ArgumentHelp(
            "How far the nearest facility is looked for, in metres, or none.", valueName: "metres"))
    var limit: MetresOrNone = .metres(3000)

    var measure: AuditOptions.Measure { walker.measure }
    var profile: WalkerProfile { walker.profile }
}

/// Whether limits are metres or minutes, and who walks.
struct WalkerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Judge by metres (distance) or by minutes at the walker's pace (time).", valueName: "measure"))
    var measure: AuditOptions.Measure = .distance
    @Option(help: ArgumentHelp("Who walks: standard, adult, elderly or child.", valueName: "profile"))
    var walker: String = WalkerProfile.standard.id
    @Option(help: ArgumentHelp("Pace in metres per second, instead of the walker's.", valueName: "m/s"))
    var walkSpeed: Double?

    func validate() throws {
        let known = WalkerProfile.all.map(\.id)
        guard known.contains(walker) else {
            throw ValidationError("--walker \(walker) is not known; use \(known.joined(separator: ", "))")
        }
        if let walkSpeed, !(0.1...5 ~= walkSpeed) {
            throw ValidationError("--walk-speed takes metres per second from 0.1 to 5")
        }
    }

    var profile: WalkerProfile {
        if let walkSpeed { return WalkerProfile(id: "custom", speed: walkSpeed, source: "--walk-speed") }
        return WalkerProfile.all.first { $0.id == walker } ?? .standard
    }
}

extension AuditOptions.Measure: ExpressibleByArgument {}
