// What the record of an act says: body, form, ballots by name, tally, roll, declaration, contents (judging, section 6).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

const Rule& meeting() {
    static const Rule rule("步骤 会 { 会议 大会 { 到会 应到 过半数；赞成 到会 过半数 } }");
    return rule;
}

const std::string named = "名册: { 大会: [一, 二, 三, 四, 五] }";

verdict::Verdict held(const std::string& fields, const std::string& rest = "名册: { 大会: 10 }", const Rule& rule = meeting()) {
    return rule.judge("{ 步骤: 会, 日期: 2024-03-01, " + fields + " }", rest);
}

std::string persons(const verdict::Verdict& v, std::string_view id) {
    std::string out;
    for (const auto& person : finding(v, id).persons) out += (out.empty() ? "" : " ") + person;
    return out;
}

/// "entitled present yes no abstain other"
std::string vote(const verdict::Verdict& v) {
    const auto& count = attempt_of(v, "会").vote;
    if (!count) return "none";
    std::string out;
    for (const auto& n : {count->entitled, count->present, count->yes, count->no, count->abstain, count->other})
        out += (out.empty() ? "" : " ") + (n ? std::to_string(*n) : std::string("-"));
    return out;
}

std::string ballot(const std::string& who, const std::string& vote, const std::string& more = {}) {
    return "{ 谁: " + who + ", 投: " + vote + more + " }";
}

}  // namespace

TEST_CASE("the step's body must have acted", "[eval][meeting]") {
    const Rule rule("步骤 办 { 由 甲方、乙方 }");
    const auto by = [&](const std::string& who) { return rule.judge("{ 步骤: 办, 日期: 2024-03-01" + who + " }"); };
    CHECK(result(by(", 由: 甲方"), "办.主体") == "satisfied");
    CHECK(result(by(", 由: 乙方"), "办.主体") == "satisfied");
    CHECK(result(by(", 由: 大会"), "办.主体") == "violated");
    CHECK(result(by(", 由: 路人"), "办.主体") == "violated");
    CHECK(status(by(", 由: 路人"), "办") == "void");
    CHECK(result(by(""), "办.主体") == "undetermined");
    CHECK(missing(by(""), "办.主体") == "actor 办 1");
}

TEST_CASE("a meeting that names nobody is its own body's", "[eval][meeting]") {
    CHECK(result(held("到会: 8"), "会.主体") == "satisfied");
    CHECK(result(held("到会: 8, 由: 大会"), "会.主体") == "satisfied");
    CHECK(result(held("到会: 8, 由: 理事会"), "会.主体") == "violated");
    CHECK(result(held("到会: 8, 由: 路人"), "会.主体") == "violated");
}

TEST_CASE("an act in another form is void, one without a form is taken to be in the step's", "[eval][meeting]") {
    CHECK(result(held("到会: 8"), "会.形式") == "satisfied");
    CHECK(result(held("到会: 8, 形式: 会议"), "会.形式") == "satisfied");
    CHECK(result(held("到会: 8, 形式: 传阅"), "会.形式") == "violated");
    CHECK(status(held("到会: 8, 赞成: 8, 形式: 传阅"), "会") == "void");
    const Rule wider("步骤 会 { 形式 会议、传阅\n会议 大会 { 到会 应到 过半数 } }");
    CHECK(result(held("到会: 8, 形式: 传阅", "名册: { 大会: 10 }", wider), "会.形式") == "satisfied");
    CHECK(result(held("到会: 8, 形式: 会签", "名册: { 大会: 10 }", wider), "会.形式") == "violated");
}

TEST_CASE("one missing figure follows from the others, unless it would be negative", "[eval][meeting]") {
    CHECK(vote(held("赞成: 5, 反对: 2, 弃权: 1, 其他: 0")) == "10 8 5 2 1 0");
    CHECK(vote(held("到会: 8, 反对: 2, 弃权: 1, 其他: 0")) == "10 8 5 2 1 0");
    CHECK(vote(held("到会: 8, 赞成: 5, 弃权: 1, 其他: 0")) == "10 8 5 2 1 0");
    CHECK(vote(held("到会: 8, 赞成: 5, 反对: 2, 弃权: 1")) == "10 8 5 2 1 0");
    CHECK(vote(held("到会: 8, 赞成: 5, 反对: 2")) == "10 8 5 2 - -");
    CHECK(vote(held("到会: 7, 赞成: 5, 反对: 2, 弃权: 1")) == "10 7 5 2 1 -");
}

