#include "yardstick/oracle.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>

#include "yardstick/days.hpp"

namespace guicheng::bench {

namespace {

/// Working days after `from`, through `through`.
int working_days(int from, int through) {
    int count = 0;
    for (int day = from + 1; day <= through; ++day) count += is_working_day(day) ? 1 : 0;
    return count;
}

bool majority(int part, int whole) {
    return part + part > whole;
}

bool impossible(const Event& meeting, int entitled) {
    return meeting.yes + meeting.no + meeting.abstain > meeting.present || meeting.present > entitled;
}

/// Both exist, and the first is not before the second in the way that `wrong` says.
template <class Wrong>
bool out_of_order(const Event* first, const Event* second, Wrong wrong) {
    return first != nullptr && second != nullptr && wrong(*first, *second);
}

bool later(const Event& first, const Event& second) {
    return first.day > second.day;
}

}  // namespace

Answer oracle(const Village& v) {
    std::set<int> violated;
    const auto check = [&](int rule, bool kept) {
        if (!kept) violated.insert(rule);
    };
    const auto* propose = v.find(Kind::propose);
    const auto* joint = v.find(Kind::joint_meeting);
    const auto* assembly = v.find(Kind::party_assembly);
    const auto* notice = v.find(Kind::notice);
    const auto* reps = v.find(Kind::reps_meeting);
    const auto* publish = v.find(Kind::publish);

    for (const auto* step : {propose, joint, assembly, notice, reps, publish}) check(1, step != nullptr);

    check(2, !out_of_order(propose, joint, later));
    check(2, !out_of_order(joint, assembly, later));
    check(2, !out_of_order(assembly, notice, [](const Event& a, const Event& n) { return n.day <= a.day; }));
    check(2, !out_of_order(notice, notice, [](const Event& n, const Event&) { return n.end < n.day; }));
    check(2, !out_of_order(notice, reps, [](const Event& n, const Event& r) { return r.day <= n.end; }));
    check(2, !out_of_order(reps, publish, later));

    if (propose != nullptr) check(3, propose->word == "party_branch");
    if (joint != nullptr) {
        check(4, majority(joint->present, v.committee));
        check(5, majority(joint->yes, joint->present));
        check(6, working_days(joint->materials, joint->day) >= 1);
        check(16, !impossible(*joint, v.committee));
    }
    if (assembly != nullptr) {
        check(7, majority(assembly->present, v.party_members));
        check(8, majority(assembly->yes, assembly->present));
        check(16, !impossible(*assembly, v.party_members));
    }
    if (notice != nullptr) {
        check(9, v.secret || v.emergency || working_days(notice->day, notice->end) >= 20);
        for (const char* item : {"main", "reason", "basis"}) check(10, std::ranges::find(notice->contents, item) != notice->contents.end());
    }
    if (reps != nullptr) {
        const bool disposal = v.category == Category::asset_disposal;
        check(11, reps->present * 3 >= v.village_reps * 2);
        check(12, majority(reps->yes, disposal || v.category == Category::land ? v.village_reps : reps->present));
        check(13, !disposal || reps->secret_ballot);
        check(16, !impossible(*reps, v.village_reps));
        if (publish != nullptr) check(14, publish->day >= reps->day && publish->day <= reps->day + 7);
    }
    check(15, v.fen < 10'000'00 || v.find(Kind::town_review) != nullptr);
    check(15, v.fen < 200'000'00 || v.find(Kind::bidding) != nullptr);

    unsigned bits = 0;
    for (const int rule : violated) bits |= 1U << (rule - 1);
    return static_cast<Answer>(bits);
}

}  // namespace guicheng::bench
