import Foundation
import Reporting
import Synchronization
import VectorFiles

/// How progress is shown on standard error.
enum ProgressStyle: String, CaseIterable, Sendable {
    /// A line with the time left on a terminal, nothing elsewhere.
    case auto
    /// One JSON line per step.
    case json
    case none
}

/// Shows how far a run has come, once it has taken more than two seconds.
///
/// The time left is what the share done so far took, carried on; it is printed only when a share is known.
final class ProgressLine: Sendable {
    private let style: ProgressStyle
    private let language: Language
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    private struct State {
        var stage: Stage?
        var stageStart = ContinuousClock.now
        var lastShown = ContinuousClock.now
        var isShowing = false
    }

    init(_ style: ProgressStyle, language: Language) {
        let isSeen = style != .auto || Terminal.isWatched
        self.style = isSeen ? style : .none
        self.language = language
    }

    func begin(_ stage: Stage) {
        state.withLock {
            $0.stage = stage
            $0.stageStart = .now
        }
        if style == .json { sayJSON(stage, "begin", nil) }
    }

    func end(_ stage: Stage, seconds: Double) {
        if style == .json { sayJSON(stage, "end", seconds) }
        clear()
    }

    /// Tells that `share` (0…1) of the running stage is done; may be called from any task.
    func update(_ share: Double) {
        guard style == .auto else { return }
        let line = state.withLock { state -> String? in
            let now = ContinuousClock.now
            guard let stage = state.stage, now - start > .seconds(2),
                !state.isShowing || now - state.lastShown > .milliseconds(200)
            else { return nil }
            state.lastShown = now
            state.isShowing = true
            return text(stage, share, now - state.stageStart)
        }
        if let line { Terminal.draw(line) }
    }

    private func text(_ stage: Stage, _ share: Double, _ taken: Duration) -> String {
        let filled = Int(share * 20)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: max(0, 20 - filled))
        guard share > 0.02 else { return "\(stage.wording(language)) \(bar)" }
        let left = Int((taken.seconds / share * (1 - share)).rounded(.up))
        let remaining = language.pick(en: "about \(left) s left", zh: "约剩 \(left) 秒")
        return "\(stage.wording(language)) \(bar) \(Int(share * 100)) %  \(remaining)"
    }

    private func clear() {
        let wasShowing = state.withLock { state in
            defer { state.isShowing = false }
            return state.isShowing
        }
        if wasShowing { Terminal.draw("") }
    }

    private func sayJSON(_ stage: Stage, _ event: String, _ seconds: Double?) {
        let line = JSONValue.object([
            ("stage", .string(stage.rawValue)), ("event", .string(event)),
            ("wall_s", seconds.map { .decimal($0, places: 3) } ?? .null),
        ])
        Terminal.say(line.text(pretty: false))
    }
}

extension Duration {
    /// Seconds with their fraction.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
