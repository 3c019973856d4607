// A case is the same case in YAML and in JSON.
#include "examples.hpp"
#include "yaml_to_json.hpp"

namespace guicheng::test {

namespace {

void check_same(const std::filesystem::path& file) {
    INFO(file.string());
    const std::string yaml = support::read_file(file);
    const std::string json = yaml_to_json(file.string(), yaml);
    const auto from_yaml = evaluate(village_rules(), Case::from_yaml("case", yaml));
    const auto from_json = evaluate(village_rules(), Case::from_json("case", json));
    REQUIRE(from_yaml.size() == from_json.size());
    // The verdict carries the identity of the bound case, so equal bytes also mean equal cases.
    for (std::size_t i = 0; i < from_yaml.size(); ++i) CHECK(from_yaml[i].to_json() == from_json[i].to_json());
    const auto test = desk::run_case_test(village_rules(), Case::from_json("case", json), Language::zh);
    CHECK(test.passed);
}

}  // namespace

TEST_CASE("each example gives the same verdict bytes from YAML and from JSON", "[examples]") {
    for (const char* rule : {"four-deliberations", "six-step-method"}) {
        for (const auto& file : support::files_in(cases_of(rule), ".yaml")) check_same(file);
    }
}

TEST_CASE("a case that differs in one count has another identity", "[examples]") {
    const auto file = cases_of("four-deliberations") / "valid.yaml";
    std::string changed = support::read_file(file);
    const std::string from = "到会: 38, 赞成: 34, 反对: 2, 弃权: 2";
    const auto at = changed.find(from);
    REQUIRE(at != std::string::npos);
    changed.replace(at, from.size(), "到会: 38, 赞成: 33, 反对: 3, 弃权: 2");
    const auto one = evaluate(village_rules(), Case::from_yaml("case", support::read_file(file)));
    const auto other = evaluate(village_rules(), Case::from_yaml("case", changed));
    CHECK(one.at(0).status() == other.at(0).status());
    CHECK(one.at(0).to_json() != other.at(0).to_json());
}

}  // namespace guicheng::test
