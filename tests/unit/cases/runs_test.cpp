// 张贴: how a notice hung, run by run.
#include "reading.hpp"

#include "cases/identity.hpp"
#include "support/allocations.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

std::string posting(const std::string& runs, const std::string& more = {}) {
    return "经过: [{ 步骤: 方案公示, 张贴: " + runs + more + " }]";
}
std::string codes(const std::string& text) {
    return read(support::village(), text).codes();
}
base::Day day(std::int32_t year, std::uint8_t month, std::uint8_t of_month) {
    return base::to_day({year, month, of_month});
}

}  // namespace

TEST_CASE("runs are read in the order of their starts; the act hung from the first to the last", "[cases][runs]") {
    const auto made = good(support::village(),
                           posting("[{ 媒介: 网站, 起: 2024-02-15, 止: 2024-05-20 }, { 媒介: 公开栏, 起: 2024-01-02, 止: "
                                   "2024-02-10 }, { 媒介: 村口, 起: 2024-03-01, 止: 2024-03-02 }, { 起: 2024-04-01, 止: 2024-04-02 }]"));
    REQUIRE(made.runs.size() == 4);
    const Act& act = made.acts[0];
    CHECK(act.dated);
    CHECK(act.start.day == day(2024, 1, 2));
    CHECK(act.has_end);
    CHECK(act.end.day == day(2024, 5, 20));
    CHECK(made.runs[0].medium == 0);
    CHECK(made.runs[1].medium == 1);
    CHECK(made.runs[2].medium == PostingRun::other);
    CHECK(made.text(made.runs[2].name) == "村口");
    CHECK(made.runs[3].medium == PostingRun::unnamed);
    CHECK(made.runs[1].end == day(2024, 5, 20));
}

TEST_CASE("an act one of whose runs hangs still has no end", "[cases][runs]") {
    const auto made =
        good(support::village(), posting("[{ 媒介: 公开栏, 起: 2024-01-02, 止: 2024-02-10 }, { 媒介: 网站, 起: 2024-01-02 }]"));
    CHECK_FALSE(made.acts[0].has_end);
    CHECK(made.acts[0].start.day == day(2024, 1, 2));
}

TEST_CASE("English keys and JSON say the same, and what says the same has one identity", "[cases][runs]") {
    const std::string zh = posting("[{ 媒介: 公开栏, 起: 2024-01-02, 止: 2024-02-10 }, { 媒介: 网站, 起: 2024-01-02 }]");
    const std::string en =
        "acts: [{ step: 方案公示, runs: [{ medium: 网站, start: 2024-01-02 }, { medium: 公开栏, start: 2024-01-02, end: 2024-02-10 }] }]";
    const std::string json =
        R"({"经过":[{"步骤":"方案公示","张贴":[{"媒介":"公开栏","起":"2024-01-02","止":"2024-02-10"},{"媒介":"网站","起":"2024-01-02"}]}]})";
    const auto procedure = support::village();
    const auto first = good(procedure, zh);
    CHECK(identity(first, procedure) == identity(good(procedure, en), procedure));
    CHECK(identity(first, procedure) == identity(good(procedure, json), procedure));
    const auto line = fast(procedure, json);
    REQUIRE(line);
    CHECK(line->runs.size() == 2);
    CHECK(line->runs == first.runs);
    for (const char* other : {"[{ 媒介: 公开栏, 起: 2024-01-03, 止: 2024-02-10 }, { 媒介: 网站, 起: 2024-01-02 }]",
                              "[{ 媒介: 公开栏, 起: 2024-01-02, 止: 2024-02-11 }, { 媒介: 网站, 起: 2024-01-02 }]",
                              "[{ 媒介: 公开栏, 起: 2024-01-02 }, { 媒介: 网站, 起: 2024-01-02 }]",
                              "[{ 媒介: 公开栏, 起: 2024-01-02, 止: 2024-02-10 }, { 起: 2024-01-02 }]"})
        CHECK(identity(first, procedure) != identity(good(procedure, posting(other)), procedure));
}

