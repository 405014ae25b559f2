#pragma once

#include "UnpackingGuard.hpp"

#include <cstdint>
#include <fstream>
#include <string>

namespace cosmium {

/// Cuts a PBF file into its blobs, without looking inside.
///
/// libosmium ends quietly at a length of zero and inside a length that breaks off, and leaves a file open that it
/// gives up on; so the framing is read here and libosmium gets whole blobs.
class PBFFrames {
public:
    explicit PBFFrames(const std::string &path);

    /// Reads the next blob of the wanted type, passing over blobs of unknown types.
    ///
    /// Returns false at the end of the file.
    bool next(const char *wantedType, std::string &blob);

    /// Where the blob that was read last begins, without its length and header.
    std::uint64_t lastBlob() const { return blobOffset; }

private:
    std::ifstream file;
    std::uint64_t offset = 0;
    std::uint64_t blobOffset = 0;
    UnpackingGuard guard{0};

    bool readLength(std::string &bytes);
    void readExactly(std::size_t count, std::string &bytes);
    [[noreturn]] void fail(const char *what) const;
};

}
