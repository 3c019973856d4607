// What a wish is told, against a search: every choice of steps and days up to the wished one is tried and judged. Small rules, short spans.
#include <algorithm>
#include <set>

#include "differential/random.hpp"
#include "differential/simulate.hpp"
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;

namespace {

struct Tried {
    std::size_t possible = 0, impossible = 0, late = 0, ways = 0, later_of = 0, stopped = 0, runs = 0;
};

/// Rules of four or five steps with short lengths and limits, 或 and the later of two days; a clock that an event stops; postings in runs.
class WishedRule {
public:
    explicit WishedRule(differential::Random& random) : r_(random) {
        const int count = r_.between(4, 5);
        text = "事件 停\n";
        for (int i = 0; i < count; ++i) step(i);
        wished = static_cast<std::uint16_t>(count - 1);
        auto day = test::day("2024-09-23") + r_.between(0, 8);
        const int done = count - 1 - r_.between(1, 3);
        for (int i = 0; i < done; ++i) {
            if (i > 0) day = day + r_.between(0, 5);
            acts += (acts.empty() ? "{ 步骤: " : ", { 步骤: ") + name(i) + when(i, day) + " }";
            if (r_.chance(25)) {
                acts += ", { 事: 停, 起: " + base::iso(day) + ", 止: " + base::iso(day + r_.between(0, 3)) + " }";
                day = day + 3;
                stopped = true;
            }
        }
        as_of = day + r_.between(0, 3);
        wish = as_of + r_.between(0, 6);
    }

    std::string text, acts;
    base::Day as_of, wish;
    std::uint16_t wished = 0;
    bool stopped = false, in_runs = false, ways = false, later_of = false;

private:
    static std::string name(int i) { return "步" + std::string(1, static_cast<char>('a' + i)); }
    std::string number(int low, int high) { return std::to_string(r_.between(low, high)); }
    int before(int i) { return r_.between(std::max(0, i - 3), i - 1); }

    /// One day; of a posting from when on, perhaps taken down and put up again.
    std::string when(int i, base::Day& day) {
        if (!posting_[static_cast<std::size_t>(i)]) return ", 日期: " + base::iso(day);
        if (!r_.chance(40)) return ", 起: " + base::iso(day);
        in_runs = true;
        const auto down = day + r_.between(0, 3);
        const auto up = down + r_.between(1, 3);
        auto out = ", 张贴: [ { 起: " + base::iso(day) + ", 止: " + base::iso(down) + " }, { 起: " + base::iso(up) + " } ]";
        day = up;
        return out;
    }

    void step(int i) {
        posting_.push_back(r_.chance(30));
        text += "步骤 " + name(i) + " {\n";
        if (i > 0) {
            // Where both ways are taken the first counts: no posting, so that none is waited for without need.
            auto first = before(i);
            auto second = before(i);
            if (posting_[static_cast<std::size_t>(first)]) std::swap(first, second);
            text += "须经 " + name(first);
            const bool choice = r_.chance(60) && !posting_[static_cast<std::size_t>(first)];
            if (second != first && r_.chance(70)) text += (choice ? " 或 " : " 且 ") + name(second);
            ways = ways || (choice && second != first);
            text += "\n";
        }
        if (posting_.back()) {
            text += "公示 " + std::string(r_.chance(20) ? "累计 " : "") + r_.of({"不少于 ", "不少于 ", "超过 "}) + number(1, 4) +
                    r_.of({"日", "个工作日"}) + "\n";
        } else if (r_.chance(20)) {
            text += "要求 期间: 本次.日期 不早于 2024-10-0" + number(1, 9) + "\n";
        }
        if (i > 0 && r_.chance(60)) limit(i);
        text += "}\n";
    }

    /// From steps of one day alone: the end of a posting may be chosen.
    void limit(int i) {
        std::vector<int> from;
        for (int j = 0; j < i; ++j)
            if (!posting_[static_cast<std::size_t>(j)]) from.push_back(j);
        if (from.empty()) return;
        const auto first = r_.of(from);
        const auto second = r_.of(from);
        text += "时限 一: 自 " + name(first);
        if (second != first && r_.chance(50)) {
            const bool later = r_.chance(70);
            text += " 与 " + name(second) + (later ? " 中较晚者" : " 中较早者");
            later_of = later_of || later;
        }
        text += " 起 " + number(1, 6) + r_.of({"日", "个工作日", "日"}) + " 内" + (r_.chance(40) ? " 扣除 停" : "") + "\n";
    }

