#include "cases/name_table.hpp"

#include <utility>

namespace guicheng::cases {

NameTable::Words NameTable::words_of(std::string_view name) {
    if (name.size() <= 16) return short_words(name);
    std::uint64_t middle = 0;
    for (std::size_t i = 8; i + 8 < name.size(); i += 8) {
        middle = (middle ^ load<std::uint64_t>(name.data() + i)) * 0x9E3779B97F4A7C15ULL;
        middle ^= middle >> 32;
    }
    const auto first = load<std::uint64_t>(name.data());
    const auto last = load<std::uint64_t>(name.data() + name.size() - 8);
    return {first, last, hash(first + name.size(), last + middle)};
}

NameTable::Number NameTable::find_long(std::string_view name) const {
    const Words words = words_of(name);
    for (std::size_t i = words.hash >> shift_; slots_[i].length != 0; i = (i + 1) & mask_) {
        const Slot& slot = slots_[i];
        if (slot.first == words.first && slot.last == words.last && names_[slot.name] == name) return slot.number;
    }
    return none;
}

bool NameTable::add(std::string_view name, Number number) {
    if (name.empty() || find(name) != none) return false;
    // At most half full: a look-up of an unknown name ends after a slot or two.
    if ((names_.size() + 1) * 2 > slots_.size()) grow();
    const Words words = words_of(name);
    names_.emplace_back(name);
    insert({words.first, words.last, static_cast<std::uint32_t>(name.size()), static_cast<std::uint32_t>(names_.size() - 1), number},
           words.hash);
    return true;
}

void NameTable::insert(const Slot& slot, std::uint64_t hash) {
    std::size_t i = hash >> shift_;
    while (slots_[i].length != 0) i = (i + 1) & mask_;
    slots_[i] = slot;
}

void NameTable::grow() {
    const auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    mask_ = slots_.size() - 1;
    --shift_;
    for (const Slot& slot : old)
        if (slot.length != 0) insert(slot, words_of(names_[slot.name]).hash);
}

}  // namespace guicheng::cases
