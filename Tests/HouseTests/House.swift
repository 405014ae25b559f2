/// The stack of targets, from the ground up: an arrow points to a lower storey, never sideways or up.
///
/// Written here once; `LayeringTests` holds both `Package.swift` and every import against it.
enum House {
    /// What each storey holds and what each of its targets stands on.
    static let storeys: [[String: Set<String>]] = [
        [
            "CGEOS": [], "CPROJ": [], "CGDAL": [], "CXlsxWriter": [], "CRsvg": [], "COsmium": [],
            "Yams": [], "Crypto": [],
            "ArgumentParser": [],
        ],
        ["Geometry": ["CGEOS"], "StrictYAML": ["Yams"], "WorkSharing": []],
        [
            "Projections": ["CPROJ", "Geometry"],
            "VectorFiles": ["CGDAL", "CXlsxWriter", "Geometry"],
            "Standards": ["StrictYAML"],
        ],
        [
            "PedestrianNetworks": ["Geometry", "WorkSharing"],
            "OpenStreetMap": ["COsmium", "Geometry", "StrictYAML"],
        ],
        [
            "WalkAccess": ["PedestrianNetworks", "Geometry", "WorkSharing"],
            "StudyAreas": [
                "Geometry", "StrictYAML", "WorkSharing", "Projections", "VectorFiles", "Standards",
                "OpenStreetMap", "PedestrianNetworks",
            ],
        ],
        [
            "GapAnalysis": [
                "StudyAreas", "WalkAccess", "Standards", "PedestrianNetworks", "Geometry", "WorkSharing",
            ]
        ],
        [
            "Reporting": [
                "GapAnalysis", "StudyAreas", "WalkAccess", "Standards", "VectorFiles", "Projections",
                "PedestrianNetworks", "Geometry", "StrictYAML", "WorkSharing", "Crypto", "CRsvg",
            ]
        ],
        [
            "lifecircle": [
                "Reporting", "GapAnalysis", "StudyAreas", "WalkAccess", "Standards", "VectorFiles",
                "Projections", "PedestrianNetworks", "Geometry", "StrictYAML", "WorkSharing",
                "OpenStreetMap", "ArgumentParser",
            ]
        ],
    ]

    /// The one target that may see each C library or the parser that stands on one.
    static let wrappers = [
        "CGEOS": "Geometry", "CPROJ": "Projections", "CGDAL": "VectorFiles", "CXlsxWriter": "VectorFiles",
        "CRsvg": "Reporting",
        "COsmium": "OpenStreetMap",
    ]

    /// Libraries of other people's packages: what they are called in an import.
    static let products: Set<String> = ["Yams", "Crypto", "ArgumentParser"]

    /// Part of the toolchain, open to all.
    static let toolchain: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin"]

    /// Every target of ours and what it stands on.
    static var targets: [String: Set<String>] {
        storeys.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
            .filter { !products.contains($0.key) }
    }
}
