#pragma once
// The sixteen rules as one would write them by hand for speed: a flat struct, a table of the working days of 2024 made by
// the compiler, and simdjson's on-demand reader over the same bytes. What the rule file is measured against. It takes the
// line at its word: no key is checked for being known, given twice or of its type.
#include <simdjson.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace guicheng::bench::handwritten {

inline constexpr std::array<int, 13> days_before{0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366};

/// Working days from 1 January through each day of 2024.
inline constexpr auto working_days = [] {
    struct Days {
        int month, first, last;
    };
    constexpr std::array off{Days{1, 1, 1}, Days{2, 10, 17}, Days{4, 4, 6}, Days{5, 1, 5}, Days{6, 8, 10}, Days{9, 15, 17}, Days{10, 1, 7}};
    constexpr std::array on{Days{2, 4, 4},   Days{2, 18, 18}, Days{4, 7, 7},   Days{4, 28, 28},
                            Days{5, 11, 11}, Days{9, 14, 14}, Days{9, 29, 29}, Days{10, 12, 12}};
    std::array<std::int16_t, 367> through{};
    const auto within = [](const auto& list, int day) {
        for (const auto& days : list) {
            const int before = days_before[static_cast<std::size_t>(days.month - 1)];
            if (before + days.first <= day && day <= before + days.last) return true;
        }
        return false;
    };
    for (int day = 1; day <= 366; ++day) {
        const bool works = within(on, day) || ((day - 1) % 7 < 5 && !within(off, day));
        const auto at = static_cast<std::size_t>(day);
        through[at] = static_cast<std::int16_t>(through[at - 1] + (works ? 1 : 0));
    }
    return through;
}();

enum Step : unsigned { propose = 1, joint = 2, assembly = 4, notice = 8, reps = 16, publish = 32, review = 64, bidding = 128 };
inline constexpr unsigned six_steps = 63;

enum class Category : std::uint8_t { asset_disposal, land, welfare, other };

struct Meeting {
    std::int16_t day, present, yes, no, abstain;
};

struct Decision {
    std::int64_t fen;
    std::uint32_t steps;  ///< of Step
    Category category;
    bool secret, emergency, by_branch, secret_ballot;
    std::uint8_t contents;  ///< 1 main, 2 reason, 4 basis
    std::int16_t committee, party_members, village_reps;
    std::int16_t proposed, materials, noticed, notice_end, published;
    Meeting joint_meeting, party_assembly, reps_meeting;
};

/// Bit i - 1: Ri is violated.
inline std::uint16_t judge(const Decision& d) {
    const auto done = [&](unsigned which) { return (d.steps & which) == which; };
    const auto working = [](int after, int through) {
        return working_days[static_cast<std::size_t>(through)] - working_days[static_cast<std::size_t>(after)];
    };
    const auto impossible = [](const Meeting& m, int entitled) { return m.yes + m.no + m.abstain > m.present || m.present > entitled; };
    unsigned out = 0;
    const auto rule = [&](int number, bool violated) { out |= static_cast<unsigned>(violated) << (number - 1); };

    rule(1, !done(six_steps));
    rule(2, (done(propose | joint) && d.proposed > d.joint_meeting.day) ||
                (done(joint | assembly) && d.joint_meeting.day > d.party_assembly.day) ||
                (done(assembly | notice) && d.noticed <= d.party_assembly.day) || (done(notice) && d.notice_end < d.noticed) ||
                (done(notice | reps) && d.reps_meeting.day <= d.notice_end) || (done(reps | publish) && d.published < d.reps_meeting.day));
    rule(3, done(propose) && !d.by_branch);
    if (done(joint)) {
        const auto& m = d.joint_meeting;
        rule(4, m.present * 2 <= d.committee);
        rule(5, m.yes * 2 <= m.present);
        rule(6, working(d.materials, m.day) < 1);
        rule(16, impossible(m, d.committee));
    }
    if (done(assembly)) {
        const auto& m = d.party_assembly;
        rule(7, m.present * 2 <= d.party_members);
        rule(8, m.yes * 2 <= m.present);
        rule(16, impossible(m, d.party_members));
    }
    if (done(notice)) {
        rule(9, !d.secret && !d.emergency && working(d.noticed, d.notice_end) < 20);
        rule(10, d.contents != 7);
    }
    if (done(reps)) {
        const auto& m = d.reps_meeting;
        const bool major = d.category == Category::asset_disposal || d.category == Category::land;
        rule(11, m.present * 3 < d.village_reps * 2);
        rule(12, m.yes * 2 <= (major ? d.village_reps : m.present));
        rule(13, d.category == Category::asset_disposal && !d.secret_ballot);
        rule(14, done(publish) && (d.published < m.day || d.published > m.day + 7));
        rule(16, impossible(m, d.village_reps));
    }
    rule(15, (d.fen >= 10'000'00 && !done(review)) || (d.fen >= 200'000'00 && !done(bidding)));
    return static_cast<std::uint16_t>(out);
}

