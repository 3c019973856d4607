#include "report/json.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "golden.hpp"
#include "random_verdict.hpp"
#include "samples.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using Json = nlohmann::ordered_json;

namespace {

Json load_schema() {
    std::ifstream file(std::string(GUICHENG_SOURCE_DIR) + "/docs/schema/verdict.schema.json");
    REQUIRE(file.good());
    return Json::parse(file);
}

/// The part of JSON Schema that the published schema uses. What it does not know is an error, so that no keyword is passed over.
void validate(const Json& root, const Json& schema, const Json& value, const std::string& path) {
    static const std::set<std::string> silent{"description", "title", "$schema", "$id", "$defs"};
    for (const auto& [keyword, rule] : schema.items()) {
        INFO(path << " " << keyword);
        if (silent.count(keyword) != 0) continue;
        if (keyword == "$ref") {
            validate(root, root.at(Json::json_pointer(rule.get<std::string>().substr(1))), value, path);
        } else if (keyword == "type") {
            const auto type = rule.get<std::string>();
            CHECK(((type == "object" && value.is_object()) || (type == "array" && value.is_array()) || (type == "string" && value.is_string()) ||
                   (type == "boolean" && value.is_boolean()) || (type == "integer" && value.is_number_integer())));
        } else if (keyword == "enum") {
            CHECK(std::find(rule.begin(), rule.end(), value) != rule.end());
        } else if (keyword == "properties") {
            for (const auto& [key, member] : value.items()) {
                INFO(path << "." << key);
                REQUIRE(rule.contains(key));
                validate(root, rule.at(key), member, path + "." + key);
            }
        } else if (keyword == "required") {
            for (const auto& key : rule) CHECK(value.contains(key.get<std::string>()));
        } else if (keyword == "items") {
            for (const auto& item : value) validate(root, rule, item, path + "[]");
        } else if (keyword == "minimum") {
            CHECK(value >= rule);
        } else if (keyword == "additionalProperties") {
            CHECK(rule == false);
        } else {
            CHECK(keyword == "pattern");
        }
    }
}

/// The enumerators of one enumeration, as the schema must list them.
template <class Enum>
Json names() {
    auto list = Json::array();
    for (std::uint8_t i = 0; !verdict::name(static_cast<Enum>(i)).empty(); ++i) list.push_back(verdict::name(static_cast<Enum>(i)));
    return list;
}

/// Collects what describe() asks for: key, in order, and whether it is always written.
struct Keys {
    std::vector<std::string> all, required;
    template <class T>
    void field(std::string_view key, const T&) {
        all.emplace_back(key);
        required.emplace_back(key);
    }
    template <class T>
    void optional(std::string_view key, const T&, const std::type_identity_t<T>& = T{}) {
        all.emplace_back(key);
    }
};

template <class T>
void check_keys(const Json& schema) {
    Keys keys;
    T value;
    verdict::describe(keys, value);
    std::vector<std::string> listed;
    for (const auto& [key, rule] : schema.at("properties").items()) listed.push_back(key);
    CHECK(listed == keys.all);
    CHECK(schema.value("required", std::vector<std::string>{}) == keys.required);
    CHECK(schema.at("additionalProperties") == false);
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
    check_keys<verdict::Counting>(definitions.at("counting"));
    check_keys<verdict::Stop>(definitions.at("stop"));
    check_keys<verdict::Missing>(definitions.at("missing"));
    check_keys<verdict::Evidence>(definitions.at("evidence"));
    check_keys<verdict::Term>(definitions.at("term"));
    check_keys<verdict::Side>(definitions.at("side"));
    check_keys<verdict::Compared>(definitions.at("compared"));
    check_keys<verdict::StartDay>(definitions.at("start_day"));
    check_keys<verdict::Cause>(definitions.at("cause"));
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
