#include "differential/record_text.hpp"

#include <algorithm>

#include "base/day.hpp"

namespace guicheng::differential {

namespace {

const std::vector<std::string> persons = {"张一", "张二", "张三", "张四", "张五", "张六", "张七"};

class Writer {
public:
    Writer(const RulePlan& plan, Random& random) : plan_(plan), r_(random), aside_(random.fork()) {
        day_ = base::read_moment(plan.start_of_counting)->day;
    }

    std::string write() {
        std::string out = "{\"案件\":\"试-1\",\"规程\":\"试\"";
        if (r_.chance(10)) out += ",\"记录\":\"不全\"";
        out += ",\"事项\":{" + matter() + "},\"名册\":{" + rolls() + "},\"参数\":{" + parameters() + "}";
        std::swap(r_, aside_);
        if (r_.chance(35)) out += ",\"任职\":" + offices();
        if (r_.chance(30)) out += ",\"授权\":" + delegations();
        std::swap(r_, aside_);
        acts();
        out += ",\"经过\":[";
        for (std::size_t i = 0; i < acts_.size(); ++i) out += (i > 0 ? "," : "") + acts_[i];
        out += "]";
        if (r_.chance(50)) out += ",\"结案\":\"" + base::iso(day_ + r_.between(-2, 20)) + "\"";
        if (r_.chance(25)) out += ",\"截至\":\"" + base::iso(day_ + r_.between(-12, 25)) + "\"";
        return out + "}";
    }

private:
    static std::string quoted(const std::string& text) { return "\"" + text + "\""; }
    std::string number(int low, int high) { return std::to_string(r_.between(low, high)); }
    void add(std::string& out, const std::string& key, const std::string& value) {
        if (!out.empty()) out += ",";
        out += quoted(key) + ":" + value;
    }

    std::string matter() {
        std::string out;
        if (r_.chance(80)) add(out, "类", quoted(r_.of({"A", "B", "C"})));
        if (r_.chance(80)) add(out, "额", number(1, 30) + "0000");
        if (r_.chance(75)) add(out, "密", r_.of({"true", "false"}));
        if (r_.chance(80)) add(out, "数", number(0, 5));
        if (r_.chance(75)) add(out, "限", quoted("2024-09-" + std::to_string(r_.between(10, 30))));
        if (r_.chance(70)) add(out, "项", r_.of({"[]", "[\"P\"]", "[\"P\",\"Q\"]", "[\"R\"]"}));
        if (r_.chance(70)) add(out, "文", quoted(r_.of({"x", "y", "z"})));
        if (aside_.chance(70)) add(out, "员", quoted(aside_.of({"张一", "李二", "王三"})));
        return out;
    }

    std::string rolls() {
        std::string out;
        for (const char* body : {"会一", "会二"}) {
            const int size = r_.between(3, 7);
            if (r_.chance(body == std::string("会一") ? 45 : 20)) {
                add(out, body, dated_roll(body == std::string("会一"), size));
            } else if (r_.chance(50)) {
                add(out, body, std::to_string(size));
            } else if (r_.chance(80)) {
                const bool classed = body == std::string("会一") && r_.chance(60);
                std::string list;
                for (int i = 0; i < size; ++i) {
                    const auto name = quoted(persons[static_cast<std::size_t>(i)]);
                    const auto entry = "{\"姓名\":" + name + ",\"类别\":" + r_.of({"\"党员\"", "[\"党员\",\"妇女\"]", "\"妇女\""}) + "}";
                    list += (i > 0 ? "," : "") + (classed && r_.chance(85) ? entry : name);
                }
                add(out, body, "[" + list + "]");
            }
        }
        return out;
    }

