#include <set>

#include "random_verdict.hpp"
#include "report/finding_text.hpp"
#include "report/html.hpp"
#include "samples.hpp"
#include "support/catch.hpp"
#include "support_text.hpp"

using namespace guicheng;
using model::RequirementKind;
using report::Language;
using verdict::Result;

namespace {

/// What docs/judging says can come of a requirement of that kind.
bool can_occur(RequirementKind kind, Result result) {
    const bool written = kind >= RequirementKind::materials;
    switch (result) {
        case Result::satisfied:
        case Result::violated:
        case Result::undetermined:
        case Result::not_applicable:
        case Result::pending: return true;
        case Result::excused: return written;
        case Result::unregulated: return kind == RequirementKind::choice;
        case Result::not_reached: return kind == RequirementKind::approval;
    }
    return false;
}

/// The number of a State Council notice is Chinese in every language.
std::string without_notice(std::string text) {
    const std::string notice = "国办发明电〔2023〕7号";
    for (auto at = text.find(notice); at != std::string::npos; at = text.find(notice)) text.erase(at, notice.size());
    return text;
}

void check_well_formed(const std::string& shown, Language language) {
    const auto text = without_notice(shown);
    CAPTURE(text);
    CHECK_FALSE(text.empty());
    CHECK(text.find_first_of("{}") == std::string::npos);
    CHECK_FALSE(test::contains(text, "report."));
    CHECK_FALSE(test::contains(text, "。。"));
    CHECK_FALSE(test::contains(text, "，，"));
    CHECK_FALSE(test::contains(text, "，。"));
    CHECK_FALSE(test::contains(text, ".."));
    CHECK_FALSE(test::contains(text, " ,"));
    CHECK_FALSE(test::contains(text, "  "));
    if (language == Language::en) CHECK_FALSE(test::has_chinese(text));
    if (language == Language::zh) CHECK_FALSE(test::contains(text, ", "));
}

template <class Enum, class Act>
void for_each_enumerator(Act act) {
    for (std::uint8_t i = 0; !verdict::name(static_cast<Enum>(i)).empty(); ++i) act(static_cast<Enum>(i));
}

/// The finding with everything that such a finding may carry.
verdict::Finding laden(RequirementKind kind, Result result) {
    auto made = test::finding("step.requirement", kind, result);
    made.effect = model::Effect::curable;
    made.citations = {"xj.2.1.10"};
    made.interpretations = {"reading"};
    made.lacking = {"reason"};
    made.persons = {"person"};
    made.missing = {{verdict::MissingKind::act_count, "present", 0}};
    made.evidence = {{3, {}, {}}, {-1, "field", "value"}};
    made.causes = {{verdict::CauseKind::void_, "step", 1, {}}};
    made.situation = 1;
    verdict::Numbers numbers;
    numbers.measure = verdict::Measure::working_days;
    numbers.needed = 20;
    numbers.found = 15;
    made.numbers = numbers;
    return made;
}

}  // namespace

TEST_CASE("each kind of requirement has a fitting sentence for each result that it can have", "[report][sentences]") {
    const auto& calendar = calendar::built_in();
    for (const auto language : {Language::zh, Language::en}) {
        const report::Words words(language);
        for_each_enumerator<RequirementKind>([&](RequirementKind kind) {
            std::set<std::string> heads;
            std::size_t occurring = 0;
            for_each_enumerator<Result>([&](Result result) {
                if (!can_occur(kind, result)) return;
                ++occurring;
                CAPTURE(verdict::name(kind), verdict::name(result));
                const auto bare = test::finding("step.requirement", kind, result);
                const auto head = report::headline(words, bare);
                check_well_formed(head, language);
                heads.insert(head);
                const auto own = std::string(verdict::name(kind)) + "." + std::string(verdict::name(result));
                const auto shared = "any." + std::string(verdict::name(result));
                CHECK((report::Words::has(own) || report::Words::has(shared)));
                for_each_enumerator<model::Modality>([&](model::Modality modality) {
                    for (const auto subject : {report::Subject::attempt, report::Subject::whole}) {
                        for (const bool counted : {false, true}) {
                            auto full = laden(kind, result);
                            full.modality = modality;
                            if (result == Result::not_applicable) full.why = verdict::Why::condition_false;
                            if (counted) {
                                full.counting =
                                    verdict::Counting{test::day(2024, 9, 14),        test::day(2024, 10, 12), calendar::Unit::working_days,
                                                      calendar::Profile::civil_code, test::day(2024, 10, 8),  true};
                            }
                            const auto item = report::finding_item(words, calendar, full, subject, {true, true, 400, nullptr});
                            check_well_formed(item.sentence, language);
                            check_well_formed(item.badge, language);
                            if (!item.basis.empty()) check_well_formed(item.basis, language);
                            for (const auto& ruler : item.rulers)
                                for (const auto& line : ruler) check_well_formed(line, language);
                            auto empty = test::finding("step.requirement", kind, result);
                            empty.modality = modality;
                            check_well_formed(report::finding_item(words, calendar, empty, subject, {}).sentence, language);
                        }
                    }
                });
            });
            // No two results of one kind are told alike.
            CHECK(heads.size() == occurring);
        });
    }
}

