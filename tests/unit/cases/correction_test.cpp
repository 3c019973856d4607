// 编号 and 更正: which record stands.
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

std::string standing(const std::string& acts) {
    const auto made = good(support::village(), "经过: [" + acts + "]");
    std::string out;
    for (const auto& act : made.acts) out += act.superseded ? std::to_string(act.superseded_by) : "+";
    return out;
}
std::string codes(const std::string& acts) {
    return read(support::village(), "经过: [" + acts + "]").codes();
}

}  // namespace

TEST_CASE("a record that corrects another replaces it, wherever the two stand", "[cases]") {
    CHECK(standing("{ 步骤: 提议, 编号: a }, { 步骤: 提议, 更正: a }") == "1+");
    CHECK(standing("{ 步骤: 提议, 更正: a }, { 步骤: 提议, 编号: a }") == "+0");
}

TEST_CASE("along a chain the last stands", "[cases]") {
    CHECK(standing("{ 步骤: 提议, 编号: a }, { 步骤: 提议, 编号: b, 更正: a }, { 步骤: 提议, 更正: b }") == "12+");
}

TEST_CASE("of several corrections of one record the last stands, each replacing the one before", "[cases]") {
    CHECK(standing("{ 步骤: 提议, 编号: a }, { 步骤: 提议, 更正: a }, { 步骤: 提议, 更正: a }, { 步骤: 提议, 更正: a }") == "323+");
}

TEST_CASE("a number twice, a target that is not there, a circle", "[cases]") {
    CHECK(codes("{ 步骤: 提议, 编号: a }, { 步骤: 商议, 编号: a }") == "C034");
    CHECK(codes("{ 步骤: 提议, 编号: a1 }, { 步骤: 提议, 更正: a2 }") == "C035");
    CHECK(codes("{ 步骤: 提议, 编号: a, 更正: a }") == "C046");
    CHECK(codes("{ 步骤: 提议, 编号: a, 更正: b }, { 步骤: 提议, 编号: b, 更正: a }") == "C046");
    CHECK(codes("{ 步骤: 提议, 编号: a, 更正: c }, { 步骤: 提议, 编号: b, 更正: a }, { 步骤: 提议, 编号: c, 更正: b }, "
                "{ 步骤: 提议, 更正: c }") == "C046");
}