    /// Members who came and went, or numbers that changed; of some it is not known since when.
    std::string dated_roll(bool with_classes, int size) {
        const bool by_name = r_.chance(65);
        std::string list;
        for (int i = 0; i < (by_name ? size : r_.between(1, 3)); ++i) {
            std::string entry;
            if (by_name)
                add(entry, "姓名", quoted(persons[static_cast<std::size_t>(i)]));
            else
                add(entry, "人数", number(3, 7));
            const int back = by_name ? r_.of(std::vector<int>{0, 3, 20, 30, 31, 180, 182, 365, 366, 367}) : 40 - 21 * i;
            if (r_.chance(by_name ? 75 : 90) || i > 0)
                add(entry, "自", quoted(base::iso(day_ + (r_.chance(15) && by_name ? r_.between(0, 6) : -back))));
            if (r_.chance(20)) add(entry, "至", quoted(base::iso(day_ + r_.between(7, 14))));
            if (with_classes && by_name && r_.chance(75)) add(entry, "类别", r_.of({"\"党员\"", "[\"党员\",\"妇女\"]", "[\"妇女\"]"}));
            if (with_classes && !by_name && r_.chance(70))
                add(entry, "其中", "{\"党员\":" + number(0, 4) + (r_.chance(50) ? ",\"妇女\":" + number(0, 3) : "") + "}");
            list += (list.empty() ? "{" : ",{") + entry + "}";
        }
        return "[" + list + "]";
    }

    std::string parameters() {
        std::string out;
        const auto dated = [&](const auto& value) {
            if (r_.chance(60)) return value();
            const std::string later = "{\"值\":" + value() + ",\"自\":" + quoted(base::iso(day_ + r_.between(-5, 8))) + "}";
            return r_.chance(50) ? later : "[{\"值\":" + value() + "}," + later + "]";
        };
        if (r_.chance(70)) add(out, "参比", dated([&] { return quoted(r_.of({"1/2", "2/3", "三分之一"})); }));
        if (r_.chance(70)) add(out, "参数值", dated([&] { return number(0, 5); }));
        if (r_.chance(70)) add(out, "参期", dated([&] { return quoted(r_.of({"5日", "4个工作日", "1个月"})); }));
        if (r_.chance(50)) add(out, "参读", dated([&] { return quoted(r_.of({"A", "B", "C"})); }));
        if (r_.chance(50)) add(out, "参否", dated([&] { return r_.of({"true", "false"}); }));
        if (r_.chance(70)) add(out, "参日", dated([&] { return quoted(base::iso(day_ + r_.between(-6, 6))); }));
        if (r_.chance(70)) add(out, "参额", dated([&] { return number(1, 9) + "0000"; }));
        return out;
    }

    /// Days of an office or a delegation around those of the acts.
    void days_held(std::string& out) {
        if (r_.chance(60)) add(out, "自", quoted(base::iso(day_ + r_.between(-20, 4))));
        if (r_.chance(50)) add(out, "至", quoted(base::iso(day_ + r_.between(4, 12))));
    }

    std::string offices() {
        std::string list;
        for (int i = r_.between(1, 4); i > 0; --i) {
            std::string one;
            add(one, "职务", quoted(r_.of({"甲部", "甲部", "乙部", "丙部", "旁人"})));
            add(one, "人", quoted(r_.of({"张一", "李二", "王三", "赵四"})));
            days_held(one);
            list += (list.empty() ? "{" : ",{") + one + "}";
        }
        return "[" + list + "]";
    }

    std::string delegations() {
        std::string list;
        for (int i = r_.between(1, 3); i > 0; --i) {
            std::string one;
            add(one, "由", quoted(r_.of({"甲部", "甲部", "乙部", "丙部"})));
            add(one, "给", quoted(r_.of({"张一", "李二", "王三", "赵四"})));
            if (r_.chance(50)) add(one, "事", "[" + quoted(r_.of(plan_.steps).name) + "," + quoted(r_.of(plan_.steps).name) + "]");
            if (r_.chance(50)) add(one, "至多", number(1, 30) + "0000");
            days_held(one);
            list += (list.empty() ? "{" : ",{") + one + "}";
        }
        return "[" + list + "]";
    }

    std::string moment(base::Day day) {
        std::string text = base::iso(day);
        if (r_.chance(15)) text += "T" + r_.of({"09:00", "10:30", "14:00", "16:45"});
        return quoted(text);
    }

