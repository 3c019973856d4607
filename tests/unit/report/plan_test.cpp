// A plan in sentences and as JSON.
#include "golden.hpp"
#include "json_schema.hpp"
#include "plan_samples.hpp"
#include "random_verdict.hpp"
#include "report/plan_text.hpp"
#include "samples.hpp"
#include "support_text.hpp"

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
    test::check_keys<verdict::WaitedFor>(definitions.at("waited_for"));
    test::check_keys<verdict::OpenedDuty>(definitions.at("duty"));
    CHECK(definitions.at("prospect").at("enum") == test::names<verdict::Prospect>());
    CHECK(definitions.at("wish_status").at("enum") == test::names<WishStatus>());
    CHECK(definitions.at("task_kind").at("enum") == test::names<verdict::TaskKind>());
}

TEST_CASE("what both schemas describe they describe alike", "[report][plan][schema]") {
    const auto plan = test::load_schema("next.schema.json").at("$defs");
    const auto verdict = test::load_schema("verdict.schema.json").at("$defs");
    for (const auto* name : {"result", "case_status", "cause_kind", "sanction", "unit", "profile", "day", "duty"}) {
        INFO(name);
        CHECK(plan.at(name) == verdict.at(name));
    }
}

TEST_CASE("more than a length of time is told as that", "[report][plan]") {
    const auto told = [](bool exceeds, report::Language language) {
        verdict::Outlook outlook;
        outlook.verdict.as_of = test::day(2024, 9, 25);
        auto& step = outlook.plan.steps.emplace_back();
        step.step = "决议";
        verdict::Ask ask;
        ask.requirement = "要求";
        ask.period = calendar::Period{5, calendar::Unit::days};
        ask.exceeds = exceeds;
        const verdict::PlannedDay complete{test::day(2024, 9, 30)};
        step.postings.push_back({"公示", test::day(2024, 9, 24), complete, std::nullopt, ask});
        step.postings.push_back({"张榜", test::day(2024, 9, 20), complete, test::day(2024, 9, 24), ask});
        step.lengths.push_back({complete, ask});
        step.materials.push_back({complete, complete, ask});
        return report::plan_text(outlook, language);
    };
    for (const auto* text : {"须等“公示”公示满5日", "只公示到2024-09-24，没有满5日", "终了满5日", "材料须提前5日送达"})
        CHECK(test::contains(told(false, report::Language::zh), text));
    for (const auto* text : {"须等“公示”公示超过5日", "只公示到2024-09-24，没有超过5日", "终了超过5日", "材料须提前超过5日送达"})
        CHECK(test::contains(told(true, report::Language::zh), text));
    for (const auto* text :
         {"must hang for more than 5 days", "only, not more than 5 days", "hung for more than 5 days", "delivered more than 5 days ahead"})
        CHECK(test::contains(told(true, report::Language::en), text));
}

TEST_CASE("what is waited for on one of several ways is joined by or", "[report][plan]") {
    using Kind = verdict::CauseKind;
    const auto told = [](std::vector<verdict::WaitedFor> causes, report::Language language) {
        verdict::Outlook outlook;
        outlook.plan.waiting.emplace_back().step = "签约";
        outlook.plan.waiting.back().causes = std::move(causes);
        return report::plan_text(outlook, language);
    };
    const auto wait = [](Kind kind, const char* step, int choice, int way) { return verdict::WaitedFor{{kind, step, 0, {}}, choice, way}; };
    const std::vector<verdict::WaitedFor> plain{wait(Kind::not_attempted, "招标", 1, 1), wait(Kind::not_attempted, "询价", 1, 2)};
    CHECK(test::contains(told(plain, report::Language::zh), "签约：先要办“招标”或者“询价”。"));
    CHECK(test::contains(told(plain, report::Language::en), "first “招标” or “询价”."));
    const std::vector<verdict::WaitedFor> grouped{wait(Kind::not_attempted, "甲", 0, 0), wait(Kind::not_attempted, "乙", 1, 1),
                                                  wait(Kind::not_attempted, "丙", 1, 1), wait(Kind::not_attempted, "丁", 1, 2)};
    CHECK(test::contains(told(grouped, report::Language::zh), "先要办“甲”；先要办（“乙”、“丙”）或者“丁”。"));
    const std::vector<verdict::WaitedFor> mixed{wait(Kind::not_attempted, "甲", 1, 1), wait(Kind::void_, "乙", 1, 2)};
    CHECK(test::contains(told(mixed, report::Language::zh), "先要办“甲”，或者“乙”无效，先要重新办。"));
}

TEST_CASE("a plan as JSON stands as it is", "[report][plan]") {
    test::check_golden("plan.json", report::plan_json(alone(test::full_plan())));
}
