#include "differential/rule_text.hpp"

namespace guicheng::differential {

namespace {

/// Where a condition stands: whether 本次 has a meaning, how many quantifiers are around it and what the innermost ranges over.
struct Place {
    bool current = false;
    int quantifiers = 0;
    std::string over;  ///< 事甲, 事乙, or a step's name
};

class Writer {
public:
    explicit Writer(Random& random) : r_(random), aside_(random.fork()) {}

    RulePlan write() {
        plan_.start_of_counting = r_.of({"2024-09-02", "2024-09-20", "2024-02-01", "2024-04-22", "2026-12-14", "2024-12-20"});
        const int count = r_.between(2, 5);
        for (int i = 0; i < count; ++i) plan_.steps.push_back({"步" + std::string(1, static_cast<char>('a' + i)), false, "", false, {}});
        line(0, "规程 试 {");
        line(1, "版本 \"1\"");
        if (r_.chance(30))
            line(1, "计期 " + r_.of({"民法典", "不顺延", "首日计入", "行政许可法", "行政处罚法", "行政强制法", "行政复议法", "逢休顺延"}));
        line(1, "主体 甲部 乙部 丙部");
        body("会一");
        line(1, "会议体 会二");
        line(1, "事项 { 类 选项 { A B C }；额 金额；密 是否；数 整数；限 日期；项 清单 { P Q R }；文 文本；员 人员 }");
        line(1, "参数 参比 比例");
        line(1, "参数 参数值 整数");
        line(1, "参数 参期 期限");
        line(1, "参数 参额 金额");
        line(1, "参数 参读 选项 { A B C }");
        line(1, "参数 参否 是否");
        line(1, "参数 参日 日期");
        line(1, std::string("认定 定一 { 由 甲部；结论 是否") + (r_.chance(50) ? "；未作 视为 否" : "") + " }");
        line(1, "认定 定二 { 由 甲部 乙部；结论 选项 { 高 低 } }");
        line(1, "事件 事甲 { 由 甲部；记载 { 号 整数；好 是否；记日 日期 } }");
        line(1, "事件 事乙 { 记载 { 名 文本；价 金额 } }");
        line(1, "事件 事丙");
        line(1, "分级 级一 按 额 { 不满 5万元 => 甲部；5万元以上不满12万元 => 甲部、乙部 依据 条.级；12万元以上 => 丙部 }");
        line(1, "分级 级二 按 额 { 不满 参额 => 乙部；" +
                    aside_.of({"12万元以上 => 甲部、丙部", "其余 => 甲部", "不满 20万元 => 甲部、乙部"}) + " }");
        line(1, "分级 级三 按 数 { " +
                    aside_.of({"恰好 0 => 甲部；1以上不满4 => 乙部", "不超过 参数值 => 甲部、乙部；其余 => 乙部", "3以上 => 丙部"}) + " }");
        if (r_.chance(25)) line(1, "适用 当 " + condition({}, 1));
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) step(i);
        aside([&] { separations(); });
        for (int i = r_.between(0, 2); i > 0; --i) requirement(1, {}, "总" + std::to_string(i));
        line(0, "}");
        return std::move(plan_);
    }

private:
    void line(int depth, const std::string& text) {
        plan_.text.append(static_cast<std::size_t>(depth) * 4, ' ');
        plan_.text += text + "\n";
    }
    /// A body of which more is said: classes, its size, what it consists of, how long its members serve.
    void body(const std::string& name) {
        line(1, "会议体 " + name + " {");
        line(2, "类别 党员、妇女");
        if (r_.chance(35))
            line(2, "人数 " + r_.of({"3人以上5人以下", "3 至 5人", "不少于 4人", "不超过 6人", "恰好 5人", "不少于 参数值"}) +
                        modifiers({true, 0, ""}, true, true));
        if (r_.chance(35))
            line(2, "组成 党员 " + r_.of({"不少于 2人", "不超过 3人", "全体 过半数", "全体 三分之一以上", "全体 不少于 参比"}) +
                        modifiers({true, 0, ""}, true, true));
        if (r_.chance(20)) line(2, "组成 妇女 全体 " + r_.of({"三分之一以上", "四分之一以上"}));
        if (r_.chance(35)) line(2, "任期 " + r_.of({"1年", "6个月", "30日", "3周", "参期"}) + modifiers({true, 0, ""}, true, true));
        line(1, "}");
    }