class Reader {
public:
    /// `room`: bytes that may be read from the line's beginning, its length and simdjson's padding at least.
    void read(std::string_view line, std::size_t room, Decision& d) {
        auto document = parser_.iterate(line.data(), line.size(), room);
        Object root = document.get_object();
        Object matter = root["matter"];
        d.category = category(text(matter, "category"));
        d.fen = static_cast<std::int64_t>(matter["amount"].get_double().value() * 100 + 0.5);
        d.secret = matter["secret"].get_bool().value();
        d.emergency = matter["emergency"].get_bool().value();
        Object rolls = root["rolls"];
        d.committee = number(rolls, "committee");
        d.party_members = number(rolls, "party_members");
        d.village_reps = number(rolls, "village_reps");
        d.steps = 0;
        simdjson::ondemand::array acts = root["acts"];
        for (auto item : acts) act(item.get_object().value(), d);
    }

private:
    using Object = simdjson::ondemand::object;

    [[gnu::always_inline]] static std::string_view text(Object& from, std::string_view key) { return from[key].get_string().value(); }
    [[gnu::always_inline]] static std::int16_t number(Object& from, std::string_view key) {
        return static_cast<std::int16_t>(from[key].get_int64().value());
    }
    [[gnu::always_inline]] static std::int16_t day(Object& from, std::string_view key) {
        const std::string_view iso = text(from, key);
        const auto pair = [&](std::size_t i) { return static_cast<unsigned>(iso[i] - '0') * 10 + static_cast<unsigned>(iso[i + 1] - '0'); };
        if (iso.size() != 10) return 0;
        const unsigned month = pair(5);
        return month - 1 < 12 ? static_cast<std::int16_t>(days_before[month - 1] + static_cast<int>(pair(8) % 32)) : std::int16_t{0};
    }
    static Category category(std::string_view name) {
        switch (name.empty() ? '\0' : name.front()) {
            case 'a': return Category::asset_disposal;
            case 'l': return Category::land;
            case 'w': return Category::welfare;
            default: return Category::other;
        }
    }
    static unsigned step(std::string_view name) {
        switch (name.size()) {
            case 6: return name == "notice" ? notice : 0U;
            case 7: return name == "propose" ? propose : name == "publish" ? publish : 0U;
            case 12: return name == "reps_meeting" ? reps : 0U;
            case 13: return name == "joint_meeting" ? joint : 0U;
            case 14: return name == "party_assembly" ? assembly : 0U;
            default: return 0U;
        }
    }
    static unsigned item(std::string_view name) { return name == "main" ? 1U : name == "reason" ? 2U : name == "basis" ? 4U : 0U; }
    [[gnu::always_inline]] static void votes(Object& from, Meeting& m) {
        m.present = number(from, "present");
        m.yes = number(from, "yes");
        m.no = number(from, "no");
        m.abstain = number(from, "abstain");
    }

    /// What the act says it is, which nearly always stands first.
    static std::string_view kind(Object& from, bool& is_step) {
        auto first = *from.begin();
        const auto key = first.key().value();
        is_step = key == "step";
        if (is_step || key == "event") return first.value().get_string().value();
        is_step = from["step"].error() == simdjson::SUCCESS;
        return text(from, is_step ? "step" : "event");
    }

    static void act(Object from, Decision& d) {
        bool is_step = false;
        const std::string_view name = kind(from, is_step);
        if (!is_step) {
            d.steps |= name == "town_review" ? review : name == "bidding" ? bidding : 0U;
            return;
        }
        const unsigned which = step(name);
        d.steps |= which;
        switch (which) {
            case propose:
                d.proposed = day(from, "date");
                d.by_branch = text(from, "by") == "party_branch";
                break;
            case joint:
                d.joint_meeting.day = day(from, "date");
                d.materials = day(from, "materials");
                votes(from, d.joint_meeting);
                break;
            case assembly:
                d.party_assembly.day = day(from, "date");
                votes(from, d.party_assembly);
                break;
            case notice: {
                d.noticed = day(from, "start");
                d.notice_end = day(from, "end");
                unsigned contents = 0;
                simdjson::ondemand::array list = from["contents"];
                for (auto one : list) contents |= item(one.get_string().value());
                d.contents = static_cast<std::uint8_t>(contents);
                break;
            }
            case reps:
                d.reps_meeting.day = day(from, "date");
                votes(from, d.reps_meeting);
                d.secret_ballot = text(from, "ballot_form") == "secret";
                break;
            case publish: d.published = day(from, "date"); break;
            default: break;
        }
    }

    simdjson::ondemand::parser parser_;
};

}  // namespace guicheng::bench::handwritten
