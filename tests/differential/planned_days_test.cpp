// A plan's days, tried out: taken on the day that the plan calls the first, a step breaks no requirement of order, length or days; a day
// sooner it does. With everything on its last day a wish is met; one thing a day later, it is not.
#include <algorithm>
#include <set>

#include "cases/heading.hpp"
#include "cases/read_case.hpp"
#include "differential/dated_rule.hpp"
#include "differential/generated.hpp"
#include "differential/simulate.hpp"
#include "library/files.hpp"
#include "library/library.hpp"
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;

namespace {

struct Tried {
    std::size_t first_days = 0, day_sooner = 0, wishes = 0, a_day_later = 0, impossible = 0, postings = 0, held_back = 0, papers = 0,
                ways = 0;
};

/// What waits for nothing but days: the lengths of postings that the step rests on, and what bounds its own day.
std::string breaches_of_taking(const program::Program& program, const cases::Case& file, const verdict::PlannedStep& planned, base::Day day,
                               bool only_waits = false) {
    auto taken = file;
    differential::add_act(taken, program, *differential::index_of(program, planned.step), day);
    std::set<std::string> posted;
    for (const auto& posting : planned.postings)
        if (!posting.taken_down) posted.insert(posting.step);
    return differential::breaches(eval::explain(program, taken, calendar::built_in(), day), *program.procedure, {planned.step}, posted,
                                  only_waits);
}

}  // namespace

TEST_CASE("a step is lawful on the day that the plan calls the first and not a day sooner", "[plan]") {
    Tried tried;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        differential::Random random(seed);
        const auto made = differential::DatedRuleWriter(random).write();
        const support::Rule rule(made.text);
        const auto file = rule.read(support::Rule::file_of(made.acts));
        const auto outlook = eval::plan(rule.program(), file, calendar::built_in(), made.as_of);
        for (const auto& planned : outlook.plan.steps) {
            INFO("seed " << seed << ", " << planned.step << "\n" << made.text << made.acts << "\nas of " << base::iso(made.as_of));
            REQUIRE(planned.earliest.day);
            // Overdue or lost is said apart; what is asked here is what must be waited for.
            const bool lost = std::any_of(outlook.plan.lost.begin(), outlook.plan.lost.end(),
                                          [&](const verdict::LostStep& each) { return each.step == planned.step; });
            INFO("first day " << base::iso(*planned.earliest.day));
            if (!lost) {
                CHECK(breaches_of_taking(rule.program(), file, planned, *planned.earliest.day) == "");
                ++tried.first_days;
            }
            if (*planned.earliest.day == made.as_of) continue;
            CHECK(breaches_of_taking(rule.program(), file, planned, *planned.earliest.day - 1) != "");
            ++tried.day_sooner;
        }
    }
    CHECK(tried.first_days > 1000);
    CHECK(tried.day_sooner > 150);
}

