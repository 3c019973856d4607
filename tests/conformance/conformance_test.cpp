// The runner itself: what it must not let pass.
#include <fstream>

#include "conformance/topic.hpp"
#include "support/files.hpp"

namespace guicheng::test {

namespace {

const std::string rule = "规程 试 {\n    版本 \"1\"\n    施行 2020-01-01\n    主体 甲部\n    步骤 办 { 由 甲部 }\n}\n";
const std::string records = "# 甲部办了。\n案件: 试-001\n规程: 试\n结案: 2024-05-10\n经过:\n  - { 步骤: 办, 日期: 2024-05-01, 由: 甲部 }\n";

/// A folder that lasts as long as the test.
class Folder {
public:
    Folder()
        : path_(std::filesystem::temp_directory_path() /
                ("guicheng-conformance-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder& with(const std::string& name, const std::string& text) {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return *this;
    }
    std::vector<std::string> wrong() const { return wrong_in(path_); }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("the runner passes a folder whose cases are as expected", "[conformance]") {
    CHECK(Folder().with("rule.guicheng", rule).with("a.yaml", records + "预期: { 结论: 有效, 违反: [] }\n").wrong().empty());
}

TEST_CASE("the runner refuses a folder that proves nothing", "[conformance]") {
    CHECK(Folder().with("rule.guicheng", rule).wrong() == std::vector<std::string>{"no cases"});
    CHECK(Folder().with("a.yaml", records).wrong().size() == 1);
    CHECK(Folder().with("rule.guicheng", rule).with("a.yaml", records).wrong() == std::vector<std::string>{"a.yaml: nothing expected"});
    const auto silent = records.substr(records.find('\n') + 1) + "预期: { 结论: 有效 }\n";
    CHECK(Folder().with("rule.guicheng", rule).with("a.yaml", silent).wrong().size() == 1);
}

TEST_CASE("the runner names what differs", "[conformance]") {
    CHECK(Folder().with("rule.guicheng", rule).with("a.yaml", records + "预期: { 结论: 无效 }\n").wrong().size() == 1);
    CHECK(Folder().with("rule.guicheng", rule).with("a.yaml", records + "预期: { 违反: [办.主体] }\n").wrong().size() == 1);
    CHECK(Folder().with("rule.guicheng", "规程 试 {").with("a.yaml", records + "预期: { 结论: 有效 }\n").wrong().size() == 1);
}

}  // namespace guicheng::test
