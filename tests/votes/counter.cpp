#include "votes/counter.hpp"

#include <algorithm>

namespace votes {

std::string_view word(Base base) {
    switch (base) {
        case Base::entitled: return "应到";
        case Base::whole: return "全体";
        case Base::present: return "到会";
        case Base::cast: return "投票";
        case Base::valid_ballots: return "有效票";
        case Base::registered: return "登记";
        case Base::none: return "";
    }
    return "";
}

const std::vector<Measure>& shares() {
    static const std::vector<Measure> all = {
        {"过半数", [](std::int64_t found, std::int64_t base) { return found > base - found; }},
        {"半数以上", [](std::int64_t found, std::int64_t base) { return found >= base - found; }},
        {"三分之一以上", [](std::int64_t found, std::int64_t base) { return found + found + found >= base; }},
        {"三分之二以上", [](std::int64_t found, std::int64_t base) { return found + found + found >= base + base; }},
        {"超过三分之二", [](std::int64_t found, std::int64_t base) { return found + found + found > base + base; }},
        {"四分之三以上", [](std::int64_t found, std::int64_t base) { return found >= 3 * (base - found); }},
        {"超过五分之四", [](std::int64_t found, std::int64_t base) { return found > 4 * (base - found); }},
        {"60%以上", [](std::int64_t found, std::int64_t base) { return 100 * found >= 60 * base; }},
        {"一致", [](std::int64_t found, std::int64_t base) { return found == base; }},
    };
    return all;
}

const std::vector<Measure>& numbers() {
    static const std::vector<Measure> all = {
        {"不少于 3", [](std::int64_t found, std::int64_t) { return found >= 3; }},
        {"超过 3", [](std::int64_t found, std::int64_t) { return found > 3; }},
        {"不少于 1", [](std::int64_t found, std::int64_t) { return found >= 1; }},
    };
    return all;
}

Counted count(const Assembly& assembly, const Way& way, bool votes) {
    Counted out;
    for (std::size_t member = 0; member < assembly.size(); ++member) {
        if (way.class_alone && !of_class(member)) continue;
        const Did did = assembly[member];
        const bool present = did != Did::absent;
        if (votes ? did == Did::yes : present) ++out.found;
        switch (way.base) {
            case Base::entitled:
            case Base::whole:
            case Base::registered: ++out.base; break;
            case Base::present:
            case Base::cast:  // here everybody who came cast a ballot
                if (present) ++out.base;
                break;
            case Base::valid_ballots:
                if (present && did != Did::spoiled) ++out.base;
                break;
            case Base::none: break;
        }
    }
    return out;
}

bool holds(const Assembly& assembly, const Way& way, bool votes) {
    const auto counted = count(assembly, way, votes);
    return way.measure->enough(counted.found, counted.base);
}

namespace {

/// Some `left` members from `member` on act otherwise.
bool turned(Assembly& assembly, const Way& way, bool votes, bool from, std::size_t member, std::int64_t left) {
    if (left == 0) return holds(assembly, way, votes) != from;
    for (; member < assembly.size(); ++member) {
        const Did did = assembly[member];
        for (std::size_t other = 0; other < ways_to_act; ++other) {
            if (static_cast<Did>(other) == did) continue;
            assembly[member] = static_cast<Did>(other);
            const bool found = turned(assembly, way, votes, from, member + 1, left - 1);
            assembly[member] = did;
            if (found) return true;
        }
    }
    return false;
}

}  // namespace

std::optional<std::int64_t> fewest_to_turn(const Assembly& assembly, const Way& way, bool votes) {
    auto tried = assembly;
    const bool from = holds(assembly, way, votes);
    for (std::int64_t members = 1; members <= static_cast<std::int64_t>(assembly.size()); ++members)
        if (turned(tried, way, votes, from, 0, members)) return members;
    return std::nullopt;
}

}  // namespace votes
