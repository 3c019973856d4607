#pragma once
// Where and when a notice hung, run by run (张贴). Part of reader.hpp.
#include "cases/reader.hpp"

namespace guicheng::cases {

template <class Report>
bool Reader<Report>::runs(Index key, Index list, Act& act) {
    if (anything_) return true;
    if (act.kind != ActKind::step || !tables_.postings[act.step.index()]) return fail("C050", at(key).span, {{"key", at(key).text}});
    if (not_given(list)) return true;
    if (!is_list(list)) return fail_list(key, list);
    runs_at_ = key;
    act.runs_begin = act.runs_end = static_cast<std::uint32_t>(out_.runs.size());
    const bool read = items(list, [&](Index i) {
        if (out_.runs.size() - act.runs_begin >= limits_.runs) {
            fail("C055", at(key).span, {{"key", at(key).text}, {"limit", std::to_string(limits_.runs)}});
            return false;
        }
        if (!is_map(i)) return fail_map(key, i);
        PostingRun made;
        if (!run(i, made)) return false;
        out_.runs.push_back(made);
        return true;
    });
    act.runs_end = static_cast<std::uint32_t>(out_.runs.size());
    return read && (at(list).skip > list + 1 || fail("C051", span(list), {{"key", at(key).text}}));
}

template <class Report>
bool Reader<Report>::run(Index map, PostingRun& out) {
    KeysMet seen;
    base::Moment start, end;
    bool started = false;
    const bool read = known_pairs(Where::run, tables_.run_keys, map, seen, [&](Key which, Index key, Index i) {
        if (which == Key::start) return moment(key, i, start, started);
        if (which == Key::end) return moment(key, i, end, out.has_end);
        if (absent_or_unknown(i)) return true;
        if (!person(key, i, out.name)) return false;
        if (out.name == Act::no_text) return true;
        const auto medium = tables_.media.find(at(i).text);
        if (medium == NameTable::none) warn_if_near("C106", i, tables_.media);
        out.medium = medium < foreign ? static_cast<std::uint16_t>(medium) : PostingRun::other;
        return true;
    });
    if (!read) return false;
    if (!started) return seen.misspelt || fail("C052", span(map));
    out.start = start.day;
    out.end = end.day;
    if (out.has_end && out.end < out.start && !limits_.turned_ends)
        return fail("C030", span(map), {{"start", base::iso(out.start)}, {"end", base::iso(out.end)}});
    return true;
}

/// In one place a notice can hang only once at a time.
template <class Report>
bool Reader<Report>::runs_apart(Act& act) {
    const auto begin = out_.runs.begin() + act.runs_begin;
    const auto end = out_.runs.begin() + act.runs_end;
    const auto order = [](const PostingRun& run) { return std::tuple(run.start, !run.has_end, run.end, run.name); };
    std::sort(begin, end,
              [&](const PostingRun& a, const PostingRun& b) { return a.name != b.name ? a.name < b.name : order(a) < order(b); });
    bool go = true;
    auto longest = begin;  // of those in the same place that began before
    for (auto run = begin; go && run != end; ++run) {
        const bool apart = run->name != longest->name || run->name == Act::no_text || (longest->has_end && longest->end <= run->start);
        const auto through = [](const PostingRun& of) { return of.has_end ? base::iso(of.end) : std::string(); };
        if (run != longest && !apart && !limits_.turned_ends)
            go = fail("C053", span(runs_at_ + 1),
                      {{"name", out_.texts[run->name]},
                       {"start", base::iso(longest->start)},
                       {"end", through(*longest)},
                       {"next_start", base::iso(run->start)},
                       {"next_end", through(*run)}});
        if (run->name != longest->name || !run->has_end || (longest->has_end && run->end > longest->end)) longest = run;
    }
    std::sort(begin, end, [&](const PostingRun& a, const PostingRun& b) { return order(a) < order(b); });
    return go;
}

/// With 张贴 the act hung from its first run to its last.
template <class Report>
bool Reader<Report>::hung(const KeySet& seen, Act& act) {
    if (seen.has(Key::date) || seen.has(Key::start) || seen.has(Key::end))
        return fail("C054", at(runs_at_).span, {{"key", at(runs_at_).text}});
    const bool go = runs_apart(act);
    act.dated = act.has_end = true;
    act.start = act.end = {out_.runs[act.runs_begin].start, -1};
    for (auto i = act.runs_begin; i < act.runs_end; ++i) {
        const PostingRun& run = out_.runs[i];
        act.has_end = act.has_end && run.has_end;
        if (run.has_end) act.end.day = std::max(act.end.day, run.end);
    }
    return go;
}

}  // namespace guicheng::cases
