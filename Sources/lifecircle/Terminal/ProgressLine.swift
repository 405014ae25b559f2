import Dispatch
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

/// Shows how far a run has come, once it has taken more than two seconds, and every second from then on.
///
/// The time left is what the share done so far took, carried on; where no share is known the time taken stands
/// instead.
final class ProgressLine: Sendable {
    private let style: ProgressStyle
    private let language: Language
    private let start = ContinuousClock.now
    private let state = Mutex(State())
    /// Set once, and touched again only to end it.
    nonisolated(unsafe) private let ticks: (any DispatchSourceTimer)?

    private struct State {
        var stage: Stage?
        var stageStart = ContinuousClock.now
        var share = 0.0
        var lastShown = ContinuousClock.now
        var isShowing = false
    }

    init(_ style: ProgressStyle, language: Language) {
        let isSeen = style != .auto || Terminal.isWatched
        self.style = isSeen ? style : .none
        self.language = language
        guard self.style == .auto else {
            ticks = nil
            return
        }
        // Stages that tell no share, as reading a large file, must not look like a program that hangs.
        let ticks = DispatchSource.makeTimerSource(queue: .global())
        self.ticks = ticks
        ticks.schedule(deadline: .now() + 2.1, repeating: 1)
        ticks.setEventHandler { [weak self] in self?.show() }
        ticks.resume()
    }

    deinit { ticks?.cancel() }

    func begin(_ stage: Stage) {
        state.withLock {
            $0.stage = stage
            $0.stageStart = .now
            $0.share = 0
        }
        if style == .json { sayJSON(stage, "begin", nil) }
    }

    func end(_ stage: Stage, seconds: Double) {
        if style == .json { sayJSON(stage, "end", seconds) }
        state.withLock { $0.stage = nil }
        clear()
    }

    /// Tells that `share` (0…1) of the running stage is done; may be called from any task.
    func update(_ share: Double) {
        guard style == .auto else { return }
        state.withLock { $0.share = share }
        show()
    }

    private func show() {
        // Drawn under the lock, so that nothing comes after the end of the stage.
        state.withLock { state in
            let now = ContinuousClock.now
            guard let stage = state.stage, now - start > .seconds(2),
                !state.isShowing || now - state.lastShown > .milliseconds(200)
            else { return }
            state.lastShown = now
            state.isShowing = true
            Terminal.draw(
                ProgressLine.text(stage, state.share, (now - state.stageStart).seconds, language))
        }
    }

    /// The line for a stage that has taken so many seconds for `share` of it; at most 72 columns.
    static func text(_ stage: Stage, _ share: Double, _ taken: Double, _ language: Language) -> String {
        let name = stage.wording(language)
        guard share > 0.02 else {
            let seconds = Int(taken)
            return language.pick(en: "\(name), \(seconds) s so far", zh: "\(name)，已用 \(seconds) 秒")
        }
        let filled = Int(min(share, 1) * 20)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        let left = Int((taken / share * (1 - min(share, 1))).rounded(.up))
        let remaining = language.pick(en: "about \(left) s left", zh: "约剩 \(left) 秒")
        return "\(name) \(bar) \(Int(min(share, 1) * 100)) %  \(remaining)"
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