TEST_CASE("whatever is missing and whatever is the cause can be said", "[report][sentences]") {
    for (const auto language : {Language::zh, Language::en}) {
        const report::Words words(language);
        for_each_enumerator<verdict::MissingKind>([&](verdict::MissingKind kind) {
            for (const std::int32_t number : {0, 2}) {
                for (const auto* name : {"", "field", "present"})
                    check_well_formed(report::missing_text(words, {kind, name, number}), language);
            }
        });
        for_each_enumerator<verdict::CauseKind>([&](verdict::CauseKind kind) {
            for (const auto of : {RequirementKind::inherited, RequirementKind::owed})
                for (const std::int32_t attempt : {0, 2}) {
                    check_well_formed(report::cause_text(words, of, {kind, "step", attempt, {}}), language);
                    check_well_formed(report::cause_text(words, of, {kind, "step", attempt, "step.requirement"}), language);
                }
        });
    }
}

TEST_CASE("every measure, comparison and denominator can be said with every part of the arithmetic absent", "[report][sentences]") {
    const auto& calendar = calendar::built_in();
    for (const auto language : {Language::zh, Language::en}) {
        const report::Words words(language);
        for_each_enumerator<verdict::Measure>([&](verdict::Measure measure) {
            for_each_enumerator<base::Comparison>([&](base::Comparison op) {
                for_each_enumerator<model::Denominator>([&](model::Denominator denominator) {
                    for (unsigned parts = 1; parts < 32; ++parts) {
                        verdict::Numbers numbers;
                        numbers.measure = measure;
                        numbers.op = op;
                        numbers.denominator = denominator;
                        if ((parts & 1U) != 0) numbers.needed = 30;
                        if ((parts & 2U) != 0) numbers.found = 29;
                        if ((parts & 4U) != 0) numbers.base = 45;
                        if ((parts & 8U) != 0) numbers.share = base::Fraction{2, 3};
                        if ((parts & 16U) != 0 && numbers.found) numbers.found_high = 40;
                        auto made = test::finding("id", RequirementKind::attendance, Result::violated);
                        made.numbers = numbers;
                        const auto text = report::figures(words, calendar, made, report::Subject::attempt);
                        if (!text.empty()) {
                            REQUIRE(text.find_first_of("{}") == std::string::npos);
                            REQUIRE((language == Language::zh || !test::has_chinese(text)));
                        }
                    }
                });
            });
        });
    }
}

TEST_CASE("a count that is not recorded is told by what bounds it, and by what would be needed at most", "[report][sentences]") {
    auto made = test::finding("id", RequirementKind::approval, Result::satisfied);
    verdict::Numbers numbers;
    numbers.measure = verdict::Measure::votes;
    numbers.op = base::Comparison::greater;
    numbers.denominator = model::Denominator::present;
    numbers.share = base::Fraction{1, 2};
    numbers.found = 5;
    numbers.bounds = {{"present", 7, 9, {{"yes", 5}, {"no", 2}}, {{"entitled", 9}}}};
    made.numbers = numbers;
    const auto told = [&](Language language) {
        return report::figures(report::Words(language), calendar::built_in(), made, report::Subject::attempt);
    };
    CHECK(told(Language::zh) ==
          "到会人数没有记载，由赞成5、反对2可知至少7人，由应到9可知至多9人，须过半数，即使是9人，也只须5票，实得赞成5票");
    CHECK(told(Language::en) ==
          "the number present is not recorded, at least 7 persons (in favour 5, against 2), at most 9 persons (entitled 9), more than half "
          "is "
          "asked for, even of 9 persons no more than 5 votes would be needed, 5 votes were in favour");
}

TEST_CASE("any verdict at all can be told, in both languages and both forms", "[report][property]") {
    const auto& calendar = calendar::built_in();
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const auto value = test::RandomVerdict(seed).make();
        for (const auto language : {Language::zh, Language::en}) {
            const report::ExplainOptions options{true, true, 50, nullptr};
            const auto text = report::explain(value, calendar, language, options);
            CHECK(text == report::explain(value, calendar, language, options));
            CHECK_FALSE(test::contains(text, "report."));
            CHECK(test::contains(report::to_html(value, calendar, language, options), "</html>"));
        }
    }
}