namespace {

struct Doing {
    std::uint16_t step;
    base::Day day;
    bool posting;
    bool papers;  ///< not the step: its papers are delivered
    bool firm;    ///< asked for in any case
};

/// Everything that the wish asks on its last day; `moved` one day later.
std::string breaches_of_doing(const program::Program& program, const cases::Case& file, std::vector<Doing> all, std::size_t moved,
                              base::Day wished, const std::set<std::string>& kept) {
    if (moved < all.size()) all[moved].day = all[moved].day + 1;
    std::sort(all.begin(), all.end(), [&](const Doing& a, const Doing& b) {
        if (a.day != b.day) return a.day < b.day;
        const auto rank = [&](const Doing& each) { return program.steps[each.step].rank; };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.step < b.step;
    });
    auto done = file;
    std::set<std::string> steps;
    std::set<base::Day> days{wished};
    for (const auto& each : all) {
        if (each.papers) continue;
        differential::add_act(done, program, each.step, each.day);
        if (each.posting && each.day < wished) {
            // Time limits run from the end of a posting: it hangs until the wished day.
            done.acts.back().has_end = true;
            done.acts.back().end.day = std::max(each.day, wished - 1);
        }
        for (const auto& papers : all) {
            if (!papers.papers || papers.step != each.step) continue;
            done.acts.back().has_materials = true;
            done.acts.back().materials = papers.day;
        }
        steps.insert(program.procedure->steps[each.step].name);
        days.insert(each.day);
    }
    // A posting is looked at from the last act that rests on it, so each day is looked at.
    std::string out;
    for (const auto day : days) {
        auto posted = steps;
        if (day >= wished) posted.insert(kept.begin(), kept.end());  // what rested on them before is past
        out += differential::breaches(eval::explain(program, done, calendar::built_in(), day), *program.procedure, steps, posted);
    }
    return out;
}

void try_wish(const support::Rule& rule, const cases::Case& file, base::Day as_of, eval::WishedDay wish, Tried& tried) {
    const auto outlook = eval::plan(rule.program(), file, calendar::built_in(), as_of, wish);
    const auto& found = *outlook.plan.wish;
    if (found.status == verdict::WishStatus::impossible && !found.opening) {
        // Looking forward says no: looking back something stands in the way.
        CHECK(std::any_of(found.tasks.begin(), found.tasks.end(), [](const verdict::WishTask& task) { return task.blocks || task.late; }));
        ++tried.impossible;
    }
    if (found.status != verdict::WishStatus::possible) return;
    // All ways are tried together; one that can no longer be taken is none.
    if (std::any_of(found.tasks.begin(), found.tasks.end(),
                    [](const verdict::WishTask& task) { return task.late || (task.alternative && task.blocks); }))
        return;
    std::vector<Doing> all;
    std::set<std::string> kept;
    for (const auto& task : found.tasks) {
        CHECK_FALSE(task.blocks);
        if (task.kind == verdict::TaskKind::keep_posted) {
            kept.insert(task.step);
            continue;
        }
        REQUIRE(task.latest.day);
        const auto step = *differential::index_of(rule.program(), task.step);
        const bool papers = task.kind == verdict::TaskKind::deliver;
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const Doing& each) { return each.step == step && each.papers == papers; });
        if (same != all.end()) {
            // Asked for in any case and, sooner, on one of several ways.
            same->day = std::min(same->day, *task.latest.day);
            same->firm = false;
            continue;
        }
        all.push_back({step, *task.latest.day, task.kind == verdict::TaskKind::begin_posting, papers, !task.alternative});
        if (task.alternative) ++tried.ways;
        if (task.not_before && *task.not_before->day.day > as_of) ++tried.held_back;
    }
    // A wished step that breaks another's time limit is none of these.
    CHECK(breaches_of_doing(rule.program(), file, all, all.size(), wish.day, kept) == "");
    ++tried.wishes;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].firm || (all[i].step == wish.step && !all[i].papers)) continue;
        INFO("a day later: " << rule.procedure().steps[all[i].step].name);
        CHECK(breaches_of_doing(rule.program(), file, all, i, wish.day, kept) != "");
        ++tried.a_day_later;
        if (all[i].posting) ++tried.postings;
        if (all[i].papers) ++tried.papers;
    }
}

}  // namespace

TEST_CASE("a wish is met with everything on its last day, and is not with one thing a day later", "[plan]") {
    Tried tried;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        differential::Random random(seed);
        const auto made = differential::DatedRuleWriter(random).write();
        const support::Rule rule(made.text);
        const auto file = rule.read(support::Rule::file_of(made.acts));
        for (int i = 0; i < 6; ++i) {
            const auto step = static_cast<std::uint16_t>(random.between(0, static_cast<int>(rule.procedure().steps.size()) - 1));
            const eval::WishedDay wish{step, made.as_of + random.between(0, 70)};
            INFO("seed " << seed << "\n"
                         << made.text << made.acts << "\nas of " << base::iso(made.as_of)
                         << ", wished for: " << rule.procedure().steps[step].name << ' ' << base::iso(wish.day));
            try_wish(rule, file, made.as_of, wish, tried);
        }
    }
    CHECK(tried.wishes > 1000);
    CHECK(tried.a_day_later > 1000);
    CHECK(tried.postings > 300);
    CHECK(tried.impossible > 300);
    CHECK(tried.held_back > 30);
    CHECK(tried.papers > 100);
    CHECK(tried.ways > 100);
}

