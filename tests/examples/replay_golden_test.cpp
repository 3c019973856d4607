// What a replay says, whole and in both languages, as it was once read and found right.
#include <cctype>

#include "examples.hpp"
#include "support/golden.hpp"

namespace guicheng::test {

namespace {

/// Fingerprints change with every word of a rule; the report's wording does not.
std::string without_fingerprints(const std::string& text) {
    std::string out;
    std::string run;
    const auto flush = [&] {
        out += run.size() == 64 ? "<sha256>" : run;
        run.clear();
    };
    for (const char c : text) {
        const bool hexadecimal = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (hexadecimal) {
            run += c;
        } else {
            flush();
            out += c;
        }
    }
    flush();
    return out;
}

void check_replay(const std::string& rule, const std::string& name) {
    const Verdict verdict = judge(cases_of(rule) / (name + ".yaml"));
    for (const Language language : {Language::zh, Language::en}) {
        const std::string file = rule + "." + name + (language == Language::zh ? ".zh.txt" : ".en.txt");
        INFO(file);
        const std::string text = without_fingerprints(verdict.explain({language, true, false}));
        CHECK(text == support::golden(support::source_dir() / "tests" / "golden" / "replay" / file, text));
    }
}

}  // namespace

TEST_CASE("a replay reads as it was approved", "[examples]") {
    SECTION("valid") {
        check_replay("four-deliberations", "valid");
    }
    SECTION("void: too few present") {
        check_replay("four-deliberations", "resolution.attendance");
    }
    SECTION("undetermined: a number that nobody has set") {
        check_replay("six-step-method", "bill-notice.length-not-set");
    }
}

TEST_CASE("a replay writes recorded values as people write them", "[examples]") {
    const auto says = [](const char* rule, const char* name, Language language, const char* words) {
        const std::string text = judge(cases_of(rule) / (std::string(name) + ".yaml")).explain({language, true, false});
        INFO(text);
        CHECK(text.find(words) != std::string::npos);
    };
    says("four-deliberations", "valid", Language::zh, "“重要事项”为是；“涉及”为“农民切身利益”、“农村资源管理”");
    says("four-deliberations", "valid", Language::en, "重要事项 = yes; 涉及 = “农民切身利益”, “农村资源管理”");
    says("four-deliberations", "not-applicable", Language::zh, "“重要事项”为否");
    says("four-deliberations", "consultation.attendance", Language::zh, "“两委到会比例”为二分之一");
    says("four-deliberations", "consultation.attendance", Language::en, "两委到会比例 = 1/2");
    says("six-step-method", "valid-large-sum", Language::zh, "“金额”为186000.00元；“大额标准”为50000.00元");
    says("four-deliberations", "resolution.comments-adopted", Language::zh,
         "此前的每一条“意见研究”，其“合理”为“是”的，其“写入方案”须为“是”");
    // A figure that is compared within 有 or 每个 is shown with the act that it is of, and how it came about.
    says("six-step-method", "recall-petition", Language::zh,
         "“罢免程序”1条，不符合。经过第14条“罢免程序”：“联名村民”（195）×5＝975，少于“有选举权村民”（980）；“联名代表”（0）×3＝0，少于“全体"
         "代表”（38）。");
    says("six-step-method", "recall-petition", Language::en, "“联名村民” (195) × 5 = 975, less than “有选举权村民” (980)");
    says("six-step-method", "loss-short", Language::zh,
         "其中经过第13条“损失承担”：“承担额”（31999.99元）低于第12条“损失认定”的“损失”（32000.00元）");
    says("six-step-method", "correction-term", Language::zh,
         "其中经过第11条“批评改正”：“改正期限”（2022-08-18）不早于第12条“拒不改正”的日期（2022-08-18）");
    says("six-step-method", "resolution.opinions-too-few", Language::zh,
         "“听取意见”1条，不符合。经过第2条“听取意见”：“听取人数”（19）少于“最少听取人数”（20）");
    says("six-step-method", "valid-opinions-just-enough", Language::zh, "“听取意见”（其“听取人数”不少于参数“最少听取人数”）有1条");
    says("six-step-method", "loss", Language::zh,
         "主要原因：就“损失承担”，记录不符合该项要求，经过第11条“损失认定”：没有“损失承担”的记录。");
}

}  // namespace guicheng::test
