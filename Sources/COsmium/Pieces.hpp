#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace cosmium {

/// A list in pieces of one size, so that growing moves nothing and never holds two copies.
template <typename Value> class Pieces {
public:
    void add(Value value) {
        if (count % pieceSize == 0) { pieces.emplace_back(new Value[pieceSize]); }
        pieces.back()[count % pieceSize] = value;
        ++count;
    }

    Value &operator[](std::size_t place) { return pieces[place / pieceSize][place % pieceSize]; }
    const Value &operator[](std::size_t place) const { return pieces[place / pieceSize][place % pieceSize]; }

    std::size_t size() const { return count; }

private:
    static constexpr std::size_t pieceSize = 1U << 13U;

    std::vector<std::unique_ptr<Value[]>> pieces;
    std::size_t count = 0;
};

}