    /// What every record may bear: who, where, and on which day.
    void common(std::string& out) {
        if (r_.chance(15)) add(out, "地点", quoted(r_.of({"村部", "乡里"})));
        if (r_.chance(12)) add(out, "形式", quoted(r_.of({"会议", "传阅", "张贴", "书面"})));
        if (r_.chance(15)) {
            add(out, "理由",
                r_.chance(50) ? quoted("事急") : "{\"内容\":\"事急\",\"日期\":" + quoted(base::iso(day_ + r_.between(-3, 6))) + "}");
        }
    }

    /// Who took it in hand: one, several, or nobody.
    void who(std::string& out) {
        if (r_.chance(55))
            add(out, "人",
                r_.of({"\"张一\"", "\"李二\"", "\"王三\"", "\"赵四\"", "[\"张一\",\"李二\"]", "[\"王三\",\"张一\",\"王三\"]", "[]"}));
    }

    /// The signatures of a chain: some missing, some given twice, on days that are mostly in order.
    void signatures(std::string& out, base::Day start) {
        std::string list;
        auto day = start - 3;
        for (int i = r_.between(1, 5); i > 0; --i) {
            std::string one;
            add(one, "职务", quoted(r_.of({"甲部", "乙部", "丙部", "丙部", "旁人"})));
            if (r_.chance(85)) add(one, "人", quoted(r_.of({"张一", "李二", "王三", "赵四"})));
            day = day + r_.of(std::vector<int>{0, 0, 1, 1, 2, -1});
            if (r_.chance(88)) add(one, "日期", quoted(base::iso(day)));
            if (r_.chance(88)) add(one, "章", r_.of({"true", "true", "true", "false"}));
            list += (list.empty() ? "{" : ",{") + one + "}";
        }
        add(out, "签批", r_.chance(8) ? "[]" : "[" + list + "]");
    }

    void named_ballots(std::string& out) {
        std::string list;
        const int count = r_.between(2, 7);
        for (int i = 0; i < count; ++i) {
            std::string ballot;
            const bool stranger = r_.chance(6);
            add(ballot, "谁", quoted(stranger ? "外人" : persons[static_cast<std::size_t>(r_.chance(92) ? i : r_.between(0, 6))]));
            add(ballot, "投", quoted(r_.of({"赞成", "赞成", "赞成", "反对", "弃权", "废票"})));
            if (r_.chance(12)) add(ballot, "方式", quoted("远程"));
            if (r_.chance(15)) add(ballot, "代", quoted(persons[static_cast<std::size_t>(r_.between(0, 2))]));
            list += (list.empty() ? "{" : ",{") + ballot + "}";
        }
        add(out, "票", "[" + list + "]");
    }

    /// 分计 of classes; mostly figures that go together.
    std::string class_tallies() {
        std::string out;
        for (const auto* which : {"妇女", "党员"}) {
            if (!r_.chance(70)) continue;
            std::string counts;
            const int present = r_.between(0, 4);
            const int yes = r_.between(0, present);
            const int no = r_.between(0, present - yes);
            if (r_.chance(50)) add(counts, "应到", number(present > 0 ? present - (r_.chance(10) ? 1 : 0) : 0, 5));
            if (r_.chance(80)) add(counts, "到会", std::to_string(present));
            if (r_.chance(80)) add(counts, "赞成", std::to_string(yes));
            if (r_.chance(70)) add(counts, "反对", std::to_string(no));
            if (r_.chance(70)) add(counts, "弃权", std::to_string(r_.chance(90) ? present - yes - no : 1));
            if (r_.chance(20)) add(counts, "其他", number(0, 1));
            if (r_.chance(15)) add(counts, "废票", number(0, 1));
            if (r_.chance(20)) add(counts, "登记", number(1, 5));
            add(out, which, "{" + counts + "}");
        }
        return "{" + out + "}";
    }