    /// What strikes too often leaves little else to be judged.
    std::string mostly_curable(const Place& place) {
        if (r_.chance(25)) return modifiers(place, true, true);
        return " 否则 可补正" + modifiers(place, true, true, false);
    }

    template <class Write>
    void aside(Write write) {
        std::swap(r_, aside_);
        write();
        std::swap(r_, aside_);
    }

    /// Steps that no one person may take.
    void separations() {
        for (const char* label : {"", "又: "}) {
            if (!r_.chance(18)) continue;
            const auto one = r_.between(0, static_cast<int>(plan_.steps.size()) - 1);
            auto other = r_.between(0, static_cast<int>(plan_.steps.size()) - 1);
            if (one == other) other = one == 0 ? 1 : 0;
            std::string names = plan_.steps[static_cast<std::size_t>(one)].name + " " + plan_.steps[static_cast<std::size_t>(other)].name;
            for (std::size_t i = 0; i < plan_.steps.size(); ++i)
                if (static_cast<int>(i) != one && static_cast<int>(i) != other && r_.chance(30)) names += "、" + plan_.steps[i].name;
            line(1, "分离 " + std::string(label) + names + mostly_curable({true, 0, ""}));
        }
    }

    std::string number(int low, int high) { return std::to_string(r_.between(low, high)); }
    std::string any_step() { return plan_.steps[static_cast<std::size_t>(r_.between(0, static_cast<int>(plan_.steps.size()) - 1))].name; }
    std::string day() { return "2024-09-" + std::string(r_.chance(50) ? "1" : "2") + number(0, 9); }
    std::string period() { return number(1, 6) + r_.of({"日", "个工作日", "日", "个工作日", "周", "个月", "年"}); }
    std::string compare() { return r_.of({"不少于", "超过", "不超过", "不满", "等于"}); }

    // ---- conditions

    std::string condition(Place place, int depth) {
        if (depth > 0 && r_.chance(35)) {
            const std::string join = r_.chance(50) ? " 且 " : " 或 ";
            std::string text = "(" + condition(place, depth - 1) + ")" + join + "(" + condition(place, depth - 1) + ")";
            if (r_.chance(25)) text += join + "(" + condition(place, depth - 1) + ")";
            return text;
        }
        if (depth > 0 && r_.chance(20)) return "非 (" + condition(place, depth - 1) + ")";
        if (place.quantifiers < 2 && depth > 0 && r_.chance(place.quantifiers == 1 ? 60 : 25)) return quantified(place, depth);
        if (!place.over.empty() && r_.chance(60)) return of_bound_act(place);
        if (r_.chance(40)) return of_step(place);
        return of_matter();
    }

