#pragma once

#include "UnpackingGuard.hpp"

#include <cstdint>
#include <fstream>
#include <string>

namespace cosmium {

/// Cuts a PBF file into its blobs, each with its length and header, without looking inside.
///
/// libosmium ends quietly at a length of zero and inside a length that breaks off, and leaves a file open that it
/// gives up on; so the framing is read here and libosmium gets whole blobs from memory.
class PBFFrames {
public:
    explicit PBFFrames(const std::string &path);

    /// Appends the next blob of the wanted type to `bytes`, passing over blobs of unknown types.
    ///
    /// Returns false at the end of the file.
    bool next(const char *wantedType, std::string &bytes);

private:
    std::ifstream file;
    std::uint64_t offset = 0;
    UnpackingGuard guard{0};

    bool readLength(std::string &bytes);
    std::string readExactly(std::size_t count);
    [[noreturn]] void fail(const char *what) const;
};

}
