// 时限 as it is checked: from where it runs, the day by which it ends, what stops it.
#include "model/write.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;
using checking::check_in;
using checking::errors;
using checking::requirement;

namespace {

checking::Checked step(const std::string& items) {
    return check_in(
        "参数 期 期限 依据 t.1\n参数 开标日 日期 依据 t.1\n认定 到期日 { 由 村委会；结论 日期 }\n事件 补正\n事件 停办\n事件 复办\n"
        "步骤 提议 { 由 党支部 }\n步骤 签约日 { 由 党支部 }\n步骤 办事 {\n须经 提议\n" +
        items + "\n}");
}

/// The canonical text of the time limit from its start on.
std::string meaning(const std::string& text) {
    const auto c = step("时限 " + text);
    INFO(c.codes());
    REQUIRE(errors(c).empty());
    const auto* r = requirement(c.one(), "办事.时限");
    REQUIRE(r != nullptr);
    const auto line = model::Writer(c.one()).requirement(*r);
    const auto from = line.find(" step=\"办事\" ") + std::string(" step=\"办事\" ").size();
    return line.substr(from, line.find(" effect=") - from);
}

}  // namespace

TEST_CASE("a start is a step before it is a date", "[model][deadlines]") {
    CHECK(meaning("自 提议 起 5日 内") == "from=\"提议\" op=<= period=5 days");
    CHECK(meaning("自 签约日 起 5日 内") == "from=\"签约日\" op=<= period=5 days");
    CHECK(meaning("自 开标日 起 期 内") == "from=(parameter \"开标日\") op=<= parameter=\"期\"");
    CHECK(meaning("自 到期日 起 5日 内") == "from=(finding \"到期日\") op=<= period=5 days");
    CHECK(meaning("自 首次 补正 起 5日 内") == "from=(first \"补正\") op=<= period=5 days");
    CHECK(meaning("自 末次 补正 起 5日 内") == "from=(latest \"补正\") op=<= period=5 days");
}

TEST_CASE("of several starts and stops the order means nothing", "[model][deadlines]") {
    CHECK(meaning("自 提议 与 末次 补正 中较晚者 起 5日 内") == "from=(later \"提议\" (latest \"补正\")) op=<= period=5 days");
    CHECK(meaning("自 末次 补正 与 提议 中较晚者 起 5日 内") == meaning("自 提议 与 末次 补正 中较晚者 起 5日 内"));
    CHECK(meaning("自 提议、开标日 中较早者 起 5日 内") == "from=(earlier \"提议\" (parameter \"开标日\")) op=<= period=5 days");
    CHECK(meaning("自 提议 起 5日 内 扣除 暂缓、停办 至 复办、补正") ==
          "from=\"提议\" op=<= period=5 days less={\"补正\" (between \"停办\" \"复办\") suspension}");
    CHECK(meaning("自 提议 起 5日 内 扣除 补正、暂缓 停办 至 复办") == meaning("自 提议 起 5日 内 扣除 暂缓、停办 至 复办、补正"));
}

TEST_CASE("a time limit by a day has no period", "[model][deadlines]") {
    CHECK(meaning("不迟于 2024-03-09") == "by_day=2024-03-09");
    CHECK(meaning("不迟于 开标日") == "by_day=(parameter \"开标日\")");
    const auto c = step("时限 必须 不迟于 开标日 否则 无效 依据 t.1");
    CHECK(requirement(c.one(), "办事.时限")->consequence.effect == model::Effect::void_);
}

TEST_CASE("what is no day, no event or has no clock is refused", "[model][deadlines]") {
    CHECK(errors(step("时限 不迟于 金额")) == "M037");
    CHECK(step("时限 不迟于 金额").covered("M037") == "金额");
    CHECK(errors(step("时限 不迟于 没有的")) == "N003");
    CHECK(errors(step("时限 自 金额 起 5日 内")) == "M037");
    CHECK(errors(step("时限 自 没有的 起 5日 内")) == "N001");
    CHECK(errors(step("时限 自 末次 提议 起 5日 内")) == "N019");
    CHECK(errors(step("时限 自 提议 起 5日 内 扣除 提议")) == "N019");
    CHECK(errors(step("时限 自 提议 起 5日 内 扣除 停办 至 没有的")) == "N014");
    CHECK(errors(step("时限 自 提议 与 办事 中较晚者 起 5日 内")) == "M033");
    CHECK(errors(step("时限 不迟于 开标日 扣除 补正")) == "M038");
    CHECK(errors(step("公示 不少于 5日 扣除 补正")) == "M038");
    CHECK(errors(step("时限 不得 不迟于 开标日")) == "M027");
}
