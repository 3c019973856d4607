// The catalogue of clauses: what is read, and what a mistake in it earns.
#include <filesystem>

#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

struct Read {
    model::Clauses clauses;
    std::string codes;
    std::string fix;
};

Read read(const std::string& text) {
    Read out;
    diag::Sink sink;
    model::read_clauses(checking::source(text, "c.yaml"), out.clauses, sink);
    for (const auto& d : sink.sorted()) {
        out.codes += (out.codes.empty() ? "" : " ") + d.code;
        if (d.fix && out.fix.empty()) out.fix = d.fix->text;
    }
    return out;
}

}  // namespace

TEST_CASE("a catalogue is read with Chinese and with English keys", "[model][clauses]") {
    const auto zh = read(
        "来源: { 编号: s, 名称: 某意见, 机关: 某镇, 日期: \"2014-12\" }\n条款:\n"
        "  - { 编号: s.1, 节: \"一\", 要旨: \"甲\", gist: \"a\", 可查: 部分 }\n");
    const auto en = read(
        "source: { id: s, title: 某意见, issuer: 某镇, date: \"2014-12\" }\nclauses:\n"
        "  - { id: s.1, section: \"一\", gist_zh: \"甲\", gist_en: \"a\", checkable: partly }\n");
    for (const auto* r : {&zh, &en}) {
        CHECK(r->codes.empty());
        REQUIRE(r->clauses.find("s.1") != nullptr);
        const auto& clause = *r->clauses.find("s.1");
        CHECK(clause.section == "一");
        CHECK(clause.gist_zh == "甲");
        CHECK(clause.gist_en == "a");
        CHECK(clause.checkable == model::Checkable::partly);
        CHECK(r->clauses.sources().at(clause.source).title == "某意见");
        CHECK(r->clauses.sources().at(0).issuer == "某镇");
        CHECK(r->clauses.sources().at(0).date == "2014-12");
    }
}

TEST_CASE("a clause is checkable unless the catalogue says otherwise", "[model][clauses]") {
    const auto r = read(
        "来源: { 编号: s, 名称: 某 }\n条款:\n  - { 编号: s.1, 要旨: 甲, 可查: 是 }\n  - { 编号: s.2, 要旨: 乙, 可查: "
        "否 }\n"
        "  - { 编号: s.3, 要旨: 丙 }\n");
    CHECK(r.codes.empty());
    CHECK(r.clauses.find("s.1")->checkable == model::Checkable::yes);
    CHECK(r.clauses.find("s.2")->checkable == model::Checkable::no);
    CHECK(r.clauses.find("s.3")->checkable == model::Checkable::yes);
}

TEST_CASE("a mistyped key is an error with the key that was meant", "[model][clauses]") {
    const auto r = read("来源: { 编号: s, 名称: 某 }\n条款:\n  - { 编号: s.1, 要止: 甲, 要旨: 乙 }\n");
    CHECK(r.codes == "M101");
    CHECK(r.fix == "要旨");
    CHECK(r.clauses.empty());
}

TEST_CASE("what a catalogue lacks is named", "[model][clauses]") {
    CHECK(read("条款:\n  - { 编号: s.1, 要旨: 甲 }\n").codes == "M102");
    CHECK(read("来源: { 名称: 某 }\n条款: []\n").codes == "M102");
    CHECK(read("来源: { 编号: s }\n条款: []\n").codes == "M102");
    CHECK(read("来源: { 编号: s, 名称: 某 }\n条款:\n  - { 要旨: 甲 }\n").codes == "M102");
    CHECK(read("来源: { 编号: s, 名称: 某 }\n条款:\n  - { 编号: s.1 }\n").codes == "M102");
}

TEST_CASE("a value of the wrong shape is an error", "[model][clauses]") {
    CHECK(read("来源: 某\n条款: []\n").codes == "M104");
    CHECK(read("来源: { 编号: s, 名称: 某 }\n条款: { 编号: s.1 }\n").codes == "M104");
    CHECK(read("来源: { 编号: s, 名称: 某 }\n条款:\n  - { 编号: s.1, 要旨: 甲, 可查: 也许 }\n").codes == "M104");
    CHECK(read("- 一个列表\n").codes == "M104");
}

TEST_CASE("a clause stands once, in one file and in all", "[model][clauses]") {
    CHECK(read("来源: { 编号: s, 名称: 某 }\n条款:\n  - { 编号: s.1, 要旨: 甲 }\n  - { 编号: s.1, 要旨: 乙 }\n").codes == "M103");
    auto first = read("来源: { 编号: s, 名称: 某 }\n条款:\n  - { 编号: s.1, 要旨: 甲 }\n");
    diag::Sink sink;
    CHECK_FALSE(
        model::read_clauses(checking::source("来源: { 编号: r, 名称: 另 }\n条款:\n  - { 编号: s.1, 要旨: 乙 }\n"), first.clauses, sink));
    REQUIRE(sink.entries().size() == 1);
    CHECK(sink.entries()[0].code == "M103");
    CHECK(sink.entries()[0].related.size() == 1);
    CHECK(first.clauses.find("s.1")->gist_zh == "甲");
}

TEST_CASE("the catalogues that are shipped are whole", "[model][clauses]") {
    model::Clauses clauses;
    diag::Sink sink;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(GUICHENG_SOURCE_DIR) + "/rules/sources")) {
        if (entry.path().extension() != ".yaml") continue;
        ++files;
        INFO(entry.path().filename().string());
        CHECK(model::read_clauses(checking::source(checking::read_file(entry.path().string()), entry.path().string()), clauses, sink));
    }
    CHECK(files >= 4);
    CHECK(sink.entries().empty());
    for (const auto& [id, clause] : clauses.all()) {
        INFO(id);
        CHECK_FALSE(clause.gist_zh.empty());
        CHECK_FALSE(clause.gist_en.empty());
    }
}

TEST_CASE("an unknown clause offers the nearest and where it stands", "[model][clauses]") {
    const auto c = checking::check_in("步骤 甲步 { 由 党支部 依据 t.11 }");
    REQUIRE(checking::errors(c) == "M004");
    const auto it = std::find_if(c.diagnostics.begin(), c.diagnostics.end(), [](const auto& d) { return d.code == "M004"; });
    REQUIRE(it->fix.has_value());
    CHECK(it->fix->text == "t.1");
    CHECK(it->related.size() == 1);
}

TEST_CASE("without any catalogue citations are taken as they are, with one warning", "[model][clauses]") {
    const auto c = checking::check("规程 样例 { 主体 党支部；步骤 甲 { 由 党支部 依据 没有这一条 } }", model::Clauses{});
    CHECK(c.codes() == "M026");
    REQUIRE(c.procedures.size() == 1);
}