    std::string of_matter() {
        switch (r_.between(0, 24)) {
            case 21: return "类 " + r_.of({"是", "不是"}) + " 参读";
            case 22: return "参否 是 " + r_.of({"是", "否"});
            case 23: return r_.of({"(参否 或 数 超过 1)", "(参读 是 A 或 参读 是 B 或 参读 是 C)", "(参否 且 非 参否)"});
            case 0: return "密";
            case 1: return "密 是 否";
            case 2: return "额 " + compare() + " " + number(1, 30) + "万元";
            case 3: return "额 " + number(1, 9) + "万元以上不满" + number(10, 30) + "万元";
            case 4: return "额 * 2 超过 " + number(5, 40) + "万元";
            case 5: return "额 + 1万元 - 参额 不少于 " + number(1, 20) + "万元";
            case 6: return "类 是 " + r_.of({"A", "B", "C"});
            case 7: return "类 不是 " + r_.of({"A", "B", "C"});
            case 8: return "类 " + r_.of({"属于", "不属于"}) + " { A B }";
            case 9:
                if (r_.chance(25)) return "数 在 " + number(0, 2) + " 至 参数值 之间";
                if (r_.chance(25)) return "限 在 2024-09-1" + number(0, 9) + " 至 2024-09-2" + number(0, 9) + " + 2日 之间";
                return "数 " + compare() + " " + number(0, 5);
            case 10:
                return r_.of({"数 * 数 + 参数值 ", "(数 + 参数值) * 数 - (数 - 1) ", "数 - 参数值 * 2 - 1 ", "2 * (参数值 * 数) "}) +
                       compare() + " " + number(0, 12);
            case 11: return "限 " + r_.of({"早于", "晚于", "不早于", "不晚于", "不迟于"}) + " " + day();
            case 12: return "限 + " + period() + " 不晚于 " + day();
            case 13: return "限 - " + period() + " 早于 " + day();
            case 14: return "限 + 参期 不早于 " + day();
            case 15: return r_.chance(50) ? "项 包括 P" : "项 包括 { P Q }";
            case 16: return "文 " + r_.of({"是", "不是"}) + " \"x\"";
            case 17: return "定一";
            case 18: return "定二 是 " + r_.of({"高", "低"});
            case 19: return r_.of({"额", "密", "类", "定一", "定二", "参额", "限", "文"}) + " 已记载";
            case 20: return "文 属于 { x y }";
            default: return r_.chance(50) ? "2 * (参数值 * 数) " + compare() + " 4" : "数 * 4000000000 * 4000000000 超过 1";
        }
    }

    std::string of_step(const Place& place) {
        const std::string step = any_step();
        const bool current = place.current && r_.chance(50);
        const std::string who = current ? "本次" : step;
        switch (r_.between(0, place.quantifiers < 2 ? 22 : 19)) {  // 有, 个数 are one more level, and two is the most
            case 0:
            case 1: return step + " 已办";
            case 2: return who + ".日期 " + r_.of({"早于", "晚于", "不早于", "不晚于"}) + " " + day();
            case 3: return step + ".日期 至 " + any_step() + ".日期 日数 " + compare() + " " + number(1, 12) + "日";
            case 4:
                return step + ".日期 至 " + (place.current ? "本次" : any_step()) + ".日期 工作日数 " + compare() + " " + number(1, 8) +
                       "个工作日";
            case 5:
            case 6:
            case 7:
                return who + "." + r_.of({"应到", "到会", "赞成", "反对", "弃权", "弃权", "其他", "其他", "废票", "登记", "登记"}) + " " +
                       compare() + " " + number(1, 7);
            case 8: return step + ".结果 " + r_.of({"是 通过", "不是 未通过", "是 未定"});
            case 9: return who + ".由 是 " + r_.of({"甲部", "乙部"});
            case 10: return who + ".表决方式 是 " + r_.of({"无记名", "举手"});
            case 11: return who + ".内容 包括 " + r_.of({"要点", "{ 要点 理由 }"});
            case 12: return who + ".记录 包括 结果";
            case 13: return who + ".止 晚于 " + day();
            case 14: return who + ".形式 是 " + r_.of({"会议", "传阅"});
            case 15: return who + ".宣告 是 通过";
            case 16: return who + "." + r_.of({"材料", "地点", "理由", "止", "内容", "赞成", "表决方式"}) + " 已记载";
            case 17: return who + ".材料 早于 " + day();
            case 18: return who + ".地点 是 \"村部\"";
            case 19: return who + ".理由 是 \"事急\"";
            case 20: return "有 " + step;
            default: return "个数 " + step + " " + compare() + " " + number(1, 3);
        }
    }

