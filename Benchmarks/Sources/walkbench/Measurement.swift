import Foundation
import Glibc

/// What one task took and what it answered, as one line of JSON.
struct Measurement {
    private var fields: [String: Any] = [:]
    private var cpuBefore = 0.0
    private var wallBefore = ContinuousClock.now

    init(task: String, city: String, threads: Int) {
        fields = ["peer": "lifecircle", "task": task, "size": city, "threads": threads]
    }

    /// Memory of the bare program, before anything is read.
    mutating func atStart() { fields["base_kb"] = ProcessMemory.resident }

    /// From here on time and memory count: what reading left behind is given back first.
    mutating func begin() {
        fields["load_cpu_s"] = processSeconds
        fields["load_peak_kb"] = ProcessMemory.peak
        ProcessMemory.forgetPeak()
        fields["loaded_kb"] = ProcessMemory.resident
        wallBefore = .now
        cpuBefore = processSeconds
    }

    mutating func end() {
        fields["cpu_s"] = processSeconds - cpuBefore
        let wall = ContinuousClock.now - wallBefore
        fields["wall_s"] = Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18
        fields["peak_kb"] = ProcessMemory.peak
    }

    subscript(name: String) -> Any? {
        get { fields[name] }
        set { fields[name] = newValue }
    }

    func printLine() throws {
        let data = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
        print(String(decoding: data, as: UTF8.self))
    }
}

/// Seconds of all processors that the process used.
var processSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Resident memory as Linux tells it, in kibibytes; 0 elsewhere.
enum ProcessMemory {
    static var resident: Int { status("VmRSS") }
    static var peak: Int { status("VmHWM") }

    static func forgetPeak() {
        trimHeap()
        if let file = fopen("/proc/self/clear_refs", "w") {
            fputs("5", file)
            fclose(file)
        }
    }

    /// `malloc_trim(0)`, which the module of the C library does not export.
    private static func trimHeap() {
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> CInt).self)(0)
    }

    private static func status(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") } ?? ""
        return Int(line.split(whereSeparator: { $0 == "\t" || $0 == " " }).dropFirst().first ?? "") ?? 0
    }
}
