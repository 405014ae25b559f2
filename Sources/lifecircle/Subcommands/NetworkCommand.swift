import ArgumentParser

/// What is done to the network itself.
struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Checks and builds the walkable network.",
        subcommands: [NetworkBuildCommand.self, NetworkCheckCommand.self])
}