    /// Who took it in hand, against others and against names.
    std::string of_persons(const std::string& who) {
        switch (r_.between(0, 6)) {
            case 0: return who + ".人 是 " + any_step() + ".人";
            case 1: return who + ".人 不是 " + any_step() + ".人";
            case 2: return who + ".人 " + r_.of({"是 员", "不是 员", "已记载"});
            case 3: return who + ".人 " + r_.of({"属于 { 张一 李二 }", "不属于 { 张一 王三 }"});
            case 4: return "有 " + any_step() + " (当 人 " + r_.of({"是 员", "属于 { 张一 赵四 }"}) + ")";
            default: return any_step() + ".人 不是 " + who + ".人";
        }
    }

    std::string date_gap(const std::string& from, const std::string& to) {
        const auto first = from + r_.of({".日期", ".日期", ".止"});
        const auto second = to + r_.of({".日期", ".日期", ".止"});
        if (r_.chance(70)) return second + " " + r_.of({"早于", "晚于", "不早于", "不晚于"}) + " " + first;
        if (r_.chance(30)) return first + " 至 " + second + " 工作日数 " + compare() + " " + number(0, 8) + "个工作日";
        if (r_.chance(50))
            return second + " " + r_.of({"早于 ", "晚于 ", "不早于 ", "不晚于 "}) + first + r_.of({" + ", " + ", " - "}) + period();
        return first + " 至 " + second + " 日数 " + compare() + " " + number(0, 12) + "日";
    }

    /// How the days of steps lie to one another: what most rules of order ask.
    std::string in_order() {
        const auto first = any_step(), second = any_step();
        if (r_.chance(20) || first == second) return "每个 " + first + " (" + date_gap(first, first) + ")";
        const auto gaps = date_gap(first, second) + (r_.chance(30) ? " 且 " + date_gap(first, second) : "");
        return "每个 " + first + " (每个 " + second + " (" + gaps + "))";
    }

    std::string asked(const Place& place, int depth) {
        if (!r_.chance(60)) return condition(place, depth);
        const auto first = condition(place, depth);
        return "(" + first + ") 且 (" + condition(place, 0) + ")";
    }

    std::string quantified(Place place, int depth) {
        if (place.quantifiers == 0 && r_.chance(30)) return in_order() + (r_.chance(40) ? " 且 " + in_order() : "");
        const std::string over = r_.chance(70) ? r_.of({"事甲", "事乙"}) : any_step();
        Place inner = place;
        inner.over = over;
        ++inner.quantifiers;
        switch (r_.between(0, 3)) {
            case 0: return "有 " + over + " (当 " + asked(inner, depth) + ")";
            case 1: return "每个 " + over + " (" + condition(inner, depth) + ")";
            case 2: return "个数 " + over + " (当 " + condition(inner, depth) + ") " + compare() + " " + number(1, 3);
            default: return "有 " + over;
        }
    }

    std::string of_bound_act(const Place& place) {
        if (place.over == "事甲") {
            switch (r_.between(0, 4)) {
                case 0:
                    if (r_.chance(30)) return "(号 " + compare() + " " + number(1, 4) + " 且 好 且 日期 晚于 " + day() + ")";
                    return "号 " + compare() + " " + number(1, 4);
                case 1: return "好";
                case 2: return "记日 早于 " + day();
                case 3: return "由 是 甲部";
                default: return "日期 晚于 " + day();
            }
        }
        if (place.over == "事乙") {
            switch (r_.between(0, 3)) {
                case 0: return "名 是 \"x\"";
                case 1: return "价 " + compare() + " " + number(1, 4) + "万元";
                case 2: return "名 是 文";
                default: return "日期 不晚于 " + day();
            }
        }
        switch (r_.between(0, 2)) {
            case 0: return "日期 " + r_.of({"早于", "晚于"}) + " " + day();
            case 1: return "到会 " + compare() + " " + number(1, 7);
            default: return "由 是 甲部";
        }
    }

    // ---- modifiers

