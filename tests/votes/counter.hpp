#pragma once
// The counter: what a member did, one by one, and what comes of it. No header of the library.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace votes {

enum class Did : std::uint8_t { absent, yes, no, abstain, spoiled };
inline constexpr std::size_t ways_to_act = 5;

/// What each member did; those with an odd number are of the class.
using Assembly = std::vector<Did>;
inline bool of_class(std::size_t member) {
    return member % 2 == 1;
}

struct Counted {
    std::int64_t found = 0, base = 0;
};

enum class Base : std::uint8_t { entitled, whole, present, cast, valid_ballots, registered, none };
inline constexpr Base all_bases[] = {Base::entitled, Base::whole, Base::present, Base::cast, Base::valid_ballots, Base::registered};
std::string_view word(Base base);

/// Whether so many of so many are enough.
struct Measure {
    std::string word;
    bool (*enough)(std::int64_t found, std::int64_t base);
};
/// Every word of comparison, and some absolute numbers (of base none).
const std::vector<Measure>& shares();
const std::vector<Measure>& numbers();

/// One way to reach a threshold: of all members or of the class.
struct Way {
    bool class_alone = false;
    Base base = Base::none;
    const Measure* measure = nullptr;
};

/// Counted one member after another. `votes`: ayes, else persons present.
Counted count(const Assembly& assembly, const Way& way, bool votes);
bool holds(const Assembly& assembly, const Way& way, bool votes);

/// The fewest members who must act otherwise for the answer to turn; nothing where no number of them turns it.
std::optional<std::int64_t> fewest_to_turn(const Assembly& assembly, const Way& way, bool votes);

}  // namespace votes
