#pragma once

#include "COsmium.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace cosmium {

/// The words that a visitor knows, by number: keys from 1 on, then values.
class Words {
public:
    explicit Words(const COsmiumVisitor &visitor) : keyCount(visitor.keyCount) {
        for (std::size_t place = 0; place < visitor.wordCount; ++place) {
            numbers.emplace(visitor.words[place], static_cast<std::uint16_t>(place + 1));
        }
    }

    /// The number of a word; 0 for one that is not known.
    std::uint16_t number(std::string_view word) const {
        const auto found = numbers.find(word);
        return found == numbers.end() ? std::uint16_t{0} : found->second;
    }

    /// Whether a word of this number is known as a key.
    bool isKey(std::uint16_t number) const { return number > 0 && number <= keyCount; }

    /// A tag in one number, the key's above the value's; 0 for a key that is not known.
    std::uint32_t code(std::string_view key, std::string_view value) const {
        const auto keyNumber = number(key);
        return isKey(keyNumber) ? code(keyNumber, number(value)) : 0;
    }

    static std::uint32_t code(std::uint16_t key, std::uint16_t value) {
        return static_cast<std::uint32_t>(key) << 16U | value;
    }

private:
    std::unordered_map<std::string_view, std::uint16_t> numbers;
    std::size_t keyCount;
};

}