TEST_CASE("the roll is the case's, else what the record states", "[eval][meeting]") {
    CHECK(vote(held("到会: 8, 应到: 9", "")) == "9 8 - - - -");
    CHECK(vote(held("到会: 8, 应到: 9")) == "10 8 - - - -");
    CHECK(vote(held("到会: 8", "")) == "- 8 - - - -");
    CHECK(result(held("到会: 8, 应到: 9"), "会.大会.名册") == "violated");
    CHECK(figures(held("到会: 8, 应到: 9"), "会.大会.名册") == "10/9/-");
    CHECK(result(held("到会: 8, 应到: 10"), "会.大会.名册") == "satisfied");
    CHECK(result(held("到会: 8, 应到: 9", ""), "会.大会.名册") == "satisfied");
}

TEST_CASE("attendees by name count once each, those not on the roll not at all", "[eval][meeting]") {
    const auto v = held("到会: [一, 二, 三, 二, 外人]", named);
    CHECK(vote(v) == "5 3 - - - -");
    CHECK(persons(v, "会.大会.名册") == "外人");
    CHECK(result(v, "会.大会.名册") == "violated");
    CHECK(vote(held("到会: [一, 二, 外人]", "名册: { 大会: 5 }")) == "5 3 - - - -");
}

TEST_CASE("ballots by name are the votes", "[eval][meeting]") {
    const auto v = held(
        "票: [ " + ballot("一", "赞成") + ", " + ballot("二", "反对") + ", " + ballot("三", "弃权") + ", " + ballot("四", "废票") + " ]",
        named);
    CHECK(vote(v) == "5 4 1 1 1 1");
    CHECK(result(v, "会.大会.票数") == "satisfied");
    CHECK(result(v, "会.大会.名册") == "satisfied");
    CHECK(vote(held("到会: 5, 票: [ " + ballot("一", "赞成") + " ]", named)) == "5 5 1 0 0 4");
}

TEST_CASE("a stranger's ballot is taken out of those present and of the votes", "[eval][meeting]") {
    const auto v = held("票: [ " + ballot("一", "赞成") + ", " + ballot("外人", "赞成") + ", " + ballot("三", "赞成") + " ]", named);
    CHECK(vote(v) == "5 2 2 0 0 0");
    CHECK(persons(v, "会.大会.名册") == "外人");
    CHECK(result(v, "会.大会.名册") == "violated");
}

TEST_CASE("who cast several ballots counts once: with that vote if all are alike, else without a valid one", "[eval][meeting]") {
    const auto alike = held("票: [ " + ballot("一", "赞成") + ", " + ballot("一", "赞成") + ", " + ballot("二", "反对") + " ]", named);
    CHECK(vote(alike) == "5 2 1 1 0 0");
    CHECK(persons(alike, "会.大会.票数") == "一");
    CHECK(result(alike, "会.大会.票数") == "violated");
    const auto differing = held("票: [ " + ballot("一", "赞成") + ", " + ballot("一", "反对") + ", " + ballot("二", "反对") + " ]", named);
    CHECK(vote(differing) == "5 2 0 1 0 1");
}

TEST_CASE("remote ballots under 不得 are taken out, under 可以 they count", "[eval][meeting]") {
    const std::string cast =
        "票: [ " + ballot("一", "赞成", ", 方式: 远程") + ", " + ballot("二", "赞成") + ", " + ballot("三", "赞成") + " ]";
    const Rule barred("步骤 会 { 会议 大会 { 到会 应到 过半数；远程表决 不得 } }");
    const auto without = held(cast, named, barred);
    CHECK(vote(without) == "5 2 2 0 0 0");
    CHECK(result(without, "会.大会.远程表决") == "violated");
    CHECK(persons(without, "会.大会.远程表决") == "一");
    CHECK(result(without, "会.大会.到会") == "violated");
    const Rule allowed("步骤 会 { 会议 大会 { 到会 应到 过半数；远程表决 可以 } }");
    CHECK(vote(held(cast, named, allowed)) == "5 3 3 0 0 0");
    CHECK(result(held(cast, named, allowed), "会.大会.到会") == "satisfied");
}

TEST_CASE("proxies: one below, at and above the number that a holder may cast", "[eval][meeting]") {
    const Rule limited("步骤 会 { 会议 大会 { 到会 应到 过半数；委托表决 可以，每人 至多 2票 } }");
    const auto proxies = [&](int count) {
        std::string cast = "票: [ " + ballot("一", "赞成");
        const char* const people[] = {"二", "三", "四"};
        for (int i = 0; i < count; ++i) cast += ", " + ballot(people[i], "赞成", ", 代: 一");
        return held(cast + " ]", named, limited);
    };
    CHECK(vote(proxies(1)) == "5 2 2 0 0 0");
    CHECK(vote(proxies(2)) == "5 3 3 0 0 0");
    CHECK(result(proxies(2), "会.大会.委托表决") == "satisfied");
    CHECK(vote(proxies(3)) == "5 3 3 0 0 0");
    CHECK(result(proxies(3), "会.大会.委托表决") == "violated");
    CHECK(persons(proxies(3), "会.大会.委托表决") == "四");
    const Rule barred("步骤 会 { 会议 大会 { 到会 应到 过半数；委托表决 不得 } }");
    CHECK(persons(held("票: [ " + ballot("二", "赞成", ", 代: 一") + " ]", named, barred), "会.大会.委托表决") == "二");
}