    std::string consequence(bool may_strike) {
        std::string text;
        const int which = r_.between(0, 9);
        if (which <= 2 && may_strike)
            text = r_.of({"无效", "不予受理", "不得实施"});
        else if (which <= 3)
            text = "可补正";
        else if (which <= 4)
            text = "限期改正 " + number(3, 10) + r_.of({"日", "个工作日"});
        else if (which <= 5)
            text = "追责 甲部";
        else if (which <= 6)
            text = "退回 " + any_step();
        else if (which <= 7)
            text = "启动 复查";
        else
            text = "通报";
        return " 否则 " + text;
    }

    std::string modifiers(Place place, bool with_when, bool may_strike, bool with_consequence = true) {
        std::string text;
        if (with_when && r_.chance(25)) text += " 当 " + condition(place, 1) + (r_.chance(30) ? " 依据 条.当" : "");
        if (r_.chance(25)) text += " 除外 " + condition(place, 1) + (r_.chance(30) ? " 依据 条.外" : "");
        if (r_.chance(8)) text += " 除外 " + condition(place, 0);
        if (with_consequence && r_.chance(25)) text += consequence(may_strike) + (r_.chance(30) ? " 依据 条.否" : "");
        if (r_.chance(8)) text += " 自 " + day() + " 施行";
        if (r_.chance(50)) text += " 依据 条.一";
        if (r_.chance(20)) text += " 释义 \"按通行读法\"";
        return text;
    }

    // ---- steps

    std::string prerequisite(std::size_t before, int depth) {
        const auto leaf = [&] {
            const auto i = static_cast<std::size_t>(r_.between(0, static_cast<int>(before) - 1));
            return plan_.steps[i].name + (r_.chance(12) ? " 不论结果" : "");
        };
        if (depth == 0 || before < 2 || r_.chance(50)) return leaf();
        const std::string join = r_.chance(50) ? " 且 " : " 或 ";
        std::string text = leaf();
        for (int i = r_.between(1, 2); i > 0; --i) text += join + (r_.chance(30) ? "(" + prerequisite(before, depth - 1) + ")" : leaf());
        return text;
    }

    std::string share() {
        return r_.of({"过半数", "半数以上", "三分之二以上", "超过三分之二", "五分之四以上", "一致", "60%以上", "超过半数", "不少于 参比",
                      "超过 参比"});
    }

    /// One threshold, or several of which one is enough; of all members or of a class.
    std::string ways(const StepPlan& step, bool votes, const std::vector<std::string>& bases) {
        std::string text;
        for (int n = r_.chance(25) ? r_.between(2, 3) : 1; n > 0; --n) {
            if (step.body == "会一" && r_.chance(30)) text += r_.of({"党员 ", "妇女 "});
            const auto setter = plan_.steps[static_cast<std::size_t>(r_.between(0, static_cast<int>(plan_.steps.size()) - 1))];
            if (setter.sets && r_.chance(40))
                text += r_.chance(50) ? r_.of(bases) + " 不少于 " + setter.name + ".定比" : "超过 " + setter.name + ".定数";
            else
                text += r_.chance(14) ? "不少于 " + number(2, 5) + (votes ? "票" : "人") : r_.of(bases) + " " + share();
            if (n > 1) text += " 或 ";
        }
        return text;
    }

    void meeting(const StepPlan& step, const Place& place) {
        line(2, "会议 " + step.body + " {");
        if (r_.chance(90)) line(3, "到会 " + ways(step, false, {"应到", "全体", "登记", "应到"}) + modifiers(place, true, true));
        if (step.body == "会一" && r_.chance(15)) line(3, "到会 分组: 妇女 应到 " + share() + modifiers(place, true, true));
        if (r_.chance(85)) {
            const auto approval = [&](const std::string& label) {
                const auto wanted = ways(step, true, {"应到", "到会", "全体", "投票", "有效票", "登记", "到会", "有效票"});
                line(3, "赞成 " + label + wanted + modifiers(place, true, true, false));
            };
            approval("");
            if (r_.chance(20)) approval("重大: ");
        }
        if (r_.chance(35)) line(3, "表决方式 " + r_.of({"无记名", "举手", "无记名 票决"}) + modifiers(place, true, true));
        if (r_.chance(50)) line(3, "委托表决 " + r_.of({"可以", "可以 每人 至多 1票", "不得"}));
        if (r_.chance(50)) line(3, "远程表决 " + r_.of({"可以", "不得"}));
        line(2, "}");
    }

