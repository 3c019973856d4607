#include "eval/act_order.hpp"

#include <algorithm>

namespace guicheng::eval {

using base::Day;
using cases::Act;
using cases::ActKind;

std::optional<Day> last_day_of(const Act& act) {
    if (!act.dated) return std::nullopt;
    return act.has_end ? std::max(act.start.day, act.end.day) : act.start.day;
}

AsOf as_of_day(const cases::Case& file, std::optional<Day> given, std::optional<Day> last_record) {
    if (given) return {given, verdict::AsOfSource::given};
    if (file.as_of) return {file.as_of, verdict::AsOfSource::case_file};
    if (file.closed && (!last_record || *last_record <= file.closed->day)) return {file.closed->day, verdict::AsOfSource::closed};
    return {last_record, verdict::AsOfSource::last_record};
}

AsOf as_of_day(const cases::Case& file, std::optional<Day> given) {
    std::optional<Day> last;
    if (!given && !file.as_of) {
        for (const auto& act : file.acts) {
            const auto day = last_day_of(act);
            if (day && (!last || *last < *day)) last = day;
        }
    }
    return as_of_day(file, given, last);
}

bool is_closed(const cases::Case& file, std::optional<Day> as_of) {
    return file.closed && (!as_of || file.closed->day <= *as_of);
}

bool is_judged(const Act& act) { return !act.superseded && act.kind != ActKind::unknown_event; }

bool is_seen(const Act& act, std::optional<Day> as_of) {
    return is_judged(act) && !(act.dated && as_of && act.start.day > *as_of);
}

namespace {

/// Undated acts come first, in the order of the record; then by day; within a day what is no step, then steps by rank and by the text.
struct Earlier {
    const program::Program& program;
    const cases::Case& file;

    std::uint32_t place(const Act& act) const {
        if (act.kind != ActKind::step) return 0;
        const std::uint32_t rank = program.steps[act.step.index()].rank;
        return (rank << 16 | act.step.value) + 1;
    }

    bool operator()(std::uint32_t a, std::uint32_t b) const {
        const auto& left = file.acts[a];
        const auto& right = file.acts[b];
        if (left.dated != right.dated) return right.dated;
        if (!left.dated) return a < b;
        if (left.start.day != right.start.day) return left.start.day < right.start.day;
        const auto left_place = place(left);
        const auto right_place = place(right);
        return left_place != right_place ? left_place < right_place : a < b;
    }
};

template <class Less>
void insertion_sort(std::uint32_t* first, std::uint32_t* last, Less less) {
    if (first == last) return;
    for (auto* at = first + 1; at != last; ++at) {
        const auto moved = *at;
        auto* hole = at;
        while (hole != first && less(moved, hole[-1])) {
            *hole = hole[-1];
            --hole;
        }
        *hole = moved;
    }
}

constexpr std::ptrdiff_t small = 32;

template <class Less>
void sort_acts(std::uint32_t* first, std::uint32_t* last, Less less) {
    if (last - first <= small) insertion_sort(first, last, less);
    else if (!std::is_sorted(first, last, less)) std::sort(first, last, less);
}

/// Acts of one day that bear an hour are arranged by it among the places that they hold; ties keep the order that they have, which is
/// that of `earlier` (std::stable_sort would allocate).
void arrange_hours(const Earlier& earlier, std::uint32_t* first, std::uint32_t* last, std::vector<std::uint32_t>& timed) {
    const auto& file = earlier.file;
    timed.clear();
    for (auto* at = first; at != last; ++at)
        if (file.acts[*at].start.minute >= 0) timed.push_back(*at);
    if (timed.size() < 2) return;
    sort_acts(timed.data(), timed.data() + timed.size(), [&](std::uint32_t a, std::uint32_t b) {
        const auto left = file.acts[a].start.minute;
        const auto right = file.acts[b].start.minute;
        return left != right ? left < right : earlier(a, b);
    });
    auto next = timed.begin();
    for (auto* at = first; at != last; ++at)
        if (file.acts[*at].start.minute >= 0) *at = *next++;
}

}  // namespace

void order_acts(const program::Program& program, const cases::Case& file, std::vector<std::uint32_t>& acts,
                std::vector<std::uint32_t>& timed) {
    auto* const first = acts.data();
    auto* const last = first + acts.size();
    const Earlier earlier{program, file};
    sort_acts(first, last, earlier);
    for (auto* at = first; at != last;) {
        const auto& act = file.acts[*at];
        auto* end = at + 1;
        if (!act.dated) {
            at = end;
            continue;
        }
        while (end != last && file.acts[*end].start.day == act.start.day) ++end;
        if (end - at > 1) arrange_hours(earlier, at, end, timed);
        at = end;
    }
}

}  // namespace guicheng::eval
