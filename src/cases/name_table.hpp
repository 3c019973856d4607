#pragma once
// Names to small numbers, as fast as a case file needs it: two words of a name are compared at once, a look-up of a
// name of up to 16 bytes touches no other memory than its slot.
// In: names, each once. Out: their numbers. Immutable after the last add(); shared between threads.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guicheng::cases {

class NameTable {
public:
    using Number = std::uint32_t;
    static constexpr Number none = 0xFFFFFFFFU;

    /// False where the name is there already (its number stays) or empty.
    bool add(std::string_view name, Number number);
    Number find(std::string_view name) const {
        if (name.size() > 16) return find_long(name);
        const Words words = short_words(name);
        for (std::size_t i = words.hash >> shift_;; i = (i + 1) & mask_) {
            const Slot& slot = slots_[i];
            if (slot.first == words.first && slot.last == words.last && slot.length == name.size() && slot.length != 0) return slot.number;
            if (slot.length == 0) return none;
        }
    }
    /// In the order of their adding: for suggestions.
    std::span<const std::string> names() const { return names_; }

private:
    struct Slot {
        std::uint64_t first = 0, last = 0;
        std::uint32_t length = 0;  ///< 0: empty
        std::uint32_t name = 0;    ///< index into names_
        Number number = none;
    };
    /// The first and the last eight bytes (together the whole of a name of up to 16) and a hash over all.
    struct Words {
        std::uint64_t first, last, hash;
    };

    template <class Word>
    static std::uint64_t load(const char* at) {
        Word word;
        std::memcpy(&word, at, sizeof word);
        return word;
    }
    static std::uint64_t hash(std::uint64_t first, std::uint64_t last) {
        return first * 0x9E3779B97F4A7C15ULL ^ last * 0xD6E8FEB86659FD93ULL;
    }
    static Words short_words(std::string_view name) {
        const char* at = name.data();
        const std::size_t n = name.size();
        std::uint64_t first = 0, last = 0;
        if (n >= 8) {
            first = load<std::uint64_t>(at);
            last = load<std::uint64_t>(at + n - 8);
        } else if (n >= 4) {
            first = load<std::uint32_t>(at);
            last = load<std::uint32_t>(at + n - 4);
        } else if (n != 0) {
            const auto byte = [at](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])); };
            first = byte(0) | byte(n / 2) << 8 | byte(n - 1) << 16;
        }
        return {first, last, hash(first + n, last)};
    }
    static Words words_of(std::string_view name);
    Number find_long(std::string_view name) const;
    void insert(const Slot& slot, std::uint64_t hash);
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(4);
    std::vector<std::string> names_;
    std::size_t mask_ = 3;
    int shift_ = 62;  ///< the upper bits of a product are the ones that depend on every byte
};

}  // namespace guicheng::cases
