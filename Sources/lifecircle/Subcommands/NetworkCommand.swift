import ArgumentParser

/// What is done to the network itself.
struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Checks and builds the walkable network. 步行网络检查与构建",
        subcommands: [NetworkBuildCommand.self, NetworkCheckCommand.self])
}
