// Who took an act in hand, and who signed.
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

std::string acts(const std::string& more) {
    return "经过: [{ 步骤: 决议, 日期: 2024-03-01, " + more + " }]";
}

std::string codes(const std::string& more) {
    INFO(more);
    return read(support::village(), acts(more)).codes();
}

}  // namespace

TEST_CASE("one person or several take an act in hand, each once", "[cases]") {
    const auto one = good(support::village(), acts("人: 张桂兰"));
    REQUIRE(one.acts[0].has_persons);
    CHECK(one.acts[0].persons_end - one.acts[0].persons_begin == 1);
    const auto several = good(support::village(), acts("人: [张桂兰, 李有才, 张桂兰]"));
    CHECK(several.acts[0].persons_end - several.acts[0].persons_begin == 2);
    const auto nobody = good(support::village(), acts("人: 无"));
    CHECK((nobody.acts[0].has_persons && nobody.acts[0].persons_begin == nobody.acts[0].persons_end));
    CHECK_FALSE(good(support::village(), acts("人: 不详")).acts[0].has_persons);
}

TEST_CASE("a signature has an office, a person, a day and a seal, each of which may be unknown but the office", "[cases]") {
    const auto made = good(support::village(),
                           acts("签批: [{ 职务: 党支部, 人: 张桂兰, 日期: 2024-03-01, 章: 否 }, { 职务: 出纳, 人: 不详, 章: 不详 }]"));
    REQUIRE(made.signatures.size() == 2);
    CHECK(made.signatures[0].office == model::ActorId{0});
    CHECK(made.text(made.signatures[0].person) == "张桂兰");
    CHECK(made.signatures[0].day == base::to_day({2024, 3, 1}));
    CHECK(made.signatures[0].seal == Seal::no);
    CHECK_FALSE(made.signatures[1].office);
    CHECK(made.signatures[1].person == Signature::nobody);
    CHECK(made.signatures[1].seal == Seal::unknown);
    CHECK(good(support::village(), acts("签批: 无")).acts[0].has_signatures);
    CHECK_FALSE(good(support::village(), acts("签批: 不详")).acts[0].has_signatures);
}

TEST_CASE("a slip in persons or signatures is one error", "[cases]") {
    CHECK(codes("人: { 姓名: 张桂兰 }") == "C018");
    CHECK(codes("签批: 张桂兰") == "C019");
    CHECK(codes("签批: [张桂兰]") == "C020");
    CHECK(codes("签批: [{ 人: 张桂兰, 日期: 2024-03-01 }]") == "C092");
    CHECK(codes("签批: [{ 职务: 党支部, 章: 大概 }]") == "C017");
    std::string many;
    for (int i = 0; i < 101; ++i) many += (i > 0 ? ", 人" : "人") + std::to_string(i);
    CHECK(codes("人: [" + many + "]") == "C093");
}
