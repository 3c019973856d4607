// What a reader is told of persons, signatures, offices and the standing file, in both languages.
#include <fstream>

#include "examples.hpp"

namespace guicheng::test {

namespace {

std::string told(const std::string& topic, const std::string& name, Language language) {
    const auto folder = support::source_dir() / "tests" / "conformance" / topic;
    const auto verdicts = evaluate(Library::load({folder}), Case::read_file(folder / (name + ".yaml")));
    REQUIRE(verdicts.size() == 1);
    return verdicts[0].explain({language, true, false});
}

void says(const std::string& topic, const std::string& name, const std::string& zh, const std::string& en) {
    INFO(topic << '/' << name);
    CHECK_THAT(told(topic, name, Language::zh), Catch::Contains(zh));
    CHECK_THAT(told(topic, name, Language::en), Catch::Contains(en));
}

/// A folder that lasts as long as the test.
class Folder {
public:
    Folder()
        : path_(std::filesystem::temp_directory_path() / ("guicheng-standing-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
        std::filesystem::create_directories(path_ / "cases");
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string fails(const std::string& standing) const {
        const auto file = path_ / "cases" / "case.yaml";
        std::ofstream(file, std::ios::binary) << "案件: 甲\n档册: " << standing << "\n";
        try {
            Case::read_file(file);
        } catch (const Error& error) {
            return error.rendered();
        }
        return {};
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("who took two steps that must be kept apart is named with both", "[examples][persons]") {
    says("51-separation-of-duties", "one-of-several", "须分离的步骤由同一个人经手。丙也是“审查”第1次办理的经手人。〔批准.分离〕",
         "One person took steps that must be kept apart. 丙 took “审查”, attempt 1 too. (批准.分离)");
    says("51-separation-of-duties", "not-recorded", "尚缺：“批准”由谁经手的记载", "Missing: a record of who took “批准” in hand");
}

TEST_CASE("a chain of signatures is shown as far as it goes", "[examples][persons]") {
    says("52-sign-off", "one-missing", "签批不齐。各道签批：经手人（甲、2024-03-01） → 审核人（未签） → 分管领导（丙、2024-03-03）",
         "Not all have signed. The chain: 经手人 (甲, 2024-03-01) → 审核人 (not signed) → 分管领导 (丙, 2024-03-03)");
    says("52-sign-off", "a-day-too-early", "分管领导（丙、2024-03-02、先于前手）",
         "分管领导 (丙, 2024-03-02, before one that comes first)");
    says("52-sign-off", "one-person-twice", "分管财务领导（丙、2024-03-04、与前手同一人）",
         "分管财务领导 (丙, 2024-03-04, the same as before)");
    says("52-sign-off", "no-seal", "审核人（乙、2024-03-02、未盖章）", "审核人 (乙, 2024-03-02, no seal)");
}

TEST_CASE("the band that decides is quoted, and who held no office is named", "[examples][persons]") {
    says("53-tiers-and-offices", "large-by-director", "规定为：“金额”不低于200000.00元的，由党委会办理",
         "The rule: where “金额” is at least 200000.00 yuan, by 党委会.");
    says("53-tiers-and-offices", "amount-unknown", "主体是否合规，无法判定。尚缺：事项“金额”的记载",
         "It cannot be told whether the body was competent. Missing:");
    says("53-tiers-and-offices", "day-after-office", "李四当日不任该职务，也没有管得到这一步的授权",
         "李四 did not hold the office that day, and no delegation covers the step");
}

TEST_CASE("a verdict bears the fingerprint of the standing file", "[examples][persons]") {
    says("54-standing-file", "holder", "档册指纹：", "Fingerprint of the standing file: ");
    CHECK_THAT(told("54-standing-file", "within-the-case", Language::zh), !Catch::Contains("档册指纹"));
    const auto folder = support::source_dir() / "tests" / "conformance" / "54-standing-file";
    CHECK(Case::read_file(folder / "standing" / "office.yaml").is_standing_file());
    CHECK_FALSE(Case::read_file(folder / "holder.yaml").is_standing_file());
}

TEST_CASE("a standing file is read beside the case or below, and missed by name", "[examples][persons]") {
    const Folder folder;
    std::ofstream(folder.path() / "outside.yaml") << "名册: {}\n";
    std::ofstream(folder.path() / "cases" / "beside.yaml") << "名册: {}\n";
    std::ofstream(folder.path() / "cases" / "torn.yaml") << "名册: {\n";
    CHECK(folder.fails("beside.yaml").empty());
    CHECK(folder.fails("./beside.yaml").empty());
    CHECK_THAT(folder.fails("nothing.yaml"), Catch::Contains("C099") && Catch::Contains("nothing.yaml"));
    CHECK_THAT(folder.fails("../outside.yaml"), Catch::Contains("C098"));
    CHECK_THAT(folder.fails("x/../../outside.yaml"), Catch::Contains("C098"));
    CHECK_THAT(folder.fails((folder.path() / "outside.yaml").string()), Catch::Contains("C098"));
    CHECK_THAT(folder.fails("torn.yaml"), Catch::Contains("torn.yaml"));
}

}  // namespace guicheng::test
