import Foundation

/// Real data beside the repository; tests that need it skip when it is not there.
enum SharedData {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("shared/data")

    static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    static let extracts = [
        "networks/helsinki_centre.osm.pbf", "networks/las_palmas.osm.pbf", "networks/liechtenstein.osm.pbf",
        "networks/porto_alegre.osm.pbf", "china/beijing_bupt.osm", "china/beijing_wangjing.osm",
        "china/shanghai_university_baoshan.osm",
    ]
}
