#include "UnpackingGuard.hpp"

#include "OSMSource.hpp"

#include <memory>
#include <string>

#include <osmium/io/compression.hpp>
#include <osmium/util/file.hpp>

namespace {

osmium::io::Decompressor *guardedGzip(int descriptor);
osmium::io::Decompressor *guardedBzip2(int descriptor);

osmium::io::Compressor *neverWritten(int, osmium::io::fsync) { throw std::logic_error{"nothing is written"}; }
osmium::io::Decompressor *neverFromMemory(const char *, std::size_t) {
    throw std::logic_error{"packed XML is read from files"};
}

// Of two readers of one form the first that is registered stays. So this stands before libosmium's headers, which
// register their own.
const bool isGuarded = [] {
    auto &factory = osmium::io::CompressionFactory::instance();
    return factory.register_compression(
               osmium::io::file_compression::gzip, neverWritten, guardedGzip, neverFromMemory) &&
           factory.register_compression(
               osmium::io::file_compression::bzip2, neverWritten, guardedBzip2, neverFromMemory);
}();

}

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>

namespace cosmium {

void UnpackingGuard::add(std::uint64_t bytes, std::uint64_t morePacked) {
    unpacked += bytes;
    packed += morePacked;
    if (unpacked > free && unpacked / mostTimes > packed) {
        throw Damaged{
            "it unpacks to more than " + std::to_string(mostTimes) +
            " times its size, which no extract does; unpack it yourself if it is sound"};
    }
}

bool guardUnpacking() { return isGuarded; }

}

namespace {

/// Hands on what another reader unpacks, and counts it.
class Guarded final : public osmium::io::Decompressor {
public:
    Guarded(osmium::io::Decompressor *reader, std::uint64_t packed) : reader(reader), guard(packed) {}

    std::string read() override {
        auto bytes = reader->read();
        guard.add(bytes.size());
        return bytes;
    }

    void close() override { reader->close(); }

private:
    std::unique_ptr<osmium::io::Decompressor> reader;
    cosmium::UnpackingGuard guard;
};

osmium::io::Decompressor *guardedGzip(int descriptor) {
    const auto size = osmium::file_size(descriptor);
    return new Guarded{new osmium::io::GzipDecompressor{descriptor}, size};
}

osmium::io::Decompressor *guardedBzip2(int descriptor) {
    const auto size = osmium::file_size(descriptor);
    return new Guarded{new osmium::io::Bzip2Decompressor{descriptor}, size};
}

}
