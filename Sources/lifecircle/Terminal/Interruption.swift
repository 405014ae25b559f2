import Dispatch
import Foundation
import VectorFiles

/// Leaves no half-written file behind when the user stops the program.
enum Interruption {
    /// Kept for as long as the program runs; set once, before any task.
    nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

    /// From now on SIGINT ends the program with 130, SIGTERM with 143 and SIGHUP with 129, temporaries removed;
    /// a pipe that nobody reads is an error of writing like any other.
    static func install() {
        signal(SIGPIPE, SIG_IGN)
        sources = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
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
