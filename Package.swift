// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is compiled the same way.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Arrows point down only; Tests/HouseTests reads the imports and keeps it so.
let package = Package(
    name: "lifecircle",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "lifecircle", targets: ["lifecircle"]),
        .library(name: "LifeCircle", targets: ["GapAnalysis", "Reporting"]),
        .library(
            name: "WalkAccess", targets: ["WalkAccess", "PedestrianNetworks", "Geometry", "WorkSharing"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        // C: one system library each.
        .systemLibrary(
            name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
        .systemLibrary(
            name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
        .systemLibrary(
            name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"]), .brew(["gdal"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
        .systemLibrary(
            name: "CRsvg", pkgConfig: "librsvg-2.0",
            providers: [.apt(["librsvg2-dev"]), .brew(["librsvg"])]),

        // C: a small C interface over a library of C++ headers. Its assertions would end the program at damaged
        // files, where its exceptions end the reading.
        .target(
            name: "COsmium",
            cxxSettings: [.define("NDEBUG"), .define("PROTOZERO_STRICT_API")],
            linkerSettings: [.linkedLibrary("expat"), .linkedLibrary("z"), .linkedLibrary("bz2")]),

        // L0
        .target(name: "Geometry", dependencies: ["CGEOS"], swiftSettings: house),
        .target(
            name: "StrictYAML", dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: house),
        .target(name: "WorkSharing", swiftSettings: house),

        // L1
        .target(name: "Projections", dependencies: ["CPROJ", "Geometry"], swiftSettings: house),
        .target(
            name: "VectorFiles", dependencies: ["CGDAL", "CXlsxWriter", "Geometry"], swiftSettings: house),
        .target(
            name: "Standards", dependencies: ["StrictYAML"],
            resources: [
                .embedInCode("Tables/suzhou-2021.yaml"),
                .embedInCode("Tables/suzhou-2021-indicators.yaml"),
                .embedInCode("Tables/chongqing-2024-draft.yaml"),
                .embedInCode("Tables/chongqing-2024-draft-indicators.yaml"),
                .embedInCode("Tables/zhejiang-future-community.yaml"),
                .embedInCode("Tables/facility-kinds.yaml"),
                .embedInCode("Tables/indicator-rules.yaml"),
                .embedInCode("Tables/network-rules.yaml"),
                .embedInCode("Tables/amap-types.yaml"),
                .embedInCode("Tables/osm-places.yaml"),
            ], swiftSettings: house),

        // L2
        .target(
            name: "PedestrianNetworks", dependencies: ["Geometry", "WorkSharing"],
            swiftSettings: house),

        .target(
            name: "OpenStreetMap", dependencies: ["COsmium", "Geometry", "StrictYAML"],
            resources: [
                .embedInCode("Tables/foot-access.yaml"), .embedInCode("Tables/map-features.yaml"),
            ], swiftSettings: house),

        // L3
        .target(
            name: "WalkAccess", dependencies: ["PedestrianNetworks", "Geometry", "WorkSharing"],
            swiftSettings: house),
        .target(
            name: "StudyAreas",
            dependencies: [
                "Geometry", "StrictYAML", "WorkSharing", "Projections", "VectorFiles", "Standards",
                "OpenStreetMap", "PedestrianNetworks",
            ], swiftSettings: house),

        // L4
        .target(
            name: "GapAnalysis",
            dependencies: [
                "StudyAreas", "WalkAccess", "Standards", "PedestrianNetworks", "Geometry", "WorkSharing",
            ], swiftSettings: house),

        // L5
        .target(
            name: "Reporting",
            dependencies: [
                "GapAnalysis", "StudyAreas", "WalkAccess", "Standards", "VectorFiles", "Projections",
                "PedestrianNetworks", "Geometry", "StrictYAML", "WorkSharing", "CRsvg",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [
                .embedInCode("HTML/page.html"),
                .embedInCode("HTML/page.css"),
                .embedInCode("HTML/print.css"),
                .embedInCode("HTML/texts.json"),
                .embedInCode("HTML/maplibre-licence.txt"),
                .embedInCode("HTML/core.js"),
                .embedInCode("HTML/model.js"),
                .embedInCode("HTML/svgmap.js"),
                .embedInCode("HTML/served.js"),
                .embedInCode("HTML/labels.js"),
                .embedInCode("HTML/glmap.js"),
                .embedInCode("HTML/glstyle.js"),
                .embedInCode("HTML/overview.js"),
                .embedInCode("HTML/map.js"),
                .embedInCode("HTML/story.js"),
                .embedInCode("HTML/charts.js"),
                .embedInCode("HTML/tables.js"),
                .embedInCode("HTML/front.js"),
                .embedInCode("HTML/main.js"),
            ], swiftSettings: house),

        // L6
        .executableTarget(
            name: "lifecircle",
            dependencies: [
                "Reporting", "GapAnalysis", "StudyAreas", "WalkAccess", "Standards", "VectorFiles",
                "OpenStreetMap", "Projections", "PedestrianNetworks", "Geometry", "StrictYAML", "WorkSharing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: house),

        // What several test targets build their networks with.
        .target(
            name: "NetworkFixtures", dependencies: ["PedestrianNetworks", "Geometry"],
            path: "Tests/NetworkFixtures", swiftSettings: house),

        // What several test targets write their files into.
        .target(name: "FileFixtures", path: "Tests/FileFixtures", swiftSettings: house),

        // Counts how often a thread asks for memory.
        .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),

        .testTarget(
            name: "GeometryTests", dependencies: ["Geometry", "NetworkFixtures"], swiftSettings: house),
        .testTarget(name: "StrictYAMLTests", dependencies: ["StrictYAML"], swiftSettings: house),
        .testTarget(
            name: "ProjectionsTests", dependencies: ["Projections", "Geometry"], swiftSettings: house),
        .testTarget(
            name: "VectorFilesTests", dependencies: ["FileFixtures", "VectorFiles", "Geometry"],
            swiftSettings: house),
        .testTarget(
            name: "StandardsTests", dependencies: ["Standards", "StrictYAML"], swiftSettings: house),
        .testTarget(
            name: "PedestrianNetworksTests",
            dependencies: ["PedestrianNetworks", "Geometry", "WorkSharing", "NetworkFixtures"],
            swiftSettings: house),
        .testTarget(
            name: "WalkAccessTests",
            dependencies: [
                "WalkAccess", "PedestrianNetworks", "Geometry", "WorkSharing", "NetworkFixtures",
                "AllocationCounter",
            ],
            swiftSettings: house),
        .testTarget(
            name: "StudyAreasTests",
            dependencies: [
                "FileFixtures",
                "NetworkFixtures", "StudyAreas", "PedestrianNetworks", "Geometry", "Standards", "VectorFiles",
                "Projections",
            ], swiftSettings: house),
        .testTarget(
            name: "GapAnalysisTests",
            dependencies: [
                "GapAnalysis", "StudyAreas", "WalkAccess", "Standards", "PedestrianNetworks", "Geometry",
                "NetworkFixtures",
            ], swiftSettings: house),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "FileFixtures",
                "Reporting", "GapAnalysis", "StudyAreas", "Standards", "VectorFiles", "Projections",
                "PedestrianNetworks", "Geometry", "StrictYAML",
            ],
            swiftSettings: house),
        .testTarget(
            name: "OpenStreetMapTests",
            dependencies: ["OpenStreetMap", "PedestrianNetworks", "Geometry", "NetworkFixtures"],
            swiftSettings: house),
        .testTarget(
            name: "CommandTests", dependencies: ["FileFixtures", "lifecircle"], swiftSettings: house),
        .testTarget(name: "HouseTests", swiftSettings: house),
    ],
    cxxLanguageStandard: .cxx17
)
