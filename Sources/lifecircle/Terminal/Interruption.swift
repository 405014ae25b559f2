import Dispatch
import Foundation
import Synchronization
import VectorFiles

/// Leaves no half-written file behind when the user stops the program.
enum Interruption {
    private static let sources = Mutex<[any DispatchSourceSignal]>([])

    /// From now on SIGINT ends the program with 130 and SIGTERM with 143, temporaries removed.
    static func install() {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                OutputSet.removeAllTemporaries()
                exit(128 + number)
            }
            source.resume()
            sources.withLock { $0.append(source) }
        }
    }
}