TEST_CASE("two runs in one place may meet but not overlap: one below, equal, one above", "[cases][runs]") {
    const auto second_from = [](const std::string& start) {
        return codes(posting("[{ 媒介: 公开栏, 起: " + start + " }, { 媒介: 公开栏, 起: 2024-01-02, 止: 2024-02-10 }]"));
    };
    CHECK(second_from("2024-02-09") == "C053");
    CHECK(second_from("2024-02-10").empty());
    CHECK(second_from("2024-02-11").empty());
    CHECK(codes(posting("[{ 媒介: 村口, 起: 2024-01-02 }, { 媒介: 村口, 起: 2024-02-15 }]")) == "C053");
    // One within a longer one, and another after the shorter: both lie within the first.
    CHECK(codes(posting("[{ 媒介: 网站, 起: 2024-01-02, 止: 2024-12-31 }, { 媒介: 网站, 起: 2024-02-01, 止: 2024-02-02 }, { 媒介: 网站, "
                        "起: 2024-03-01, 止: 2024-03-02 }]")) == "C053 C053");
    CHECK(codes(posting("[{ 媒介: 网站, 起: 2024-01-02 }, { 媒介: 公开栏, 起: 2024-01-02 }]")).empty());
    // Nobody said that these hung in one place.
    CHECK(codes(posting("[{ 起: 2024-01-02 }, { 起: 2024-01-05 }]")).empty());
    const auto out = read(support::village(),
                          posting("[{ 媒介: 网站, 起: 2024-01-02, 止: 2024-12-31 }, { 媒介: 网站, 起: 2024-02-01, 止: 2024-02-02 }]"));
    const auto& arguments = out.sink.entries()[0].arguments;
    const auto said = [&](const std::string& key) {
        for (const auto& [name, value] : arguments)
            if (name == key) return value;
        return std::string();
    };
    CHECK(said("start") == "2024-01-02");
    CHECK(said("end") == "2024-12-31");
    CHECK(said("next_start") == "2024-02-01");
    CHECK(said("next_end") == "2024-02-02");
}

TEST_CASE("mistakes in runs are named", "[cases][runs]") {
    CHECK(codes("经过: [{ 步骤: 决议, 张贴: [{ 起: 2024-01-02 }] }]") == "C050");
    CHECK(codes("经过: [{ 事: 异议, 张贴: [{ 起: 2024-01-02 }] }]") == "C050");
    CHECK(codes(posting("[]")) == "C051");
    CHECK(codes(posting("[{ 媒介: 网站 }]")) == "C052");
    CHECK(codes(posting("[{ 媒介: 网站, 起: 不详 }]")) == "C052");
    CHECK(codes(posting("[{ 起: 2024-01-02, 止: 2024-01-01 }]")) == "C030");
    CHECK(codes(posting("[{ 起: 2024-01-02, 止: 2024-01-02 }]")).empty());
    CHECK(codes(posting("[{ 起: 2024-01-02 }]", ", 起: 2024-01-02")) == "C054");
    CHECK(codes(posting("[{ 起: 2024-01-02 }]", ", 止: 2024-01-02")) == "C054");
    CHECK(codes("经过: [{ 步骤: 方案公示, 日期: 2024-01-02, 张贴: [{ 起: 2024-01-02 }] }]") == "C054");
    CHECK(codes(posting("[{ 起: 2024-01-02, 地点: 村口 }]")) == "C002");
    CHECK(codes(posting("[{ 起: 2024-01-02, start: 2024-01-02 }]")) == "C003");
    CHECK(codes(posting("[2024-01-02]")) == "C020");
    CHECK(codes(posting("{ 起: 2024-01-02 }")) == "C019");
    CHECK(codes(posting("不详")).empty());
    CHECK(codes(posting("[{ 媒介: 公开拦, 起: 2024-01-02 }]")) == "C106");
    CHECK(codes(posting("[{ 媒介: 广播, 起: 2024-01-02 }]")).empty());
}

TEST_CASE("a notice has at most so many runs: equal, one above", "[cases][runs]") {
    const Limits two{.runs = 2};
    const auto of = [&](const std::string& list) { return read(support::village(), posting(list), FileFormat::yaml, {}, two).codes(); };
    CHECK(of("[{ 起: 2024-01-02 }, { 起: 2024-01-02 }]").empty());
    CHECK(of("[{ 起: 2024-01-02 }, { 起: 2024-01-02 }, { 起: 2024-01-02 }]") == "C055");
}

TEST_CASE("runs of a step that another procedure of the case has hung are no mistake", "[cases][runs]") {
    auto here = support::village();
    auto there = support::village();
    here.steps[3].posting = false;
    there.media = {"村口"};
    const model::Procedure* beside[] = {&there};
    CHECK(read(here, posting("[{ 媒介: 村口, 起: 2024-01-02 }]"), FileFormat::automatic, beside).codes().empty());
}

TEST_CASE("the fast form reads runs without allocating once it is warm", "[cases][runs]") {
    const auto procedure = support::village();
    const std::string line =
        R"({"经过":[{"步骤":"方案公示","张贴":[{"媒介":"网站","起":"2024-02-15"},{"媒介":"公开栏","起":"2024-01-02","止":"2024-02-10"}]}]})";
    formats::JsonLineReader reader;
    formats::Tape tape;
    REQUIRE(reader.read(line, tape));
    Binder binder(procedure);
    Case made;
    for (int i = 0; i < 3; ++i) REQUIRE(binder.bind(tape, made));
    const auto before = support::allocations();
    REQUIRE(binder.bind(tape, made));
    CHECK(support::allocations() == before);
}
