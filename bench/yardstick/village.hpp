#pragma once
// One village decision as it happened: what the generator makes up, the converter reads and the writer writes down.
// Days are days of the year 2024, from 1.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guicheng::bench {

enum class Category : std::uint8_t { asset_disposal, land, welfare, other };
inline constexpr std::array<std::string_view, 4> category_names{"asset_disposal", "land", "welfare", "other"};

enum class Kind : std::uint8_t { propose, joint_meeting, party_assembly, notice, reps_meeting, publish, town_review, bidding };
inline constexpr std::array<std::string_view, 8> kind_names{"propose",      "joint_meeting", "party_assembly", "notice",
                                                            "reps_meeting", "publish",       "town_review",    "bidding"};
inline constexpr int steps = 6;  ///< the kinds before town_review must all have been done

struct Event {
    Kind kind = Kind::propose;
    int day = 1;
    int end = 1;        ///< notice
    int materials = 1;  ///< joint_meeting
    int present = 0, yes = 0, no = 0, abstain = 0;
    bool secret_ballot = false;  ///< reps_meeting
    std::string word;            ///< who proposed, where the notice hung, how the review ended
    int bidders = 0;
    std::vector<std::string> contents;  ///< notice
};

struct Village {
    std::string id;
    Category category = Category::other;
    std::int64_t fen = 0;
    bool secret = false, emergency = false;
    int committee = 0, party_members = 0, village_reps = 0;
    std::vector<Event> events;  ///< in the order of the file, which need not be that of time

    const Event* find(Kind kind) const {
        for (const auto& event : events)
            if (event.kind == kind) return &event;
        return nullptr;
    }
    Event* find(Kind kind) { return const_cast<Event*>(std::as_const(*this).find(kind)); }
};

/// Bit i - 1: rule Ri is violated.
using Answer = std::uint16_t;

}  // namespace guicheng::bench