    void signatures(StepPlan& step, const Place& place) {
        step.signs = r_.chance(15);
        if (step.signs)
            line(2, "签批 " + r_.of({"甲部 -> 乙部", "丙部 -> 甲部 -> 乙部", "乙部 -> 丙部 -> 甲部", "丙部"}) +
                        (r_.chance(60) ? "，互不相同" : "") + (r_.chance(50) ? "，盖章" : "") + mostly_curable(place));
        if (r_.chance(25))
            line(2, "要求 经手: " + r_.of({"必须 ", "不得 ", "原则上 "}) + of_persons("本次") + modifiers(place, true, false));
    }

    void step(std::size_t index) {
        StepPlan& step = plan_.steps[index];
        const int kind = r_.between(0, 9);
        step.posting = kind <= 2;
        step.meeting = kind >= 3 && kind <= 7;
        step.body = r_.of({"会一", "会二"});
        const Place place{true, 0, ""};
        std::string head = r_.chance(12) ? "可以 步骤 " : "步骤 ";
        head += step.name;
        if (r_.chance(22)) head += " 当 " + condition({}, 1);
        line(1, head + " {");
        if (index > 0 && r_.chance(90)) line(2, "须经 " + prerequisite(index, 2) + modifiers(place, false, true));
        if (!step.meeting && r_.chance(60)) {
            step.actors = {"甲部"};
            if (r_.chance(40)) step.actors.push_back("乙部");
            const bool by_tiers = aside_.chance(35);
            line(2, "由 " +
                        (by_tiers ? std::string(aside_.of({"级一", "级二", "级三"}))
                                  : step.actors.front() + (step.actors.size() > 1 ? " 乙部" : "")) +
                        modifiers(place, true, true));
        }
        if (step.meeting) meeting(step, place);
        if (r_.chance(30)) {
            line(2, "记载 { 定比 比例；定数 整数 }");
            step.sets = true;
        }
        if (step.meeting && r_.chance(20)) line(2, "形式 会议 传阅");
        if (step.posting) {
            const std::string bound = r_.chance(80) ? r_.of({"不少于 ", "超过 "}) : "不超过 ";
            const bool should = r_.chance(30);
            const bool total = r_.chance(18);
            const std::string length = total           ? bound + number(2, 9) + r_.of({"日", "个工作日"})
                                       : r_.chance(12) ? r_.of({"不少于 参期", "不超过 参期"})
                                                       : bound + number(2, 9) + r_.of({"日", "个工作日", "个工作日", "日", "周", "个月"});
            const std::string where = std::string(r_.chance(20) ? r_.of({"媒介 栏 ", "媒介 网 "}) : "") + (total ? "累计 " : "");
            const bool strikes = !should && r_.chance(40);
            line(2, "公示 " + where + std::string(should ? "原则上 " : "") + length + (strikes ? " 否则 无效" : "") +
                        modifiers(place, true, !should, !strikes) +
                        (r_.chance(25) ? " 计期 " + r_.of({"首日计入", "不顺延", "民法典", "逢休顺延", "逢休顺延", "行政许可法"}) : ""));
            if (r_.chance(50)) line(2, "公示 内容 必须 包括 { 要点 理由 }" + modifiers(place, true, true));
        }
        if (r_.chance(30)) {
            line(2, "材料 提前 " + number(1, 5) + r_.of({"日", "个工作日", "周", "个月"}) + " 送达" + modifiers(place, true, true) +
                        (r_.chance(30) ? " 计期 净日" : ""));
        }
        aside([&] { signatures(step, place); });
        if (r_.chance(25)) line(2, "记录 必须 包括 { 意见 结果 }" + modifiers(place, true, true));
        if (index > 0 && r_.chance(35)) {
            const auto from = static_cast<std::size_t>(r_.between(0, static_cast<int>(index) - 1));
            line(2, "时限 自 " + plan_.steps[from].name + " 起 " + period() + " 内" + modifiers(place, true, true));
        }
        for (int i = r_.between(0, 2); i > 0; --i) time_limit(index, place, "限时" + std::to_string(i));
        for (int i = r_.between(0, 2); i > 0; --i) requirement(2, place, "求" + std::to_string(i));
        if (step.meeting && r_.chance(50)) {
            line(2, "未通过 则 " + (index > 0 && r_.chance(60)
                                        ? "退回 " + plan_.steps[static_cast<std::size_t>(r_.between(0, static_cast<int>(index)))].name
                                        : r_.of({"终止", "暂缓"})));
        }
        line(1, "}");
    }

