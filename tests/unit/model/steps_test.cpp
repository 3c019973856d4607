// Steps: their list of requirements, the tree of 须经, circles, what follows a lost vote.
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;
using checking::check_in;
using checking::errors;
using checking::ids;
using model::Prerequisite;

TEST_CASE("requirements are listed as they are judged", "[model][steps]") {
    const auto c = check_in(
        "步骤 提议 { 由 党支部 }\n步骤 表决 {\n要求 先写: 有 提议 且 涉密\n记录 必须 包括 { 名单 }\n"
        "会议 大会 { 表决方式 举手；赞成 到会 过半数；到会 应到 过半数；远程表决 可以 }\n材料 提前 1日 送达\n形式 "
        "会议、书面\n"
        "由 村委会\n须经 提议\n}");
    REQUIRE(errors(c).empty());
    CHECK(ids(c.one(), 0) == std::vector<std::string>{"提议.顺序", "提议.承袭", "提议.主体", "提议.办理"});
    CHECK(ids(c.one(), 1) == std::vector<std::string>{"表决.顺序", "表决.承袭", "表决.主体", "表决.形式", "表决.大会.表决方式",
                                                      "表决.大会.赞成", "表决.大会.到会", "表决.大会.远程表决", "表决.大会.票数",
                                                      "表决.大会.名册", "表决.大会.宣告", "表决.先写", "表决.记录", "表决.材料",
                                                      "表决.办理"});
    CHECK(c.one().steps[1].body.index() == 2);
    CHECK(c.one().steps[1].actors.size() == 1);
}

TEST_CASE("an optional step owes nothing; a meeting implies its form and its body", "[model][steps]") {
    const auto c = check_in("可以 步骤 讨论 { 会议 大会 { 到会 应到 过半数 } }");
    REQUIRE(errors(c).empty());
    CHECK(c.one().steps[0].optional);
    CHECK(c.one().steps[0].actors.empty());
    CHECK(ids(c.one(), 0).back() == "讨论.大会.宣告");
    const auto* form = checking::requirement(c.one(), "讨论.形式");
    REQUIRE(form != nullptr);
    CHECK(form->forms == std::vector<std::uint16_t>{static_cast<std::uint16_t>(model::Form::meeting)});
    CHECK(checking::requirement(c.one(), "讨论.主体") != nullptr);
}

TEST_CASE("须经 is a tree; its exceptions lift what is inherited too", "[model][steps]") {
    const auto c = check_in(
        "步骤 一步 { 由 党支部 }\n步骤 二步 { 由 党支部 }\n步骤 三步 { 由 党支部 }\n"
        "步骤 末步 { 须经 一步 不论结果 且 (二步 或 三步) 依据 t.1 除外 涉密 依据 t.2 }");
    REQUIRE(errors(c).empty());
    const auto& tree = *c.one().steps[3].prerequisite;
    CHECK(tree.kind == Prerequisite::Kind::all);
    REQUIRE(tree.parts.size() == 2);
    CHECK(tree.parts[0].whatever_outcome);
    CHECK(tree.parts[1].kind == Prerequisite::Kind::any);
    CHECK(tree.parts[1].parts[1].step.index() == 2);
    for (const auto* id : {"末步.顺序", "末步.承袭"}) {
        CHECK(checking::requirement(c.one(), id)->exceptions.size() == 1);
        CHECK(checking::requirement(c.one(), id)->ground.citations == std::vector<std::string>{"t.1"});
    }
}

TEST_CASE("a circle is shown whole, with the place of each link", "[model][steps]") {
    const auto c = check_in("步骤 一步 { 须经 三步 }\n步骤 二步 { 须经 一步 }\n步骤 三步 { 须经 一步 或 二步 }");
    CHECK(errors(c) == "M012 M012");
    std::vector<std::string> loops;
    for (const auto& d : c.diagnostics)
        if (d.code == "M012") {
            loops.push_back(d.arguments[0].second);
            CHECK(d.related.size() == (d.arguments[0].second.find("二步") == std::string::npos ? 2U : 3U));
            for (const auto& r : d.related) CHECK_FALSE(c.text->slice(r.span).empty());
        }
    CHECK(loops == std::vector<std::string>{"一步 → 三步 → 一步", "一步 → 三步 → 二步 → 一步"});
}

TEST_CASE("a chain of ten thousand steps is checked, and its circle found", "[model][steps]") {
    std::string text;
    for (int i = 1; i < 10'000; ++i) text += "步骤 第" + std::to_string(i) + "步 { 须经 第" + std::to_string(i - 1) + "步 依据 t.1 }\n";
    const auto open = check_in("步骤 第0步 { 由 党支部 依据 t.1 }\n" + text);
    CHECK(errors(open).empty());
    const auto closed = check_in("步骤 第0步 { 须经 第9999步 依据 t.1 }\n" + text);
    CHECK(errors(closed) == "M012");
}

TEST_CASE("what follows a lost vote", "[model][steps]") {
    const auto lost = [](const std::string& then) {
        return check_in("步骤 提议 { 由 党支部 }\n步骤 表决 {\n须经 提议\n会议 大会 { 赞成 到会 过半数 }\n未通过 则 " + then +
                        " 依据 t.1\n}");
    };
    CHECK(lost("退回 提议").one().steps[1].lost_vote == model::LostVote::return_to);
    CHECK(lost("退回 提议").one().steps[1].return_to.index() == 0);
    CHECK(lost("终止").one().steps[1].lost_vote == model::LostVote::end);
    CHECK(lost("暂缓").one().steps[1].lost_vote == model::LostVote::suspend);
    CHECK(lost("暂缓").one().steps[1].lost_ground.citations == std::vector<std::string>{"t.1"});
    CHECK(errors(lost("退回 没有")) == "N001");
    CHECK(errors(lost("终止 当 涉密")) == "M021");
}

TEST_CASE("a step's condition has its own ground", "[model][steps]") {
    const auto c = check_in("步骤 甲步 依据 t.1 当 涉密 依据 t.2 { 由 党支部 }");
    REQUIRE(errors(c).empty());
    REQUIRE(c.one().steps[0].condition.has_value());
    CHECK(c.one().steps[0].condition->ground.citations == std::vector<std::string>{"t.2"});
    CHECK(checking::requirement(c.one(), "甲步.主体")->ground.citations == std::vector<std::string>{"t.1"});
}

TEST_CASE("a posting makes its step a posting, whether its length or its contents are written", "[model][steps]") {
    const auto c = check_in("步骤 一步 { 公示 不少于 7日 }\n步骤 二步 { 公示 内容 必须 包括 { 方案 } }\n步骤 三步 { 由 党支部 }");
    REQUIRE(errors(c).empty());
    CHECK(c.one().steps[0].posting);
    CHECK(c.one().steps[1].posting);
    CHECK_FALSE(c.one().steps[2].posting);
}
