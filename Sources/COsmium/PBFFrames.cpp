#include "PBFFrames.hpp"

#include "OSMSource.hpp"

#include <protozero/pbf_reader.hpp>

namespace cosmium {

namespace {

// Limits of the format's description.
constexpr std::uint32_t longestHeader = 64U * 1024U;
constexpr std::int32_t longestBlob = 32 * 1024 * 1024;

struct BlobHeader {
    std::string type;
    std::int32_t size = 0;
};

BlobHeader decoded(const std::string &bytes) {
    BlobHeader header;
    protozero::pbf_reader message{bytes};
    while (message.next()) {
        switch (message.tag_and_type()) {
        case protozero::tag_and_type(1, protozero::pbf_wire_type::length_delimited):
            header.type = message.get_string();
            break;
        case protozero::tag_and_type(3, protozero::pbf_wire_type::varint):
            header.size = message.get_int32();
            break;
        default:
            message.skip();
        }
    }
    return header;
}

/// How many bytes a blob says it unpacks to; libosmium refuses it when that is not so.
std::uint64_t unpackedSize(const std::string &bytes) {
    std::int32_t size = 0;
    protozero::pbf_reader message{bytes};
    while (message.next()) {
        if (message.tag_and_type() == protozero::tag_and_type(2, protozero::pbf_wire_type::varint)) {
            size = message.get_int32();
        } else {
            message.skip();
        }
    }
    return size > 0 ? static_cast<std::uint64_t>(size) : 0;
}

std::uint32_t bigEndian(const std::string &bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes) { number = number << 8U | static_cast<unsigned char>(byte); }
    return number;
}

}

PBFFrames::PBFFrames(const std::string &path) : file(path, std::ios::binary) {
    if (!file) { throw NotReadable{"the file cannot be opened"}; }
}

void PBFFrames::fail(const char *what) const {
    throw Damaged{std::string{what} + " (byte " + std::to_string(offset) + ")"};
}

void PBFFrames::readExactly(std::size_t count, std::string &bytes) {
    bytes.resize(count);
    file.read(&bytes[0], static_cast<std::streamsize>(count));
    if (file.bad()) { throw NotReadable{"reading failed"}; }
    if (static_cast<std::size_t>(file.gcount()) != count) { fail("the file breaks off inside a blob"); }
}

bool PBFFrames::readLength(std::string &bytes) {
    bytes.assign(4, '\0');
    file.read(&bytes[0], 4);
    if (file.bad()) { throw NotReadable{"reading failed"}; }
    if (file.gcount() == 0) { return false; }
    if (file.gcount() != 4) { fail("the file breaks off between blobs"); }
    return true;
}

bool PBFFrames::next(const char *wantedType, std::string &blob) {
    std::string bytes;
    while (readLength(bytes)) {
        const auto headerSize = bigEndian(bytes);
        if (headerSize == 0 || headerSize > longestHeader) { fail("a blob header has an impossible length"); }
        readExactly(headerSize, bytes);
        const auto header = decoded(bytes);
        if (header.size <= 0 || header.size > longestBlob) { fail("a blob has an impossible length"); }
        readExactly(static_cast<std::size_t>(header.size), blob);
        blobOffset = offset + 4 + headerSize;
        offset = blobOffset + blob.size();
        guard.add(unpackedSize(blob), blob.size());
        if (header.type == wantedType) { return true; }
        if (header.type == "OSMHeader" || header.type == "OSMData") { fail("blobs are out of order"); }
    }
    return false;
}

}