    void vote(std::string& out, const std::string& body) {
        if (body == "会一" && r_.chance(45)) add(out, "分计", class_tallies());
        if (r_.chance(12)) add(out, "应到", number(3, 8));
        if (r_.chance(12)) add(out, "登记", number(3, 8));
        const int present = r_.between(1, 8);
        int left = present;
        const int yes = r_.between(0, left);
        left -= yes;
        const int no = r_.between(0, left);
        left -= no;
        const int abstain = r_.between(0, left);
        left -= abstain;
        const bool by_name = r_.chance(25);
        if (by_name) named_ballots(out);
        const int given = by_name ? 25 : 88;
        if (r_.chance(8)) {
            std::string list;
            for (int i = 0; i < present && i < 7; ++i) list += (i > 0 ? "," : "") + quoted(persons[static_cast<std::size_t>(i)]);
            if (r_.chance(20)) list += ",\"外人\"";
            add(out, "到会", "[" + list + "]");
        } else if (r_.chance(given)) {
            add(out, "到会", std::to_string(present));
        }
        if (r_.chance(given)) add(out, "赞成", std::to_string(yes + (r_.chance(5) ? 1 : 0)));
        if (r_.chance(given)) add(out, "反对", std::to_string(no));
        if (r_.chance(given)) add(out, "弃权", std::to_string(abstain));
        if (r_.chance(30)) add(out, "其他", std::to_string(left));
        if (r_.chance(25)) add(out, "废票", number(0, left + 1));
        if (r_.chance(60)) add(out, "表决方式", quoted(r_.of({"无记名", "举手", "票决"})));
        if (r_.chance(30)) add(out, "宣告", quoted(r_.of({"通过", "通过", "未通过"})));
    }

    /// Each medium has its own runs; some adjoin, and sometimes nobody said where.
    void runs(std::string& out, base::Day start) {
        std::string list;
        base::Day last = start;
        for (const std::string medium : {"栏", "网", "墙", ""}) {
            if (!r_.chance(medium == "栏" || medium == "网" ? 60 : 15)) continue;
            auto day = start + r_.of(std::vector<int>{0, 0, 1, 3});
            for (int times = r_.between(1, 3); times > 0; --times) {
                std::string run;
                if (!medium.empty()) add(run, "媒介", quoted(medium));
                add(run, "起", quoted(base::iso(day)));
                const auto end = day + r_.between(0, 9);
                const bool hangs = times == 1 && r_.chance(25);
                if (!hangs) add(run, "止", quoted(base::iso(end)));
                list += (list.empty() ? "{" : ",{") + run + "}";
                last = std::max(last, hangs ? day + r_.between(2, 12) : end);
                day = end + r_.of(std::vector<int>{0, 1, 1, 2, 3, 5});
            }
        }
        if (list.empty()) list = "{\"起\":" + quoted(base::iso(start)) + "}";
        add(out, "张贴", "[" + list + "]");
        day_ = r_.chance(50) ? last + 1 : start + r_.between(1, std::max(1, last - start));
    }

    std::string by(const StepPlan& step) {
        if (step.meeting && r_.chance(80)) return step.body;
        const auto body = r_.of({"甲部", "甲部", "乙部", "旁人"});
        return aside_.chance(15) ? "丙部" : body;
    }

    void attempt(const StepPlan& step) {
        std::string out;
        add(out, "步骤", quoted(step.name));
        day_ = day_ + r_.of(std::vector<int>{0, 0, 1, 1, 2, 3, 5, 7, -1, -3});
        const auto start = day_;
        if (!r_.chance(4)) {
            if (step.posting && r_.chance(45)) {
                runs(out, start);
            } else if (step.posting || r_.chance(8)) {
                const int length = r_.between(0, 14);
                add(out, "起", moment(start));
                if (r_.chance(75)) add(out, "止", quoted(base::iso(start + length)));
                day_ = day_ + r_.of(std::vector<int>{length, length + 1, length / 2, length + 1});
            } else {
                add(out, "日期", moment(start));
            }
        }
        if (r_.chance(85)) add(out, "由", quoted(by(step)));
        if (step.meeting || r_.chance(10))
            vote(out, step.meeting ? step.body : "");
        else if (r_.chance(10))
            add(out, "宣告", quoted(r_.of({"通过", "未通过"})));
        if (step.sets && r_.chance(80)) add(out, "定比", quoted(r_.of({"1/2", "三分之二", "60%"})));
        if (step.sets && r_.chance(80)) add(out, "定数", number(0, 5));
        if (r_.chance(60)) add(out, "材料", quoted(base::iso(start - r_.between(0, 9))));
        if (r_.chance(75)) add(out, "内容", r_.of({"[\"要点\",\"理由\"]", "[\"要点\",\"理由\"]", "[\"要点\"]", "[]"}));
        if (r_.chance(70)) add(out, "记录", r_.of({"[\"意见\",\"结果\"]", "[\"意见\",\"结果\"]", "[\"意见\"]"}));
        std::swap(r_, aside_);
        who(out);
        if (step.signs && r_.chance(85)) signatures(out, start);
        std::swap(r_, aside_);
        common(out);
        finish(out);
    }

