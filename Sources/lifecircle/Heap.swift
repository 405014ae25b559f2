import Foundation
import StudyAreas
import VectorFiles

/// How the C library hands out memory.
enum Heap {
    /// Where an OpenStreetMap extract is read, gives every large block pages of its own, which go back to the
    /// system as soon as it is let go.
    ///
    /// glibc raises the size that counts as large with every such block it sees, up to 32 MB; columns that are
    /// let go then leave holes in the heap that nothing else fits. Fixing it took the peak of `network build` on
    /// Las Palmas from 117 to 106 MB, on eight copies of it from 333 to 287 MB, and its time from 5.35 to 5.43 s. With
    /// a GeoPackage of a million junctions it saves an eighth of the memory and costs an eighth of the time until
    /// searches begin, so nothing is done there. A library that has no such setting is left as it is.
    static func returnLargeBlocks(reading sources: [VectorSource]) {
        guard sources.contains(where: \.isMap), let symbol = dlsym(nil, "mallopt") else { return }
        let set = unsafeBitCast(symbol, to: (@convention(c) (CInt, CInt) -> CInt).self)
        _ = set(mmapThreshold, 128 * 1024)
    }

    /// `M_MMAP_THRESHOLD` of glibc's malloc.h, which its module for Swift leaves out.
    private static let mmapThreshold: CInt = -3
}
