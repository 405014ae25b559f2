// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the command builds its measurements.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "lifecircle", path: "..")],
    targets: [
        .executableTarget(
            name: "walkbench",
            dependencies: [.product(name: "WalkAccess", package: "lifecircle")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ])
    ]
)