    std::string start(std::size_t index) {
        if (index > 0 && r_.chance(45)) return plan_.steps[static_cast<std::size_t>(r_.between(0, static_cast<int>(index) - 1))].name;
        return r_.of({"首次 事甲", "末次 事甲", "首次 事乙", "末次 事乙", "限", "参日", "参日"});
    }

    void time_limit(std::size_t index, const Place& place, const std::string& label) {
        if (r_.chance(18)) {
            line(2, "时限 " + label + ": 不迟于 " + r_.of({"限", "参日", "限 + 3个工作日", "2024-09-21", "2024-09-14"}) +
                        modifiers(place, true, true));
            return;
        }
        std::string text = start(index);
        if (r_.chance(35)) text += " 与 " + start(index) + (r_.chance(20) ? "、" + start(index) : "") + r_.of({" 中较晚者", " 中较早者"});
        // Where stops are taken out short periods are the ones that are missed all the same.
        const bool stopped = r_.chance(65);
        const auto length = stopped && r_.chance(80) ? number(1, 5) + r_.of({"日", "个工作日", "日"}) : r_.chance(20) ? "参期" : period();
        text = "时限 " + label + ": 自 " + text + " 起 " + length + " 内";
        if (stopped) {
            text += " 扣除 " + r_.of({"事乙", "事甲 至 事乙", "事乙 至 事甲", "暂缓", "事丙"});
            if (r_.chance(40)) text += "、" + r_.of({"事乙", "事甲 至 事乙", "暂缓", "事丙"});
        }
        if (r_.chance(20)) text += " 计期 " + r_.of({"不顺延", "首日计入", "行政强制法"});
        line(2, text + modifiers(place, true, true));
    }

    void requirement(int depth, const Place& place, const std::string& label) {
        if (r_.chance(25)) {
            line(depth, "要求 " + label + ": 分情形 {");
            for (int i = r_.between(1, 2); i > 0; --i) {
                line(depth + 1, condition(place, 1) + " => " + (r_.chance(25) ? "未规定" : condition(place, 1)));
            }
            if (r_.chance(40)) line(depth + 1, "其余 => " + (r_.chance(25) ? std::string("未规定") : condition(place, 0)));
            line(depth, "}" + modifiers(place, true, true));
            return;
        }
        const std::string modality = r_.of({"", "", "必须 ", "不得 ", "原则上 ", "可以 "});
        const bool plain = modality != "原则上 " && modality != "可以 ";
        line(depth, "要求 " + label + ": " + modality + condition(place, 2) + modifiers(place, true, plain, modality != "可以 "));
    }

    Random& r_;
    Random aside_;  ///< for what was added later: the rest stays as it was
    RulePlan plan_;
};

}  // namespace

RulePlan random_rule(Random& random) {
    return Writer(random).write();
}

}  // namespace guicheng::differential
