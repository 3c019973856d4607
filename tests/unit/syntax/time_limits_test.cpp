// 时限: from where it runs, by which day, what stops it.
#include "syntax/format.hpp"
#include "unit/syntax/parsing.hpp"

using namespace guicheng;
using syntax::Keyword;

namespace {

/// "末次 补正 / 受理" with the keyword that says which.
std::string starts(const std::string& text) {
    const auto r = parsing::parse_step_item("时限 " + text);
    if (!r.file) return r.codes();
    const auto& s = parsing::only(r);
    std::string out;
    for (const auto& start : s.starts) {
        out += (out.empty() ? "" : " / ") + (start.which ? std::string(syntax::zh(*start.which)) + " " : "") + start.name.text;
        CHECK((start.expr == syntax::no_expr) == start.which.has_value());
    }
    if (s.aspect) out += " " + std::string(syntax::zh(*s.aspect));
    return out;
}

std::string stops(const std::string& text) {
    const auto r = parsing::parse_step_item(text);
    if (!r.file) return r.codes();
    std::string out;
    for (const auto& stop : parsing::only(r).modifiers.stops)
        out += (out.empty() ? "" : " / ") + (stop.event ? stop.event->text : std::string("-")) + (stop.until ? "~" + stop.until->text : "");
    return out;
}

}  // namespace

TEST_CASE("a time limit runs from a name, the first or the latest act of an event, or one of several") {
    CHECK(starts("自 受理 起 7日 内") == "受理");
    CHECK(starts("自 首次 补正 起 7日 内") == "首次 补正");
    CHECK(starts("答复: 原则上 自 末次 补正 起 不超过 7日") == "末次 补正");
    CHECK(starts("自 受理 与 末次 补正 中较晚者 起 7日 内") == "受理 / 末次 补正 中较晚者");
    CHECK(starts("自 受理、听证 与 评估 中较早者 起 7日 内") == "受理 / 听证 / 评估 中较早者");
    CHECK(starts("from 受理 together_with latest 补正 whichever_later onward 7 days within") == "受理 / 末次 补正 中较晚者");
}

TEST_CASE("首次 and 末次 are names where no name follows them") {
    CHECK(starts("自 首次 起 7日 内") == "首次");
    CHECK(starts("自 「末次」 起 7日 内") == "末次");
}

TEST_CASE("several starts need the word that chooses, one start takes none") {
    CHECK(starts("自 受理 与 听证 起 7日 内") == "P093");
    CHECK(starts("自 受理 中较晚者 起 7日 内") == "P110");
    CHECK(starts("自 受理 与 起 7日 内") == "P093");
}

TEST_CASE("a time limit may end on a day") {
    const auto r = parsing::parse_step_item("时限 开标: 必须 不迟于 签约日 + 3日，依据 t.1");
    INFO(r.shown());
    const auto& s = parsing::only(r);
    CHECK(s.aspect == Keyword::no_later_than);
    CHECK(r.file->expressions.at(s.expr).kind == syntax::ExprKind::add);
    CHECK(s.starts.empty());
    CHECK(s.modifiers.grounds.citations.size() == 1);
    CHECK(parsing::parse_step_item("时限 不迟于").codes() == "P050");
    CHECK(parsing::parse_step_item("时限 不迟于 当 涉密").codes() == "P050");
}

TEST_CASE("扣除 names what stops the clock, on its line or the next") {
    CHECK(stops("时限 自 受理 起 7日 内 扣除 补正") == "补正");
    CHECK(stops("时限 自 受理 起 7日 内 扣除 补正、停办 至 复办 暂缓 当 涉密") == "补正 / 停办~复办 / -");
    CHECK(stops("时限 自 受理 起 7日 内\n  依据 t.1\n  扣除 「暂缓」") == "暂缓");
    CHECK(stops("time_limit from 受理 onward 7 days within deducting 停办 to 复办、suspend") == "停办~复办 / -");
    CHECK(stops("时限 自 受理 起 7日 内 扣除") == "P030");
    CHECK(stops("时限 自 受理 起 7日 内\n扣除 补正") == "P027");
}

TEST_CASE("time limits change their keywords and change them back") {
    const std::string zh =
        "规程 甲 {\n    步骤 乙 {\n        时限 自 丙、末次 丁 与 首次 戊 中较晚者 起 5日 内 扣除 丁 至 戊、暂缓\n"
        "        时限 另: 不迟于 己\n        要求 己 不迟于 庚 且 己 在 庚 至 庚 + 3日 之间\n    }\n}\n";
    const auto formatted = [](const std::string& text, syntax::Keywords keywords) {
        diag::Sink sink;
        const auto out = syntax::format(std::make_shared<base::SourceText>("试", text), {keywords}, sink);
        INFO(diag::render_all(sink.sorted(), {}));
        REQUIRE(out);
        return *out;
    };
    const auto en = formatted(zh, syntax::Keywords::en);
    CHECK(
        en.find("time_limit from 丙、latest 丁 together_with first 戊 whichever_later onward 5 days within deducting 丁 to 戊、suspend") !=
        std::string::npos);
    CHECK(en.find("己 no_later_than 庚 and 己 is_within 庚 to 庚 + 3 days inclusive") != std::string::npos);
    CHECK(formatted(en, syntax::Keywords::zh) == zh);
}
