import Testing

/// What makes temporary files, one test after the other: an interruption removes those of the whole process.
@Suite("Temporaries", .serialized)
struct TemporariesTests {}