    differential::Random& r_;
    std::vector<bool> posting_;
};

/// Whether some choice of the steps still to be taken and of their days lets the wished step be taken on its day without a breach.
class Search {
public:
    Search(const program::Program& program, const cases::Case& file, base::Day as_of, std::uint16_t wished, base::Day day)
        : program_(program), file_(file), as_of_(as_of), wished_(wished), day_(day) {
        std::set<std::uint16_t> taken;
        for (const auto& act : file.acts)
            if (act.kind == cases::ActKind::step) taken.insert(act.step.value);
        for (std::uint16_t step = 0; step < wished; ++step)
            if (!taken.contains(step)) open_.push_back(step);
    }
    bool found() { return choose(0, {}); }

private:
    using Doing = std::vector<std::pair<std::uint16_t, base::Day>>;

    bool choose(std::size_t at, Doing doing) {
        if (at == open_.size()) return lawful(doing);
        if (choose(at + 1, doing)) return true;
        doing.emplace_back(open_[at], as_of_);
        for (; doing.back().second <= day_; doing.back().second = doing.back().second + 1)
            if (choose(at + 1, doing)) return true;
        return false;
    }

    bool lawful(Doing doing) const {
        doing.emplace_back(wished_, day_);
        std::sort(doing.begin(), doing.end(), [&](const auto& a, const auto& b) {
            const auto rank = [&](std::uint16_t step) { return program_.steps[step].rank; };
            return std::tuple(a.second, rank(a.first), a.first) < std::tuple(b.second, rank(b.first), b.first);
        });
        auto done = file_;
        std::set<std::string> taken;
        std::set<base::Day> days;
        for (const auto& [step, day] : doing) {
            differential::add_act(done, program_, step, day);
            taken.insert(program_.procedure->steps[step].name);
            days.insert(day);
        }
        return std::all_of(days.begin(), days.end(), [&](base::Day day) {
            const auto verdict = eval::explain(program_, done, calendar::built_in(), day);
            // Of a posting the act that rests on it last is what counts; where that was before, nothing more is asked.
            std::set<std::string> posted;
            for (const auto& [step, on] : doing)
                if (on <= day) name_what_it_rests_on(verdict.steps[step].attempts.back(), done, posted);
            return differential::breaches(verdict, *program_.procedure, taken, posted).empty();
        });
    }

    void name_what_it_rests_on(const verdict::Attempt& attempt, const cases::Case& done, std::set<std::string>& out) const {
        for (const auto& finding : attempt.findings) {
            if (finding.kind != model::RequirementKind::order) continue;
            for (const auto& evidence : finding.evidence)
                for (const auto& act : done.acts)
                    if (evidence.record == static_cast<std::int32_t>(act.record) && act.kind == cases::ActKind::step &&
                        evidence.record != attempt.record)
                        out.insert(program_.procedure->step(act.step).name);
        }
    }

    const program::Program& program_;
    const cases::Case& file_;
    base::Day as_of_;
    std::uint16_t wished_;
    base::Day day_;
    std::vector<std::uint16_t> open_;
};

}  // namespace

TEST_CASE("a wish is possible where a search of all days finds a way, and only there", "[plan]") {
    Tried tried;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        differential::Random random(seed);
        const WishedRule made(random);
        const support::Rule rule(made.text);
        const auto file = rule.read(support::Rule::file_of(made.acts));
        INFO("seed " << seed << "\n"
                     << made.text << made.acts << "\nas of " << base::iso(made.as_of) << ", wished for " << base::iso(made.wish));
        const auto outlook = eval::plan(rule.program(), file, calendar::built_in(), made.as_of, eval::WishedDay{made.wished, made.wish});
        const auto& wish = *outlook.plan.wish;
        const bool asked_late = std::any_of(wish.tasks.begin(), wish.tasks.end(), [](const verdict::WishTask& task) { return task.late; });
        if (wish.status == verdict::WishStatus::possible && asked_late) continue;  // a step's own last day is past, and said to be
        for (const auto& task : wish.tasks)
            if (wish.status == verdict::WishStatus::possible && task.not_before && task.not_before->day.day && task.latest.day)
                CHECK(*task.not_before->day.day <= *task.latest.day);
        const bool found = Search(rule.program(), file, made.as_of, made.wished, made.wish).found();
        INFO("told " << verdict::name(wish.status));
        CHECK(found == (wish.status == verdict::WishStatus::possible));
        tried.possible += found ? 1 : 0;
        tried.impossible += wish.status == verdict::WishStatus::impossible ? 1 : 0;
        tried.late += wish.status == verdict::WishStatus::late ? 1 : 0;
        tried.ways += made.ways ? 1 : 0;
        tried.later_of += made.later_of ? 1 : 0;
        tried.stopped += made.stopped ? 1 : 0;
        tried.runs += made.in_runs ? 1 : 0;
    }
    CHECK(std::min({tried.possible, tried.impossible, tried.ways, tried.later_of, tried.stopped, tried.runs}) > 30);
}
