#include "syntax/keywords.hpp"

#include <set>

#include "support/catch.hpp"
#include "support/golden.hpp"

using namespace guicheng;
using syntax::Keyword;
using syntax::Position;

namespace {

struct Place {
    Position position;
    const char* zh;
    const char* en;
};

const Place places[] = {{Position::file_item, "文件", "file"},
                        {Position::procedure_item, "规程", "procedure"},
                        {Position::step_item, "步骤", "step"},
                        {Position::meeting_item, "会议", "meeting"},
                        {Position::body_item, "机构", "body"},
                        {Position::finding_item, "认定", "finding"},
                        {Position::event_item, "事件", "event"},
                        {Position::particle, "语句之内", "within a statement"},
                        {Position::modifier, "修饰", "modifier"},
                        {Position::modality, "情态", "modality"},
                        {Position::condition, "条件", "condition"},
                        {Position::relation, "关系", "relation"},
                        {Position::type, "类型", "type"},
                        {Position::denominator, "基数", "denominator"},
                        {Position::attribute, "属性", "attribute"},
                        {Position::consequence, "后果", "consequence"},
                        {Position::lost_then, "未通过 则", "lost then"},
                        {Position::profile, "计期方式", "way of counting"},
                        {Position::act_form, "形式", "form"},
                        {Position::ballot, "表决方式", "ballot form"},
                        {Position::value, "值", "value"},
                        {Position::compare_before, "数前比较", "before a number"},
                        {Position::compare_after, "数后比较", "after a number"},
                        {Position::share, "比例词", "share"},
                        {Position::unit, "单位", "unit"},
                        {Position::id_word, "编号", "id"}};

std::string table(bool zh) {
    std::string out = zh ? "| 中文 | 英文 | 用在哪里 |\n|---|---|---|\n" : "| Chinese | English | counts as |\n|---|---|---|\n";
    for (const auto& e : syntax::keywords()) {
        std::string where;
        for (const auto& p : places) {
            if (!syntax::overlaps(e.positions, p.position)) continue;
            where += (where.empty() ? "" : zh ? "、" : ", ") + std::string(zh ? p.zh : p.en);
        }
        out += "| " + std::string(e.zh) + " | `" + std::string(e.en) + "` | " + where + " |\n";
    }
    return out;
}

/// The page with its section 9 made from the table.
void check_page(const char* file, const std::string& heading, const std::string& made) {
    const auto path = support::source_dir() / "docs" / file;
    const auto page = support::read_file(path);
    const auto at = page.find(heading);
    const auto next = at == std::string::npos ? at : page.find("\n## ", at);
    const auto before = at == std::string::npos ? page + "\n" : page.substr(0, at);
    const auto wanted = before + heading + "\n\n" + made + (next == std::string::npos ? "" : page.substr(next));
    const bool same = support::golden(path, wanted) == wanted;
    INFO(file);
    CHECK(same);
}

}  // namespace

TEST_CASE("section 9 of both language pages is the keyword table") {
    check_page("language.md", "## 7. 关键词全表", table(true));
    check_page("language.en.md", "## 7. Keywords", table(false));
}

TEST_CASE("no two keywords of one position share a spelling") {
    for (const auto& p : places) {
        std::set<std::string_view> seen;
        for (const auto& e : syntax::keywords()) {
            if (!syntax::overlaps(e.positions, p.position)) continue;
            INFO(p.en << " " << e.en);
            CHECK(seen.insert(e.zh).second);
            CHECK(seen.insert(e.en).second);
        }
    }
}

TEST_CASE("one Chinese word has one English word wherever the same position could read it") {
    for (const auto& a : syntax::keywords())
        for (const auto& b : syntax::keywords())
            if (a.keyword != b.keyword && a.zh == b.zh) CHECK_FALSE(syntax::overlaps(a.positions, b.positions));
}

TEST_CASE("a keyword is found in its place, in both spellings, and nowhere else") {
    CHECK(syntax::find_keyword("须经", Position::step_item) == Keyword::after);
    CHECK(syntax::find_keyword("after", Position::step_item) == Keyword::after);
    CHECK_FALSE(syntax::find_keyword("须经", Position::meeting_item));
    CHECK_FALSE(syntax::find_keyword("须", Position::step_item));
    CHECK_FALSE(syntax::find_keyword("", Position::step_item));
    CHECK(syntax::find_keyword("是", Position::relation) == Keyword::is);
    CHECK(syntax::find_keyword("是", Position::value) == Keyword::yes);
    CHECK(syntax::find_keyword("起", Position::attribute) == Keyword::start);
    CHECK(syntax::find_keyword("起", Position::particle) == Keyword::onward);
}

TEST_CASE("every comparison word has a comparison and other words have none") {
    for (const auto& e : syntax::keywords()) {
        INFO(e.en);
        const bool about = e.keyword == Keyword::or_so;
        if (syntax::overlaps(e.positions, Position::compare_before | Position::compare_after) && !about)
            CHECK(syntax::comparison_of(e.keyword));
        if (syntax::overlaps(e.positions, Position::unit | Position::type | Position::modifier))
            CHECK_FALSE(syntax::comparison_of(e.keyword));
    }
}

TEST_CASE("traditional characters of keywords become simplified, others stay") {
    CHECK(syntax::simplified("規程") == "规程");
    CHECK(syntax::simplified("須經") == "须经");
    CHECK(syntax::simplified("應到") == "应到");
    CHECK(syntax::simplified("党支部") == "党支部");
    CHECK(syntax::simplified("abc") == "abc");
}

TEST_CASE("one word denies another where it has more or fewer negations") {
    CHECK(syntax::crosses_negation("不紧急", "紧急"));
    CHECK(syntax::crosses_negation("质量合格", "质量不合格"));
    CHECK(syntax::crosses_negation("记名", "无记名"));
    CHECK(syntax::crosses_negation("得", "不得"));
    CHECK(!syntax::crosses_negation("不记名", "无记名"));
    CHECK(!syntax::crosses_negation("记明", "记名"));
    CHECK(syntax::without_negation("不紧急") == std::vector<std::string>{"紧急"});
    CHECK(syntax::without_negation("质量不合格") == std::vector<std::string>{"质量合格"});
    CHECK(syntax::without_negation("紧急").empty());
    CHECK(syntax::without_negation("不").empty());
}
