// A plan in sentences and as JSON.
#include "golden.hpp"
#include "json_schema.hpp"
#include "plan_samples.hpp"
#include "random_verdict.hpp"
#include "report/plan_text.hpp"
#include "samples.hpp"

using namespace guicheng;
using test::Json;
using verdict::WishStatus;

namespace {

std::string text(const verdict::Outlook& outlook, messages::Language language) {
    return report::plan_text(outlook, language);
}

verdict::Outlooks alone(verdict::Outlook outlook) {
    verdict::Outlooks all;
    all.engine = "guicheng test";
    all.prospect = verdict::prospect(outlook);
    all.procedures.push_back(std::move(outlook));
    return all;
}

}  // namespace

TEST_CASE("a plan is told in Chinese and in English", "[report][plan]") {
    test::check_golden("plan.zh.txt", text(test::full_plan(), messages::Language::zh));
    test::check_golden("plan.en.txt", text(test::full_plan(), messages::Language::en));
}

TEST_CASE("each answer to a wish is told", "[report][plan]") {
    std::string zh;
    std::string en;
    for (std::uint8_t i = 0; !verdict::name(static_cast<WishStatus>(i)).empty(); ++i) {
        auto outlook = test::plan_with_wish(static_cast<WishStatus>(i));
        outlook.plan.closed = true;
        outlook.plan.wish->tasks.erase(outlook.plan.wish->tasks.begin(), outlook.plan.wish->tasks.begin() + 4);
        outlook.plan.wish->tasks.resize(1);
        zh += text(outlook, messages::Language::zh) + "\n";
        en += text(outlook, messages::Language::en) + "\n";
    }
    // The other ways in which a day is impossible: before as_of, before the step's own first day, not together with a time limit.
    for (int way = 0; way < 4; ++way) {
        auto outlook = test::plan_with_wish(WishStatus::impossible);
        outlook.plan.closed = true;
        auto& wish = *outlook.plan.wish;
        wish.tasks.clear();
        if (way == 0) wish.day = test::day(2024, 3, 19);
        if (way == 1) wish.opening = verdict::PlannedOpening{test::day(2024, 6, 1), {"决议.期间", {}, {}, {}, false, false}};
        if (way == 2) wish.earliest.day = test::day(2024, 5, 1);
        if (way == 3) wish.since.reset();
        zh += text(outlook, messages::Language::zh) + "\n";
        en += text(outlook, messages::Language::en) + "\n";
    }
    test::check_golden("plan_wishes.zh.txt", zh);
    test::check_golden("plan_wishes.en.txt", en);
}

TEST_CASE("where nothing can be planned the plan says why", "[report][plan]") {
    const auto says = [](const verdict::Outlook& outlook, const std::string& sentence) {
        return text(outlook, messages::Language::zh).find(sentence) != std::string::npos;
    };
    CHECK(says(test::closed_plan(), "案件已经结案"));
    auto outlook = test::closed_plan();
    outlook.plan.closed = false;
    outlook.plan.ended = true;
    CHECK(says(outlook, "程序已经终止"));
    outlook.plan.ended = false;
    outlook.plan.suspended = true;
    CHECK(says(outlook, "案件暂缓"));
    outlook.plan.suspended = false;
    outlook.verdict.as_of.reset();
    CHECK(says(outlook, "案件没有一个日期"));
    outlook.verdict.status = verdict::CaseStatus::not_applicable;
    CHECK(says(outlook, "本规程不适用于本案"));
}

TEST_CASE("every plan that is written fits the published schema", "[report][plan][schema]") {
    const auto schema = test::load_schema("next.schema.json");
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        test::validate(schema, schema, Json::parse(report::plan_json(test::RandomVerdict(seed).make_plans())), "$");
    }
    test::validate(schema, schema, Json::parse(report::plan_json(alone(test::full_plan()))), "$");
    test::validate(schema, schema, Json::parse(report::plan_json({})), "$");
}

TEST_CASE("the plan's schema names the keys in the order in which they are written", "[report][plan][schema]") {
    const auto schema = test::load_schema("next.schema.json");
    const auto& definitions = schema.at("$defs");
    test::check_keys<verdict::Outlooks>(schema);
    test::check_keys<verdict::Outlook>(definitions.at("plan"));
    test::check_keys<verdict::PlannedDay>(definitions.at("planned_day"));
    test::check_keys<calendar::Period>(definitions.at("period"));
    test::check_keys<verdict::Ask>(definitions.at("ask"));
    test::check_keys<verdict::PlannedPosting>(definitions.at("posting"));
    test::check_keys<verdict::PlannedLength>(definitions.at("length"));
    test::check_keys<verdict::PlannedMaterials>(definitions.at("materials"));
    test::check_keys<verdict::PlannedOpening>(definitions.at("opening"));
    test::check_keys<verdict::PlannedDue>(definitions.at("deadline"));
    test::check_keys<verdict::PlannedStep>(definitions.at("step"));
    test::check_keys<verdict::WaitingStep>(definitions.at("waiting"));
    test::check_keys<verdict::LostStep>(definitions.at("lost"));
    test::check_keys<verdict::PlannedOwed>(definitions.at("owed"));
    test::check_keys<verdict::WaitedLimit>(definitions.at("not_before"));
    test::check_keys<verdict::WishTask>(definitions.at("task"));
    test::check_keys<verdict::Wish>(definitions.at("wish"));
    test::check_keys<verdict::Cause>(definitions.at("cause"));
    test::check_keys<verdict::OpenedDuty>(definitions.at("duty"));
    CHECK(definitions.at("prospect").at("enum") == test::names<verdict::Prospect>());
    CHECK(definitions.at("wish_status").at("enum") == test::names<WishStatus>());
    CHECK(definitions.at("task_kind").at("enum") == test::names<verdict::TaskKind>());
}

TEST_CASE("what both schemas describe they describe alike", "[report][plan][schema]") {
    const auto plan = test::load_schema("next.schema.json").at("$defs");
    const auto verdict = test::load_schema("verdict.schema.json").at("$defs");
    for (const auto* name : {"result", "case_status", "cause_kind", "sanction", "unit", "profile", "day", "cause", "duty"}) {
        INFO(name);
        CHECK(plan.at(name) == verdict.at(name));
    }
}

TEST_CASE("a plan as JSON stands as it is", "[report][plan]") {
    test::check_golden("plan.json", report::plan_json(alone(test::full_plan())));
}
