#include "eval/act_order.hpp"

#include <algorithm>
#include <functional>

namespace guicheng::eval {

using base::Day;

AsOf as_of_day(const cases::Case& file, std::optional<Day> given, std::optional<Day> last_record) {
    if (given) return {given, verdict::AsOfSource::given};
    if (file.as_of) return {file.as_of, verdict::AsOfSource::case_file};
    if (file.closed && (!last_record || *last_record <= file.closed->day)) return {file.closed->day, verdict::AsOfSource::closed};
    return {last_record, verdict::AsOfSource::last_record};
}

bool is_closed(const cases::Case& file, std::optional<Day> as_of) {
    return file.closed && (!as_of || file.closed->day <= *as_of);
}

namespace {

template <class Less>
void insertion_sort(PlacedAct* first, PlacedAct* last, Less less) {
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
void sort_acts(PlacedAct* first, PlacedAct* last, Less less) {
    if (last - first <= small)
        insertion_sort(first, last, less);
    else
        std::sort(first, last, less);
}

bool is_timed(const cases::Case& file, const PlacedAct& placed) {
    return file.acts[placed.act].start.minute >= 0;
}

/// Acts of one day that bear an hour are arranged by it among the places that they hold; ties keep the order that they have
/// (std::stable_sort would allocate).
void arrange_hours(const cases::Case& file, PlacedAct* first, PlacedAct* last, std::vector<PlacedAct>& timed) {
    timed.clear();
    for (auto* at = first; at != last; ++at)
        if (is_timed(file, *at)) timed.push_back(*at);
    if (timed.size() < 2) return;
    sort_acts(timed.data(), timed.data() + timed.size(), [&](const PlacedAct& a, const PlacedAct& b) {
        const auto left = file.acts[a.act].start.minute;
        const auto right = file.acts[b.act].start.minute;
        return left != right ? left < right : a < b;
    });
    auto next = timed.begin();
    for (auto* at = first; at != last; ++at)
        if (is_timed(file, *at)) *at = *next++;
}

void arrange_days(const cases::Case& file, ActOrder& order) {
    auto* const last = order.placed.data() + order.placed.size();
    for (auto* at = order.placed.data(); at != last;) {
        const auto& act = file.acts[at->act];
        auto* end = at + 1;
        while (act.dated && end != last && file.acts[end->act].start.day == act.start.day) ++end;
        if (end - at > 1) arrange_hours(file, at, end, order.timed);
        at = end;
    }
}

}  // namespace

void order_acts(const program::Program& program, const cases::Case& file, std::vector<std::uint32_t>& acts, ActOrder& order) {
    auto& placed = order.placed;
    placed.resize(acts.size());
    bool sorted = true, hours = false;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        const auto& act = file.acts[acts[i]];
        placed[i] = {place_of(program, act), acts[i]};
        sorted = sorted && (i == 0 || placed[i - 1] < placed[i]);
        hours = hours || (act.dated && act.start.minute >= 0);
    }
    if (sorted && !hours) return;  // as nearly all records are written
    if (!sorted) sort_acts(placed.data(), placed.data() + placed.size(), std::less<>{});
    if (hours) arrange_days(file, order);
    for (std::size_t i = 0; i < acts.size(); ++i) acts[i] = placed[i].act;
}

}  // namespace guicheng::eval
