// Conditions and demands that the tables hold in a direct form too, and those that they must not.
#include "compiling.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

std::string flow(const std::string& demand) {
    return "事项 { 急 是否；额 金额；类 选项 { 土地 房屋 其他 }；名 文本 }\n事件 复核 { }\n步骤 甲步 { }\n步骤 乙步 { }\n步骤 公告 { 公示 "
           "不少于 5日 }\n" +
           std::string("要求 一: ") + demand + "\n";
}

program::Range dates_of(const std::string& demand) {
    return row(compiled(flow(demand)), "一").dates;
}

}  // namespace

TEST_CASE("a comparison of the dates of two steps is one interval of days between them", "[program]") {
    const auto gap_of = [](const std::string& comparison) {
        const auto p = compiled(flow("每个 甲步 (每个 乙步 (" + comparison + "))"));
        REQUIRE(row(p, "一").dates.size() == 1);
        const auto& check = p.date_checks[row(p, "一").dates.begin];
        REQUIRE(check.gaps.size() == 1);
        CHECK(p.procedure->steps[check.steps[0]].name == "甲步");
        CHECK(p.procedure->steps[check.steps[1]].name == "乙步");
        return p.date_gaps[check.gaps.begin];
    };
    const auto from_first = gap_of("乙步.日期 不早于 甲步.日期");
    CHECK(from_first.low == 0);
    CHECK(from_first.high > 1'000'000);
    CHECK_FALSE(from_first.to.end);
    CHECK(gap_of("乙步.日期 晚于 甲步.日期").low == 1);
    CHECK(gap_of("乙步.日期 早于 甲步.日期").high == -1);
    CHECK(gap_of("乙步.日期 不晚于 甲步.止").high == 0);
    CHECK(gap_of("乙步.日期 不晚于 甲步.止").from.end);
    const auto within = gap_of("甲步.日期 至 乙步.日期 日数 7日以内");
    CHECK(within.high == 7);
    CHECK(within.low < -1'000'000);
    CHECK(gap_of("甲步.日期 至 乙步.日期 日数 少于 7日").high == 6);
    CHECK(gap_of("甲步.日期 至 乙步.日期 日数 7日以上").low == 7);
}

TEST_CASE("several date checks that must all hold are read one by one; anything else among them is walked in full", "[program]") {
    CHECK(dates_of("每个 甲步 (每个 乙步 (乙步.日期 晚于 甲步.日期)) 且 每个 公告 (止 不早于 起)").size() == 2);
    CHECK(dates_of("每个 甲步 (每个 乙步 (乙步.日期 晚于 甲步.日期 且 乙步.日期 不晚于 甲步.止))").size() == 1);
    CHECK(dates_of("每个 甲步 (每个 乙步 (乙步.日期 晚于 甲步.日期)) 且 急").empty());
    CHECK(dates_of("每个 甲步 (每个 乙步 (乙步.日期 晚于 甲步.日期)) 或 急").empty());
    CHECK(dates_of("每个 甲步 (有 乙步 (当 乙步.日期 晚于 甲步.日期))").empty());
    CHECK(dates_of("每个 甲步 (每个 乙步 (乙步.日期 晚于 甲步.日期 或 急))").empty());
    CHECK(dates_of("每个 复核 (日期 早于 2024-03-01)").empty());
    CHECK(dates_of("不得 每个 甲步 (每个 乙步 (乙步.日期 晚于 甲步.日期))").empty());
    CHECK(dates_of("有 复核").empty());
}

TEST_CASE("a condition on one field of the matter is a check of that field", "[program]") {
    const auto checked = [](const std::string& condition) { return row(compiled(flow("有 复核 当 " + condition)), "一").when; };
    CHECK(checked("急").field != program::none);
    CHECK(checked("额 10000元以上").number == 1'000'000);
    CHECK(checked("类 属于 { 土地、其他 }").choices == 0b101);
    CHECK((checked("类 不属于 { 土地、其他 }").choices & 0b111U) == 0b010);
    CHECK(checked("类 是 房屋").number == 1);
    CHECK(checked("名 是 \"甲\"").field == program::none);
    CHECK(checked("急 且 额 10000元以上").field == program::none);
    CHECK(checked("有 复核").field == program::none);
    CHECK_FALSE(row(compiled(flow("有 复核 当 急 且 额 10000元以上")), "一").glanceable);
    CHECK(row(compiled(flow("有 复核 当 急")), "一").glanceable);
    CHECK_FALSE(row(compiled(flow("可以 有 复核")), "一").glanceable);
    CHECK_FALSE(row(compiled(flow("有 复核 自 2024-03-01 施行")), "一").glanceable);
}

TEST_CASE("exceptions are checks of the matter only if every one of them is", "[program]") {
    const auto lifts = [](const std::string& exceptions) { return row(compiled(flow("有 复核 " + exceptions)), "一").lifts; };
    CHECK(lifts("除外 急").size() == 1);
    CHECK(lifts("除外 急 或 类 是 土地").size() == 2);
    CHECK(lifts("除外 急 除外 类 是 土地").size() == 2);
    CHECK(lifts("除外 急 除外 有 甲步").empty());
    CHECK(lifts("除外 急 且 类 是 土地").empty());
}
