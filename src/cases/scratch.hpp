#pragma once
// What one binding needs beside its result, kept from case to case: texts stored once each, and marks that need no
// clearing.
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "cases/case.hpp"

namespace guicheng::cases {

/// Gives each text of a case its index, the same text the same index.
class Interner {
public:
    void clear();
    std::uint32_t index(std::string_view text, Kept<std::string>& texts) {
        if (texts.size() < few) {
            for (std::uint32_t i = 0; i < texts.size(); ++i)
                if (texts[i] == text) return i;
            texts.next().assign(text);
            return static_cast<std::uint32_t>(texts.size() - 1);
        }
        return index_of_many(text, texts);
    }

private:
    static constexpr std::size_t few = 12;
    /// A file that was made to collide must not take quadratic time: past so many probes a sorted map takes over.
    static constexpr std::size_t most_probes = 48;
    static constexpr std::uint32_t empty = 0xFFFFFFFFU;
    std::uint32_t index_of_many(std::string_view text, Kept<std::string>& texts);
    bool place(std::uint32_t index, const Kept<std::string>& texts);
    void grow(const Kept<std::string>& texts);

    std::vector<std::uint32_t> slots_;
    std::size_t used_ = 0;
    std::map<std::string, std::uint32_t, std::less<>> crowded_;
};

/// A set of small numbers that is emptied in no time.
class Marks {
public:
    void begin(std::size_t size) {
        if (stamps_.size() < size) stamps_.resize(size, 0);
        if (++now_ == 0) {
            stamps_.assign(stamps_.size(), 0);
            now_ = 1;
        }
    }
    /// False where it was marked already.
    bool mark(std::size_t number) {
        if (number >= stamps_.size()) stamps_.resize(number + number / 2 + 16, 0);
        if (stamps_[number] == now_) return false;
        stamps_[number] = now_;
        return true;
    }
    bool marked(std::size_t number) const { return number < stamps_.size() && stamps_[number] == now_; }

private:
    std::vector<std::uint32_t> stamps_;
    std::uint32_t now_ = 0;
};

/// An act's own number (编号) or the number of the act that it corrects (更正).
struct Label {
    std::uint32_t text;  ///< index into Case::texts
    std::uint32_t record;
    std::uint32_t token;  ///< where it stands in the tape
};

struct Scratch {
    Interner interner;
    Marks fields;  ///< own fields of an act, matter fields, parameters, bodies seen
    Marks people;  ///< names seen in one list
    std::vector<Label> labels, corrections;
    std::vector<std::uint32_t> owner;   ///< by text: the record that bears it as its number
    std::vector<std::uint32_t> order;   ///< entries of a roll, sorted
    std::vector<std::uint32_t> places;  ///< by entry of the roll at hand: where it stands in the tape
    std::vector<std::uint32_t> target;  ///< by record: the record that it corrects
};

}  // namespace guicheng::cases
