#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "messages/catalogue.hpp"
#include "report/words.hpp"
#include "support/catch.hpp"
#include "support_text.hpp"

using namespace guicheng;

TEST_CASE("every sentence of the reports has both languages with the same placeholders", "[report][messages]") {
    std::size_t count = 0;
    for (const auto key : messages::keys()) {
        if (!key.starts_with("report.")) continue;
        ++count;
        CAPTURE(key);
        const auto zh = messages::find(key, messages::Language::zh);
        const auto en = messages::find(key, messages::Language::en);
        CHECK_FALSE(zh.empty());
        CHECK_FALSE(en.empty());
        CHECK(messages::placeholders(zh) == messages::placeholders(en));
        // English sentences hold no Chinese, Chinese ones no half-width stop or comma.
        CHECK_FALSE(test::has_chinese(en));
        CHECK(zh.find(", ") == std::string_view::npos);
        if (key != "report.step_title") CHECK(zh.find(". ") == std::string_view::npos);
    }
    CHECK(count > 500);
}

TEST_CASE("every key that the sources of the reports name exists", "[report][messages]") {
    // Keys have dots between words; one that ends with a dot, or names a group, is completed by an enumerator's name.
    const std::regex literal("\"([a-z_]+(?:\\.[a-z_0-9]+)+\\.?|[a-z_]+\\.)\"");
    const auto all = messages::keys();
    std::set<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(GUICHENG_SOURCE_DIR) + "/src/report")) {
        if (entry.path().extension() != ".cpp") continue;
        std::ifstream file(entry.path());
        std::ostringstream text;
        text << file.rdbuf();
        const auto source = text.str();
        for (std::sregex_iterator it(source.begin(), source.end(), literal), end; it != end; ++it) found.insert((*it)[1].str());
    }
    found.erase("report.");  // what Words puts before every key
    for (const auto& key : found) {
        CAPTURE(key);
        const auto group = "report." + key + (key.back() == '.' ? "" : ".");
        const bool opens_group = std::any_of(all.begin(), all.end(), [&](std::string_view each) { return each.starts_with(group); });
        CHECK((report::Words::has(key) || opens_group));
    }
    CHECK(found.size() > 150);
}

TEST_CASE("shares are said as a regulation says them", "[report][words]") {
    using base::Comparison;
    const report::Words zh(report::Language::zh);
    const report::Words en(report::Language::en);
    CHECK(zh.share(Comparison::greater, {1, 2}) == "过半数");
    CHECK(zh.share(Comparison::greater_equal, {1, 2}) == "半数以上");
    CHECK(zh.share(Comparison::greater_equal, {2, 3}) == "三分之二以上");
    CHECK(zh.share(Comparison::greater, {2, 3}) == "超过三分之二");
    CHECK(zh.share(Comparison::less, {1, 5}) == "不满五分之一");
    CHECK(zh.share(Comparison::equal, {1, 1}) == "全数");
    CHECK(zh.share(Comparison::greater_equal, {61, 100}) == "百分之六十一以上");
    CHECK(zh.share(Comparison::greater_equal, {7, 12}) == "十二分之七以上");
    CHECK(zh.share(Comparison::greater_equal, {7, 20}) == "二十分之七以上");
    CHECK(en.share(Comparison::greater, {1, 2}) == "more than half");
    CHECK(en.share(Comparison::greater_equal, {2, 3}) == "2/3 or more");
    CHECK(en.share(Comparison::greater_equal, {61, 100}) == "61% or more");
}

TEST_CASE("amounts carry their unit, one is singular in English", "[report][words]") {
    using verdict::Measure;
    const report::Words zh(report::Language::zh);
    const report::Words en(report::Language::en);
    CHECK(zh.amount(Measure::persons, 30) == "30人");
    CHECK(zh.amount(Measure::working_days, 1) == "1个工作日");
    CHECK(zh.amount(Measure::money, 18'600'050) == "186000.50元");
    CHECK(en.amount(Measure::persons, 1) == "1 person");
    CHECK(en.amount(Measure::persons, 2) == "2 persons");
    CHECK(en.amount(Measure::working_days, 1) == "1 working day");
    CHECK(en.amount(Measure::date, 0) == "1970-01-01");
}