TEST_CASE("ballots that no statement settles are doubtful: undecided only where they turn the answer", "[eval][meeting]") {
    const auto with = [&](int plain, const std::string& more) {
        const char* const people[] = {"一", "二", "三", "四"};
        std::string cast;
        for (int i = 0; i < plain; ++i) cast += ballot(people[i], "赞成") + ", ";
        return held("票: [ " + cast + ballot("五", "赞成", more) + " ]", named);
    };
    CHECK(result(with(3, ", 方式: 远程"), "会.大会.到会") == "satisfied");
    const auto turns = with(2, ", 方式: 远程");
    CHECK(result(turns, "会.大会.到会") == "undetermined");
    CHECK(missing(turns, "会.大会.到会") == "remote_rule 大会");
    CHECK(figures(turns, "会.大会.到会") == "3/3/5");
    CHECK(missing(with(2, ", 代: 一"), "会.大会.到会") == "proxy_rule 大会");
    CHECK(missing(with(2, ", 方式: 远程, 代: 一"), "会.大会.到会") == "remote_rule 大会; proxy_rule 大会");
    CHECK(result(with(1, ", 方式: 远程"), "会.大会.到会") == "violated");
    // Only of those ballots that are doubtful: here the plain ones carry the vote either way.
    CHECK(result(turns, "会.大会.赞成") == "satisfied");
    CHECK(status(turns, "会") == "undetermined");
}

TEST_CASE("a statement on ballots that may not apply is as if not written", "[eval][meeting]") {
    const Rule rule("步骤 会 { 会议 大会 { 到会 应到 过半数\n远程表决 不得 当 涉密\n} }");
    const std::string cast =
        "票: [ " + ballot("一", "赞成") + ", " + ballot("二", "赞成") + ", " + ballot("三", "赞成", ", 方式: 远程") + " ]";
    CHECK(result(held(cast, named + "\n事项: { 涉密: 是 }", rule), "会.大会.到会") == "violated");
    CHECK(missing(held(cast, named + "\n事项: { 涉密: 否 }", rule), "会.大会.到会") == "remote_rule 大会");
    CHECK(missing(held(cast, named, rule), "会.大会.到会") == "remote_rule 大会");
}

TEST_CASE("a record that contradicts itself", "[eval][meeting]") {
    const auto tally = [](const std::string& fields, const std::string& rest = "名册: { 大会: 10 }") {
        const auto v = held(fields, rest);
        return result(v, "会.大会.票数") + ' ' + figures(v, "会.大会.票数");
    };
    CHECK(tally("到会: 9") == "satisfied none");
    CHECK(tally("到会: 10") == "satisfied none");
    CHECK(tally("到会: 11") == "violated 10/11/-");
    CHECK(tally("到会: 8, 赞成: 5, 反对: 2") == "satisfied none");
    CHECK(tally("到会: 8, 赞成: 6, 反对: 2") == "satisfied none");
    CHECK(tally("到会: 8, 赞成: 7, 反对: 2") == "violated 8/9/-");
    CHECK(tally("到会: 8, 赞成: 5, 反对: 2, 弃权: 1, 其他: 0") == "satisfied none");
    CHECK(tally("到会: 8, 赞成: 5, 反对: 2, 弃权: 0, 其他: 0") == "violated 8/7/-");
    CHECK(tally("到会: 8, 其他: 2, 废票: 2") == "satisfied none");
    CHECK(tally("到会: 8, 其他: 2, 废票: 3") == "violated none");
    const std::string two = ", 票: [ " + ballot("一", "赞成") + ", " + ballot("二", "反对") + " ]";
    CHECK(tally("赞成: 1, 反对: 1" + two, named) == "satisfied none");
    CHECK(tally("赞成: 2" + two, named) == "violated none");
    CHECK(tally("弃权: 1" + two, named) == "violated none");
    CHECK(tally("到会: 2" + two, named) == "satisfied none");
    CHECK(tally("到会: 1, 赞成: 1, 反对: 0" + two, named).substr(0, 8) == "violated");
    CHECK(status(held("到会: 11, 赞成: 11"), "会") == "flawed");
}

