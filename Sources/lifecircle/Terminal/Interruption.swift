import Dispatch
import Foundation
import VectorFiles

/// Leaves no half-written file behind when the user stops the program.
enum Interruption {
    /// Kept for as long as the program runs; set once, before any task.
    nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

    /// From now on SIGINT ends the program with 130 and SIGTERM with 143, temporaries removed.
    static func install() {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                // At once: while `exit` cleans up, the run could begin another file, or end with a status of
                // its own for those that have gone. Nothing is buffered that would be lost.
                OutputSet.removeAllTemporaries { _exit(128 + number) }
            }
            source.resume()
            return source
        }
    }
}