TEST_CASE("what is planned in any generated case is in order on its first day", "[plan]") {
    std::size_t tried = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto rule = differential::make_rule(seed);
        for (std::uint64_t each = 0; each < 10; ++each) {
            auto record = differential::make_record(rule, seed * 1000 + each);
            const auto as_of = differential::last_day(record.file);
            record.file.closed.reset();
            if (!as_of) continue;
            const auto outlook = eval::plan(*rule.program, record.file, calendar::built_in(), *as_of);
            for (const auto& planned : outlook.plan.steps) {
                if (!planned.earliest.day) continue;
                auto file = record.file;
                const auto step = *differential::index_of(*rule.program, planned.step);
                differential::add_act(file, *rule.program, step, *planned.earliest.day);
                const auto verdict = eval::explain(*rule.program, file, calendar::built_in(), *planned.earliest.day);
                INFO("rule " << seed << ", case " << each << ", " << planned.step << ' ' << base::iso(*planned.earliest.day) << "\n"
                             << rule.plan.text << record.text);
                const auto& attempts = verdict.steps[step].attempts;
                REQUIRE_FALSE(attempts.empty());
                for (const auto& finding : attempts.back().findings) {
                    if (finding.requirement != planned.step + ".顺序" && finding.requirement != planned.step + ".承袭") continue;
                    // A return opens its step whatever that rests on; what was withdrawn since is for whoever withdrew it to do again.
                    const bool withdrawn_since = !finding.causes.empty() &&
                                                 std::all_of(finding.causes.begin(), finding.causes.end(),
                                                             [](const auto& cause) { return cause.kind == verdict::CauseKind::withdrawn; });
                    if (!withdrawn_since) CHECK(finding.result != verdict::Result::violated);
                }
                ++tried;
            }
        }
    }
    CHECK(tried > 500);
}

TEST_CASE("what is planned in the example cases is lawful on its first day and not a day sooner", "[plan]") {
    const std::filesystem::path root = GUICHENG_SOURCE_DIR;
    diag::Sink sink;
    const auto rules = library::load({root / "rules"}, sink);
    REQUIRE_FALSE(sink.has_errors());
    Tried tried;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "examples" / "cases")) {
        if (entry.path().extension() != ".yaml") continue;
        diag::Sink own;
        const auto source = library::read_file(entry.path(), std::size_t{1} << 20, own);
        formats::Tape tape;
        REQUIRE(cases::read_tape(source, cases::FileFormat::yaml, tape, own));
        for (const auto name : cases::peek(tape).procedures) {
            const auto versions = rules.named(name);
            if (versions.empty()) continue;
            const auto& program = *versions.front()->program;
            const auto whole = cases::bind(tape, source, *versions.front()->model, own);
            REQUIRE(whole);
            std::set<base::Day> days;
            for (const auto& act : whole->acts)
                if (act.dated) days.insert(act.start.day);
            for (const auto day : days) {
                auto file = *whole;
                file.closed.reset();
                std::erase_if(file.acts, [&](const cases::Act& act) { return act.dated && act.start.day > day; });
                for (auto& act : file.acts)
                    if (act.has_end && act.end.day > day) act.has_end = false;
                const auto outlook = eval::plan(program, file, calendar::built_in(), day);
                for (const auto& planned : outlook.plan.steps) {
                    if (!planned.earliest.day) continue;
                    INFO(entry.path() << ", as of " << base::iso(day) << ": " << planned.step << ' ' << base::iso(*planned.earliest.day));
                    CHECK(breaches_of_taking(program, file, planned, *planned.earliest.day, true) == "");
                    ++tried.first_days;
                    if (*planned.earliest.day == day) continue;
                    CHECK(breaches_of_taking(program, file, planned, *planned.earliest.day - 1, true) != "");
                    ++tried.day_sooner;
                }
            }
        }
    }
    CHECK(tried.first_days > 300);
    CHECK(tried.day_sooner > 50);
}
