// Thresholds that don't do what they seem to: one below, at and above where the warning begins.
#include "checking.hpp"
#include "support/catch.hpp"

using namespace checking;

namespace {

Checked meeting(const std::string& items, const std::string& body = "类别 甲类、乙类") {
    return check("规程 试 {\n版本 \"1\"\n会议体 大会 { " + body + " }\n步骤 表决 {\n会议 大会 {\n" + items + "\n}\n}\n}\n");
}

bool warns(const std::string& code, const std::string& items, const std::string& body = "类别 甲类、乙类") {
    const auto checked = meeting(items, body);
    INFO(checked.codes());
    CHECK(checked.codes().find(" E") == std::string::npos);
    return (" " + checked.codes() + " ").find(" " + code + " ") != std::string::npos;
}

}  // namespace

TEST_CASE("a bare quorum that must be of one mind, or can carry nothing", "[model][quorums]") {
    CHECK(warns("M051", "到会 应到 过半数；赞成 应到 过半数"));
    CHECK(warns("M052", "到会 应到 半数以上；赞成 应到 过半数"));  // of 10: 5 present, 6 ayes
    CHECK(warns("M052", "到会 应到 三分之二以上；赞成 全体 五分之四以上"));
    CHECK(warns("M051", "到会 不少于 3人；赞成 不少于 3票"));
    CHECK_FALSE(warns("M051", "到会 不少于 4人；赞成 不少于 3票"));
    CHECK_FALSE(warns("M051", "到会 应到 三分之二以上；赞成 应到 过半数"));
    CHECK_FALSE(warns("M052", "到会 应到 三分之二以上；赞成 应到 过半数"));
    CHECK_FALSE(warns("M051", "到会 应到 过半数；赞成 到会 过半数"));
    CHECK_FALSE(warns("M051", "到会 应到 过半数；赞成 应到 一致"));  // asked for in so many words
    CHECK_FALSE(warns("M051", "到会 应到 过半数；赞成 应到 过半数 释义 \"来源如此\""));
    CHECK_FALSE(warns("M051", "到会 应到 过半数 释义 \"来源如此\"；赞成 应到 过半数"));
    CHECK_FALSE(warns("M051", "到会 应到 过半数；赞成 甲类 应到 过半数"));
    CHECK(warns("M051", "到会 甲类 应到 过半数；赞成 甲类 应到 过半数"));
    // Of a body of 3 to 5 two thirds (2, 3, 4) and more than half (2, 3, 3) meet at 3 and 4, and part at 5.
    CHECK_FALSE(warns("M051", "到会 应到 三分之二以上；赞成 应到 过半数", "人数 3人以上5人以下"));
    CHECK(warns("M051", "到会 应到 三分之二以上；赞成 应到 过半数", "人数 3人以上4人以下"));
}

TEST_CASE("a bare quorum is told with its figures", "[model][quorums]") {
    const auto checked = meeting("到会 应到 半数以上；赞成 应到 过半数");
    CHECK(checked.argument("M052", "members") == "10");
    CHECK(checked.argument("M052", "present") == "5");
    CHECK(checked.argument("M052", "ayes") == "6");
    CHECK(checked.covered("M052") == "赞成 应到 过半数");
}

TEST_CASE("a turnout that a vote against helps to reach", "[model][quorums]") {
    CHECK(warns("M053", "到会 登记 过半数；赞成 投票 过半数"));
    CHECK(warns("M053", "到会 登记 三分之二以上；赞成 有效票 超过三分之二"));
    CHECK_FALSE(warns("M053", "到会 登记 过半数；赞成 登记 过半数"));
    CHECK_FALSE(warns("M053", "到会 登记 过半数；赞成 投票 一致"));  // one against loses it
    CHECK_FALSE(warns("M053", "到会 登记 过半数 释义 \"法律如此\"；赞成 投票 过半数"));
    CHECK_FALSE(warns("M053", "到会 应到 过半数；赞成 到会 过半数"));  // members are to come, electors may
    CHECK(meeting("到会 登记 过半数；赞成 投票 过半数").argument("M053", "less") == "50");
}

TEST_CASE("a vote that passes without an aye", "[model][quorums]") {
    CHECK(warns("M054", "到会 应到 过半数；赞成 有效票 三分之二以上"));
    CHECK(warns("M054", "到会 应到 过半数；赞成 投票 一致"));
    CHECK(warns("M054", "赞成 到会 三分之二以上"));  // nobody need be there
    CHECK(warns("M054", "到会 应到 过半数；赞成 甲类 到会 三分之二以上"));
    CHECK_FALSE(warns("M054", "到会 应到 过半数；赞成 到会 三分之二以上"));
    CHECK_FALSE(warns("M054", "到会 应到 过半数；赞成 有效票 过半数"));
    CHECK_FALSE(warns("M054", "到会 应到 过半数；赞成 应到 三分之二以上"));
    CHECK_FALSE(warns("M054", "到会 应到 过半数；赞成 有效票 三分之二以上；赞成 有人: 不少于 1票"));
}

TEST_CASE("a body too small for its own threshold", "[model][quorums]") {
    const std::string body = "类别 甲类；人数 3人以上5人以下";
    CHECK(warns("M055", "到会 不少于 6人", body));
    CHECK_FALSE(warns("M055", "到会 不少于 5人", body));
    CHECK(warns("M055", "赞成 超过 5票", body));
    CHECK_FALSE(warns("M055", "赞成 超过 4票", body));
    CHECK(warns("M055", "到会 应到 过半数", body + "；组成 甲类 不少于 6人"));
    CHECK_FALSE(warns("M055", "到会 应到 过半数", body + "；组成 甲类 不少于 5人"));
    CHECK_FALSE(warns("M055", "到会 不少于 600人"));
}

TEST_CASE("a denominator left to be inferred is refused, and a class's is that of the class", "[model][quorums]") {
    CHECK(meeting("赞成 过半数").codes().find("P081") != std::string::npos);
    CHECK(meeting("到会 甲类 过半数").codes().find("P081") != std::string::npos);
    CHECK(meeting("到会 丙类 应到 过半数").codes().find("N036") == std::string::npos);  // a label without its colon
    CHECK(meeting("到会 「丙类」 应到 过半数").codes().find("N036") != std::string::npos);
    CHECK(meeting("到会 应到 过半数 且 甲类 应到 过半数").codes().find("P120") != std::string::npos);
}
