// Names, types and what the head of a procedure says.
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;
using checking::check;
using checking::check_in;
using checking::errors;

TEST_CASE("the head of a procedure is read, and repealed on a day means in force until the day before", "[model][declarations]") {
    const auto c = check(
        "规程 样例 {\n全称 \"样例办法\"\n版本 \"2\"\n施行 2024-01-01\n废止 2025-03-01\n级别 乡镇\n来源 "
        "甲文、乙文、甲文\n计期 净日\n"
        "主体 党支部\n步骤 甲 { 由 党支部 依据 t.1 }\n}");
    REQUIRE(errors(c).empty());
    const auto& p = c.one();
    CHECK(p.full_title == "样例办法");
    CHECK(p.version == "2");
    CHECK(p.level == "乡镇");
    CHECK(base::iso(*p.in_force_from) == "2024-01-01");
    CHECK(base::iso(*p.in_force_until) == "2025-02-28");
    CHECK(p.sources == std::vector<std::string>{"甲文", "乙文"});
    CHECK(p.profile == calendar::Profile::clear_days);
}

TEST_CASE("a procedure may be in force for one day and not for none", "[model][declarations]") {
    const std::string tail = "\n主体 党支部\n步骤 甲 { 由 党支部 依据 t.1 }\n}";
    CHECK(errors(check("规程 样例 {\n施行 2024-01-01\n废止 2024-01-02" + tail)).empty());
    CHECK(errors(check("规程 样例 {\n施行 2024-01-01\n废止 2024-01-01" + tail)) == "M030");
    CHECK(errors(check("规程 样例 {\n施行 2024-01-01\n废止 2023-12-31" + tail)) == "M030");
}

TEST_CASE("fields, parameters and findings share one space of names; steps and events another", "[model][declarations]") {
    CHECK(errors(check_in("参数 金额 整数 依据 t.1")) == "N007");
    CHECK(errors(check_in("认定 金额 { 由 党支部；结论 是否 } 依据 t.1")) == "N007");
    CHECK(errors(check_in("参数 甲数 整数 依据 t.1\n认定 甲数 { 由 党支部；结论 是否 } 依据 t.1")) == "N007");
    CHECK(errors(check_in("事件 走访 依据 t.1\n步骤 走访 { 由 党支部 }")) == "N007");
    CHECK(errors(check_in("步骤 金额 { 由 党支部 }")).empty());
}

TEST_CASE("both places of a name declared twice are shown", "[model][declarations]") {
    const auto c = check_in("步骤 甲步 { 由 党支部 }\n步骤 甲步 { 由 党支部 }");
    REQUIRE(errors(c) == "N007");
    for (const auto& d : c.diagnostics)
        if (d.code == "N007") {
            REQUIRE(d.related.size() == 1);
            CHECK(d.related[0].span.begin < d.span.begin);
            CHECK(c.text->slice(d.related[0].span) == "甲步");
        }
}

TEST_CASE("periods are parameters only, shares may be recorded too", "[model][declarations]") {
    CHECK(errors(check_in("参数 门槛 比例 依据 t.1\n参数 期 期限 依据 t.1")).empty());
    CHECK(errors(check_in("步骤 甲步 { 记载 { 门槛 比例 } }")).empty());
    CHECK(errors(check_in("认定 必要 { 由 党支部；结论 比例 } 依据 t.1")) == "T014");
    CHECK(errors(check_in("事项 { 门槛 比例 }")) != "");
    CHECK(errors(check_in("事件 走访 { 记载 { 期 期限 } } 依据 t.1")) == "T014");
    CHECK(errors(check_in("认定 必要 { 由 党支部；结论 期限 } 依据 t.1")) == "T014");
}

TEST_CASE("what stands for a missing finding fits its conclusion", "[model][declarations]") {
    const auto when_none = [](const std::string& type, const std::string& value) {
        return check_in("认定 必要 { 由 党支部；结论 " + type + "；未作 视为 " + value + " } 依据 t.1");
    };
    CHECK(when_none("是否", "否").one().findings.at(0).when_none == 0);
    CHECK(when_none("是否", "是").one().findings.at(0).when_none == 1);
    CHECK(when_none("整数", "60").one().findings.at(0).when_none == 60);
    CHECK(when_none("金额", "1万元").one().findings.at(0).when_none == 1'000'000);
    CHECK(when_none("选项 { 高 低 }", "低").one().findings.at(0).when_none == 1);
    CHECK(errors(when_none("是否", "3")) == "T015");
    CHECK(errors(when_none("金额", "60")) == "T015");
    CHECK(errors(when_none("选项 { 高 低 }", "中")) == "N004");
    CHECK_FALSE(check_in("认定 必要 { 由 党支部；结论 是否 } 依据 t.1").one().findings.at(0).when_none.has_value());
    // A constant is no part of any condition.
    CHECK(when_none("整数", "60").one().expressions.empty());
}

TEST_CASE("what nothing refers to is warned of, in the words of its kind", "[model][declarations]") {
    const auto c = check("规程 样例 { 主体 党支部、老年协会；事项 { 金额 金额 }；步骤 甲 { 由 党支部 依据 t.1 } }");
    CHECK(c.codes() == "N008 N008");
    CHECK(c.covered("N008") == "老年协会");
    const auto en = check("procedure 样例 { actors 党支部 老年协会; step 甲 { by 党支部 cite t.1 } }");
    CHECK(en.codes() == "N008");
    CHECK(en.argument("N008", "kind") == "actors");
}

TEST_CASE("a procedure with an error is left out and the others are still checked", "[model][declarations]") {
    const auto c = check("规程 甲规 { 步骤 甲 { 由 没有 } }\n规程 乙规 { 主体 党支部；步骤 甲 { 由 党支部 依据 t.1 } }");
    CHECK(c.codes() == "N002");
    REQUIRE(c.procedures.size() == 1);
    CHECK(c.procedures[0].name == "乙规");
}

TEST_CASE("one name may have several versions, one version stands once, also over files", "[model][declarations]") {
    const auto text = [](const std::string& version) {
        return "规程 样例 { 版本 \"" + version + "\"；主体 党支部；步骤 甲 { 由 党支部 依据 t.1 } }";
    };
    diag::Sink sink;
    std::vector<syntax::File> files;
    for (const auto* version : {"1", "2", "1"}) files.push_back(*syntax::parse(checking::source(text(version)), sink));
    const auto made = model::check(files, checking::clauses(), sink);
    REQUIRE(sink.entries().size() == 1);
    CHECK(sink.entries()[0].code == "N015");
    CHECK(sink.entries()[0].related.size() == 1);
    REQUIRE(made.size() == 2);
    CHECK(made[1].version == "2");
}

TEST_CASE("a suggestion is near: one edit in a short word, none for a stranger", "[model][declarations]") {
    const auto with_fix = [](const std::string& name) {
        const auto c = check_in("步骤 方案公示 { 由 党支部 }\n步骤 乙步 { 须经 " + name + " }");
        REQUIRE(errors(c) == "N001");
        for (const auto& d : c.diagnostics)
            if (d.code == "N001") return d.fix ? d.fix->text : std::string("none");
        return std::string();
    };
    CHECK(with_fix("方案公布") == "方案公示");
    CHECK(with_fix("方按公示") == "方案公示");
    CHECK(with_fix("另行研究") == "none");
    CHECK(with_fix("「方案公布」") == "「方案公示」");
}