TEST_CASE("the counted outcome stands whatever was declared", "[eval][meeting]") {
    const std::string carried = "到会: 8, 赞成: 6, 反对: 1, 弃权: 1", lost = "到会: 8, 赞成: 4, 反对: 3, 弃权: 1";
    CHECK(result(held(carried), "会.大会.宣告") == "satisfied");
    CHECK(result(held(carried + ", 宣告: 通过"), "会.大会.宣告") == "satisfied");
    CHECK(result(held(carried + ", 宣告: 未通过"), "会.大会.宣告") == "violated");
    CHECK(result(held(lost + ", 宣告: 未通过"), "会.大会.宣告") == "satisfied");
    const auto wrong = held(lost + ", 宣告: 通过");
    CHECK(result(wrong, "会.大会.宣告") == "violated");
    CHECK(status(wrong, "会") == "void");
    CHECK(outcome(wrong, "会") == "lost");
    const auto open = held("到会: 8, 宣告: 通过");
    CHECK(result(open, "会.大会.宣告") == "undetermined");
    CHECK(missing(open, "会.大会.宣告") == "act_count yes 1");
    const Rule no_vote("步骤 会 { 会议 大会 { 到会 应到 过半数 } }");
    CHECK(outcome(held("到会: 8, 宣告: 通过", "名册: { 大会: 10 }", no_vote), "会") == "carried");
    CHECK(result(held("到会: 8, 宣告: 未通过", "名册: { 大会: 10 }", no_vote), "会.大会.宣告") == "satisfied");
}

TEST_CASE("the form of the ballot", "[eval][meeting]") {
    const Rule rule("步骤 会 { 会议 大会 { 表决方式 无记名、票决 } }");
    const auto how = [&](const std::string& form) { return held("到会: 8" + form, "名册: { 大会: 10 }", rule); };
    CHECK(result(how(", 表决方式: 无记名"), "会.大会.表决方式") == "satisfied");
    CHECK(result(how(", 表决方式: 票决"), "会.大会.表决方式") == "satisfied");
    CHECK(result(how(", 表决方式: 举手"), "会.大会.表决方式") == "violated");
    CHECK(status(how(", 表决方式: 举手"), "会") == "void");
    CHECK(missing(how(""), "会.大会.表决方式") == "ballot_form 会 1");
}

TEST_CASE("contents and minutes must have every item", "[eval][meeting]") {
    const Rule rule("步骤 会 { 公示 内容 包括 { 理由书 依据书 }\n记录 包括 { 发言 } }");
    const auto posted = [&](const std::string& fields) { return rule.judge("{ 步骤: 会, 起: 2024-03-01, 止: 2024-03-05" + fields + " }"); };
    const auto whole = posted(", 内容: [理由书, 依据书, 别的], 记录: [发言]");
    CHECK(result(whole, "会.公示.内容") == "satisfied");
    CHECK(result(whole, "会.记录") == "satisfied");
    const auto short_of = posted(", 内容: [依据书], 记录: []");
    CHECK(result(short_of, "会.公示.内容") == "violated");
    CHECK(finding(short_of, "会.公示.内容").lacking == std::vector<std::string>{"理由书"});
    CHECK(finding(short_of, "会.记录").lacking == std::vector<std::string>{"发言"});
    CHECK(status(short_of, "会") == "flawed");
    CHECK(missing(posted(""), "会.公示.内容") == "contents 会 1");
    CHECK(missing(posted(""), "会.记录") == "minutes 会 1");
}

TEST_CASE("contents under 不得 must have none of the items, and those that they have are named", "[eval][meeting]") {
    // The language has no such statement yet; the checked procedure allows it.
    const Rule rule("步骤 会 { 公示 内容 包括 { 住址 电话 } }");
    auto barred = rule.procedure();
    for (auto& r : barred.requirements)
        if (r.kind == model::RequirementKind::posting_contents) r.modality = model::Modality::must_not;
    const auto posted = [&](const std::string& items) {
        const auto file = rule.read(Rule::file_of("{ 步骤: 会, 起: 2024-03-01, 止: 2024-03-05, 内容: [" + items + "] }"));
        return eval::explain(program::compile(barred), file, calendar::built_in(), std::nullopt);
    };
    CHECK(result(posted("理由书"), "会.公示.内容") == "satisfied");
    CHECK(result(posted("理由书, 电话"), "会.公示.内容") == "violated");
    CHECK(finding(posted("理由书, 电话"), "会.公示.内容").lacking == std::vector<std::string>{"电话"});
}
