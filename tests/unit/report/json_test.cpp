#include "report/json.hpp"

#include "golden.hpp"
#include "json_schema.hpp"
#include "random_verdict.hpp"
#include "samples.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using test::Json;

namespace {

using test::check_keys;
using test::names;
using test::validate;

Json load_schema() {
    return test::load_schema("verdict.schema.json");
}

}  // namespace

TEST_CASE("every verdict that is written fits the published schema", "[report][json][schema]") {
    const auto schema = load_schema();
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        const auto text = report::to_json(test::RandomVerdict(seed).make());
        validate(schema, schema, Json::parse(text), "$");
    }
    validate(schema, schema, Json::parse(report::to_json(test::void_case())), "$");
    validate(schema, schema, Json::parse(report::to_json(verdict::Verdict{})), "$");
}

TEST_CASE("the schema names the keys in the order in which they are written", "[report][json][schema]") {
    const auto schema = load_schema();
    const auto& definitions = schema.at("$defs");
    check_keys<verdict::Verdict>(schema);
    check_keys<verdict::StepVerdict>(definitions.at("step"));
    check_keys<verdict::Attempt>(definitions.at("attempt"));
    check_keys<verdict::Finding>(definitions.at("finding"));
    check_keys<verdict::Numbers>(definitions.at("numbers"));
    check_keys<verdict::CountBounds>(definitions.at("count_bounds"));
    check_keys<verdict::KnownCount>(definitions.at("known_count"));
    check_keys<verdict::Counting>(definitions.at("counting"));
    check_keys<verdict::Stop>(definitions.at("stop"));
    check_keys<verdict::PostedRun>(definitions.at("posted_run"));
    check_keys<verdict::Missing>(definitions.at("missing"));
    check_keys<verdict::Evidence>(definitions.at("evidence"));
    check_keys<verdict::Term>(definitions.at("term"));
    check_keys<verdict::Side>(definitions.at("side"));
    check_keys<verdict::Compared>(definitions.at("compared"));
    check_keys<verdict::StartDay>(definitions.at("start_day"));
    check_keys<verdict::Cause>(definitions.at("cause"));
    check_keys<verdict::Signature>(definitions.at("signature"));
    check_keys<verdict::VoteCount>(definitions.at("vote"));
    check_keys<verdict::OpenedDuty>(definitions.at("duty"));
    check_keys<verdict::NextStep>(definitions.at("next_step"));
    check_keys<verdict::Note>(definitions.at("note"));
    check_keys<verdict::YearIdentity>(definitions.at("year"));
}

TEST_CASE("the schema lists every enumerator", "[report][json][schema]") {
    const auto definitions = load_schema().at("$defs");
    CHECK(definitions.at("result").at("enum") == names<verdict::Result>());
    CHECK(definitions.at("status").at("enum") == names<verdict::Status>());
    CHECK(definitions.at("outcome").at("enum") == names<verdict::Outcome>());
    CHECK(definitions.at("case_status").at("enum") == names<verdict::CaseStatus>());
    CHECK(definitions.at("why").at("enum") == names<verdict::Why>());
    CHECK(definitions.at("missing_kind").at("enum") == names<verdict::MissingKind>());
    CHECK(definitions.at("measure").at("enum") == names<verdict::Measure>());
    CHECK(definitions.at("cause_kind").at("enum") == names<verdict::CauseKind>());
    CHECK(definitions.at("step_state").at("enum") == names<verdict::StepState>());
    CHECK(definitions.at("note_kind").at("enum") == names<verdict::NoteKind>());
    CHECK(definitions.at("as_of_source").at("enum") == names<verdict::AsOfSource>());
    CHECK(definitions.at("requirement_kind").at("enum") == names<model::RequirementKind>());
    CHECK(definitions.at("modality").at("enum") == names<model::Modality>());
    CHECK(definitions.at("effect").at("enum") == names<model::Effect>());
    CHECK(definitions.at("sanction").at("enum") == names<model::Sanction>());
    CHECK(definitions.at("denominator").at("enum") == names<model::Denominator>());
    CHECK(definitions.at("comparison").at("enum") == names<base::Comparison>());
    CHECK(definitions.at("answer").at("enum") == names<verdict::Answer>());
    CHECK(definitions.at("relation").at("enum") == names<verdict::Relation>());
    CHECK(definitions.at("value_type").at("enum") == names<model::Type>());
    CHECK(definitions.at("unit").at("enum") == names<calendar::Unit>());
    CHECK(definitions.at("profile").at("enum") == names<calendar::Profile>());
}

TEST_CASE("the two layouts differ in blanks alone", "[report][json]") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto value = test::RandomVerdict(seed).make();
        const auto compact = report::to_json(value, report::Layout::compact);
        const auto pretty = report::to_json(value, report::Layout::pretty);
        CHECK(compact.find('\n') == std::string::npos);
        CHECK(Json::parse(compact) == Json::parse(pretty));
        CHECK(Json::parse(pretty).dump(2) + "\n" == pretty);
        CHECK(Json::parse(compact).dump() == compact);
    }
}

TEST_CASE("bytes that are no UTF-8 become replacement characters", "[report][json]") {
    verdict::Verdict value;
    value.case_id = "a\xFFz";
    CHECK(Json::parse(report::to_json(value)).at("case_id") == "a\uFFFDz");
}

TEST_CASE("absent optionals are left out, numbers and names stand as they are", "[report][json]") {
    test::check_golden("void_case.json", report::to_json(test::void_case()));
}
