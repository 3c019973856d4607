#pragma once
// Random procedures of steps, postings and time limits without conditions, and a case under way: every day in them follows from the rest.
#include <algorithm>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "differential/random.hpp"
#include "support/days.hpp"

namespace guicheng::differential {

struct DatedRule {
    std::string text;
    std::string acts;  ///< YAML flow mappings apart by commas
    base::Day as_of;
};

class DatedRuleWriter {
public:
    explicit DatedRuleWriter(Random& random) : r_(random) {}

    DatedRule write() {
        DatedRule rule;
        const int count = r_.between(3, 6);
        static const std::vector<std::string> starts{"2024-01-15", "2024-04-18", "2024-09-10", "2025-01-06", "2025-09-20"};
        auto day = test::day(r_.of(starts));
        rule.text = "事件 停\n";
        for (int i = 0; i < count; ++i) step(rule, i);
        // The steps that are done were done in the order of the text, which is one of the graph's.
        const int done = r_.between(0, count - 1);
        for (int i = 0; i < done; ++i) {
            if (i > 0) day = day + (posting_[static_cast<std::size_t>(i - 1)] ? r_.between(0, 45) : r_.between(0, 4));
            rule.acts += (rule.acts.empty() ? "" : ", ") + std::string("{ 步骤: ") + name(i) + when(i, day) + " }";
            if (!r_.chance(20)) continue;
            const auto stopped = day + r_.between(0, 6);
            const auto resumed = stopped + r_.between(0, 9);
            rule.acts += ", { 事: 停, 起: " + base::iso(stopped) + ", 止: " + base::iso(resumed) + " }";
            rule.as_of = std::max(rule.as_of, resumed);  // while a clock stands still its last day is not known
        }
        rule.as_of = std::max(rule.as_of, day + r_.between(0, 12));
        return rule;
    }

private:
    static std::string name(int i) { return "步" + std::string(1, static_cast<char>('a' + i)); }
    std::string number(int low, int high) { return std::to_string(r_.between(low, high)); }
    std::string earlier(int i) { return name(r_.between(0, i - 1)); }
    std::string profile() {
        return r_.chance(35) ? " 计期 " + r_.of({"不顺延", "首日计入", "行政许可法", "行政处罚法", "行政强制法", "行政复议法", "逢休顺延"})
                             : "";
    }

    /// Its day; of a posting from when on, perhaps taken down and put up again.
    std::string when(int i, base::Day& day) {
        if (!posting_[static_cast<std::size_t>(i)]) return ", 日期: " + base::iso(day);
        if (!r_.chance(25)) return ", 起: " + base::iso(day);
        const auto down = day + r_.between(0, 9);
        const auto up = down + r_.between(1, 6);
        auto out = ", 张贴: [ { 起: " + base::iso(day) + ", 止: " + base::iso(down) + " }, { 起: " + base::iso(up) + " } ]";
        day = up;
        return out;
    }

    void step(DatedRule& rule, int i) {
        posting_.push_back(r_.chance(40));
        auto& out = rule.text;
        out += "步骤 " + name(i) + " {\n";
        if (i > 0 && r_.chance(90)) {
            out += "须经 " + earlier(i);
            if (r_.chance(35)) out += (r_.chance(70) ? " 且 " : " 或 ") + earlier(i);
            out += "\n";
        }
        if (posting_.back())
            out += "公示 " + std::string(r_.chance(15) ? "累计 " : "") + r_.of({"不少于 ", "不少于 ", "超过 "}) + number(2, 20) +
                   r_.of({"日", "个工作日"}) + profile() + "\n";
        else if (r_.chance(15))
            out += "要求 期间: 本次.日期 在 2024-04-20 至 2024-05-10 之间\n";
        else if (r_.chance(10))
            out += "要求 期间: 本次.日期 晚于 2024-02-05\n";
        if (!posting_.back() && r_.chance(20))
            out += "材料 提前 " + number(1, 12) + r_.of({"日", "个工作日", "日"}) + " 送达" + (r_.chance(30) ? " 计期 净日" : "") + "\n";
        if (i > 0 && r_.chance(40))
            out += "时限 一: 自 " + starts(i) + " 起 " + number(3, 40) + r_.of({"日", "个工作日", "日"}) + " 内" + profile() +
                   (r_.chance(25) ? " 扣除 停" : "") + "\n";
        if (i > 0 && r_.chance(15))
            out += "时限 二: 不迟于 " + r_.of({"2024-03-20", "2024-06-03", "2024-11-01", "2025-02-20", "2025-10-15"}) + "\n";
        out += "}\n";
    }

    std::string starts(int i) {
        auto text = earlier(i);
        if (i > 1 && r_.chance(25)) text += " 与 " + earlier(i) + r_.of({" 中较晚者", " 中较早者"});
        return text;
    }

    Random& r_;
    std::vector<bool> posting_;
};

}  // namespace guicheng::differential