    void other_act() {
        std::string out;
        const auto day = day_ + r_.between(-3, 3);
        const int which = r_.between(0, 14);
        // Some acts last: they stop what a rule lets them stop.
        bool lasts = false;
        if (which >= 12) {
            add(out, "事", quoted("事丙"));
            lasts = true;
        } else if (which <= 3) {
            add(out, "事", quoted("事甲"));
            if (r_.chance(85)) add(out, "号", number(1, 4));
            if (r_.chance(80)) add(out, "好", r_.of({"true", "false"}));
            if (r_.chance(80)) add(out, "记日", quoted(base::iso(day)));
        } else if (which <= 6) {
            add(out, "事", quoted("事乙"));
            lasts = r_.chance(30);
            if (r_.chance(85)) add(out, "名", quoted(r_.of({"x", "y"})));
            if (r_.chance(85)) add(out, "价", number(1, 4) + "0000");
        } else if (which <= 8) {
            add(out, "认定", quoted("定一"));
            if (r_.chance(80)) add(out, "结论", r_.of({"true", "false"}));
        } else if (which <= 9) {
            add(out, "认定", quoted("定二"));
            if (r_.chance(80)) add(out, "结论", quoted(r_.of({"高", "低"})));
        } else if (which == 10) {
            const bool back = r_.chance(35);
            add(out, "事", quoted(back ? "撤回" : r_.of({"暂缓", "恢复"})));
            if (back) add(out, "步骤", quoted(r_.of(plan_.steps).name));
        } else {
            add(out, "事", quoted("座谈"));
        }
        if (lasts && !r_.chance(5)) {
            add(out, "起", quoted(base::iso(day)));
            if (r_.chance(75)) add(out, "止", quoted(base::iso(day + r_.between(0, 8))));
        } else if (!r_.chance(5)) {
            add(out, "日期", moment(day));
        }
        if (r_.chance(85)) add(out, "由", quoted(r_.of({"甲部", "甲部", "甲部", "甲部", "乙部", "旁人"})));
        finish(out);
    }

    /// Some records are corrected by a later one.
    void finish(std::string out) {
        if (r_.chance(4)) {
            const std::string id = "号" + std::to_string(acts_.size());
            std::string wrong = out;
            add(wrong, "编号", quoted(id));
            acts_.push_back("{" + wrong + "}");
            add(out, "更正", quoted(id));
        }
        acts_.push_back("{" + out + "}");
    }

    void acts() {
        for (const StepPlan& step : plan_.steps) {
            while (r_.chance(45)) other_act();
            if (!r_.chance(86)) continue;
            attempt(step);
            while (r_.chance(14)) attempt(step);
            if (r_.chance(6)) attempt(r_.of(plan_.steps));
        }
        if (r_.chance(30)) other_act();
        // The order of the list decides nothing where the days differ.
        if (r_.chance(20) && acts_.size() > 2) {
            for (std::size_t i = acts_.size() - 1; i > 0; --i) {
                std::swap(acts_[i], acts_[static_cast<std::size_t>(r_.between(0, static_cast<int>(i)))]);
            }
        }
    }

    const RulePlan& plan_;
    Random& r_;
    Random aside_;  ///< for what was added later: the rest stays as it was
    base::Day day_;
    std::vector<std::string> acts_;
};

}  // namespace

std::string random_record(const RulePlan& plan, Random& random) {
    return Writer(plan, random).write();
}

}  // namespace guicheng::differential
