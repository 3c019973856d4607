#include "yardstick/generate.hpp"

#include <algorithm>
#include <cstdio>

#include "yardstick/days.hpp"

namespace guicheng::bench {

namespace {

/// The fewest that are more than half, or two thirds or more.
int majority(int of) {
    return of / 2 + 1;
}
int two_thirds(int of) {
    return (of * 2 + 2) / 3;
}

bool is_major(const Village& village) {
    return village.category == Category::asset_disposal || village.category == Category::land;
}

/// The n-th working day after.
int after_working_days(int day, int n) {
    while (n > 0) n -= is_working_day(++day) ? 1 : 0;
    return day;
}

Event at(Kind kind, int day) {
    Event event;
    event.kind = kind;
    event.day = day;
    return event;
}

}  // namespace

/// SplitMix64.
std::uint64_t Generator::draw() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

int Generator::between(int low, int high) {
    if (high <= low) return low;
    return low + static_cast<int>(draw() % static_cast<std::uint64_t>(high - low + 1));
}

template <class T>
void Generator::shuffle(std::vector<T>& items) {
    for (int i = static_cast<int>(items.size()) - 1; i > 0; --i)
        std::swap(items[static_cast<std::size_t>(i)], items[static_cast<std::size_t>(between(0, i))]);
}

Village Generator::next() {
    Village village = lawful();
    if (chance(41)) {
        const int faults = chance(67) ? 1 : chance(70) ? 2 : between(3, 4);
        for (int i = 0; i < faults; ++i) spoil(village, between(1, 16));
    }
    if (chance(12)) shuffle(village.events);
    return village;
}

void Generator::matter(Village& village) {
    const int category = between(1, 100);
    village.category = category <= 31   ? Category::asset_disposal
                       : category <= 48 ? Category::land
                       : category <= 74 ? Category::welfare
                                        : Category::other;
    const int size = between(1, 100);
    if (size <= 3)
        village.fen = pick(std::vector<std::int64_t>{9'999'99, 10'000'00, 199'999'99, 200'000'00});
    else if (size <= 16)
        village.fen = between(1, 9'999'99);
    else if (size <= 70)
        village.fen = between(10'000'00, 199'999'99);
    else
        village.fen = between(200'000'00, 9'000'000'00);
    village.secret = between(1, 1000) <= 24;
    village.emergency = between(1, 1000) <= 25;
    village.committee = between(3, 11);
    village.party_members = between(20, 150);
    village.village_reps = between(20, 80);
}

/// Those present vote; a few may cast nothing.
void Generator::vote(Event& meeting, int present, int least_yes) {
    meeting.present = present;
    const int cast = chance(94) ? present : std::max(least_yes, present - between(1, 8));
    meeting.yes = chance(8) ? least_yes : between(least_yes, cast);
    meeting.no = between(0, cast - meeting.yes);
    meeting.abstain = cast - meeting.yes - meeting.no;
}

std::vector<std::string> Generator::contents() {
    std::vector<std::string> items{"main", "reason", "basis"};
    if (chance(42)) shuffle(items);
    if (chance(40)) {
        std::vector<std::string> more{"contact", "amount", "meeting_minutes"};
        shuffle(more);
        more.resize(static_cast<std::size_t>(between(1, 3)));
        items.insert(items.end(), more.begin(), more.end());
    }
    return items;
}

Event Generator::notice(int start, bool hurried) {
    Event event = at(Kind::notice, start);
    event.end = hurried && chance(50) ? start + between(3, 15) : after_working_days(start, 20) + (chance(25) ? 0 : between(1, 8));
    event.contents = contents();
    event.word = pick(std::vector<std::string>{"board", "broadcast", "wechat"});
    return event;
}

Village Generator::lawful() {
    Village village;
    std::array<char, 32> id{};
    std::snprintf(id.data(), id.size(), "c-%06llu", static_cast<unsigned long long>(++made_));
    village.id = id.data();
    matter(village);

    Event propose = at(Kind::propose, between(2, 230));
    propose.word = "party_branch";

    Event joint = at(Kind::joint_meeting, propose.day + between(1, 5) + between(0, 5));
    joint.materials = std::max(1, joint.day - between(1, 5));
    while (joint.materials > 1 && after_working_days(joint.materials, 1) > joint.day) --joint.materials;
    const int seats = between(majority(village.committee), village.committee);
    vote(joint, seats, majority(seats));

    Event assembly = at(Kind::party_assembly, joint.day + between(0, 5));
    const int members = between(majority(village.party_members), village.party_members);
    vote(assembly, members, majority(members));

    const bool reviewed = village.fen >= 10'000'00 || chance(10);
    Event review = at(Kind::town_review, assembly.day + between(0, 3));
    review.word = "agree";

    const Event posted = notice(std::max(assembly.day, reviewed ? review.day - 1 : 0) + between(1, 3), village.secret || village.emergency);

    Event reps = at(Kind::reps_meeting, posted.end + between(1, 5));
    int present = between(two_thirds(village.village_reps), village.village_reps);
    const int needed = is_major(village) ? majority(village.village_reps) : majority(present);
    present = std::max(present, needed);
    vote(reps, present, needed);
    reps.secret_ballot = village.category == Category::asset_disposal || chance(50);

    village.events = {propose, joint, assembly};
    if (reviewed) village.events.push_back(review);
    village.events.push_back(posted);
    village.events.push_back(reps);
    village.events.push_back(at(Kind::publish, reps.day + between(0, 7)));
    if (village.fen >= 200'000'00 || chance(2)) {
        Event bidding = at(Kind::bidding, reps.day + between(1, 10));
        bidding.bidders = between(1, 9);
        village.events.push_back(bidding);
    }
    return village;
}

/// Breaks one rule, nearly always: a rule about a step that another fault took away stays unbroken.
void Generator::spoil(Village& village, int rule) {
    auto* const joint = village.find(Kind::joint_meeting);
    auto* const assembly = village.find(Kind::party_assembly);
    auto* const posted = village.find(Kind::notice);
    auto* const reps = village.find(Kind::reps_meeting);
    const auto few = [&](int enough) { return chance(40) ? enough - 1 : between(1, enough - 1); };
    switch (rule) {
        case 1: {
            const auto kind = static_cast<Kind>(between(0, steps - 1));
            std::erase_if(village.events, [&](const Event& event) { return event.kind == kind; });
            break;
        }
        case 2: spoil_order(village); break;
        case 3:
            if (auto* propose = village.find(Kind::propose))
                propose->word = pick(std::vector<std::string>{"villager_committee", "villager", "town_government"});
            break;
        case 4:
            if (joint) vote(*joint, few(majority(village.committee)), 0);
            break;
        case 5:
            if (joint) spoil_vote(*joint, joint->present);
            break;
        case 6:
            if (joint) joint->materials = joint->day;
            break;
        case 7:
            if (assembly) vote(*assembly, few(majority(village.party_members)), 0);
            break;
        case 8:
            if (assembly) spoil_vote(*assembly, assembly->present);
            break;
        case 9:
            if (!posted) break;
            village.secret = village.emergency = false;
            posted->end = chance(40) ? after_working_days(posted->day, 20) - 1 : posted->day + between(-2, 24);
            break;
        case 10:
            if (posted) std::erase(posted->contents, pick(std::vector<std::string>{"main", "reason", "basis"}));
            break;
        case 11:
            if (reps) vote(*reps, few(two_thirds(village.village_reps)), 0);
            break;
        case 12:
            if (reps) spoil_vote(*reps, is_major(village) ? village.village_reps : reps->present);
            break;
        case 13:
            village.category = Category::asset_disposal;
            if (reps) reps->secret_ballot = false;
            break;
        case 14:
            if (auto* publish = village.find(Kind::publish); publish && reps)
                publish->day = chance(40) ? reps->day + 8 : reps->day + (chance(20) ? -between(1, 3) : between(9, 25));
            break;
        case 15: spoil_money(village); break;
        case 16: {
            auto* const meeting = pick(std::vector<Event*>{joint, assembly, reps});
            const int entitled = meeting == joint ? village.committee : meeting == assembly ? village.party_members : village.village_reps;
            if (!meeting) break;
            if (chance(50))
                meeting->present = entitled + between(1, 3);
            else
                meeting->abstain = meeting->present - meeting->yes - meeting->no + between(1, 3);
            break;
        }
        default: break;
    }
}

/// Moves one event to the wrong side of its neighbour.
void Generator::spoil_order(Village& village) {
    const auto kind = static_cast<Kind>(between(0, steps - 2));
    auto* const first = village.find(kind);
    auto* const second = village.find(static_cast<Kind>(static_cast<int>(kind) + 1));
    if (!first || !second) return;
    const int done = kind == Kind::notice ? first->end : first->day;
    const int back = chance(30) ? 0 : between(1, 4);
    second->day = std::max(1, done - back);
    if (second->kind == Kind::joint_meeting) second->materials = std::min(second->materials, second->day);
}

/// One vote too few, or far too few.
void Generator::spoil_vote(Event& meeting, int of) {
    const int most = std::min(of / 2, meeting.present);
    meeting.yes = chance(40) ? most : between(0, most);
    meeting.no = between(0, meeting.present - meeting.yes);
    meeting.abstain = meeting.present - meeting.yes - meeting.no;
}

void Generator::spoil_money(Village& village) {
    const bool review = chance(50);
    if (!review)
        village.fen = std::max<std::int64_t>(village.fen, 200'000'00);
    else
        village.fen = std::max<std::int64_t>(village.fen, 10'000'00);
    const auto missing = review ? Kind::town_review : Kind::bidding;
    std::erase_if(village.events, [&](const Event& event) { return event.kind == missing; });
}

}  // namespace guicheng::bench
