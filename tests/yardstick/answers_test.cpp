// One village decision judged by a rule file, by hand and by an oracle: the three must say the same of every case.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "yardstick/answers.hpp"
#include "yardstick/convert.hpp"
#include "yardstick/engine.hpp"
#include "yardstick/oracle.hpp"

namespace guicheng::bench {

namespace {

std::filesystem::path folder() {
    return support::source_dir() / "bench" / "yardstick";
}
std::filesystem::path rules() {
    return folder() / "village-decision.guicheng";
}

Workload sample() {
    return converted(folder() / "sample-200.ndjson", folder() / "sample-200-answers.ndjson");
}

std::array<std::size_t, 16> violations(const Workload& cases) {
    std::array<std::size_t, 16> count{};
    for (const auto answer : cases.answers)
        for (std::size_t rule = 0; rule < count.size(); ++rule) count[rule] += answer >> rule & 1U;
    return count;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    return text;
}

Event event(Kind kind, int day) {
    Event made;
    made.kind = kind;
    made.day = day;
    return made;
}

/// Lawful, with no vote, no day and no yuan to spare.
Village tight() {
    Village v;
    v.id = "t";
    v.category = Category::asset_disposal;
    v.fen = 200'000'00;
    v.committee = 5;
    v.party_members = 20;
    v.village_reps = 30;
    auto propose = event(Kind::propose, 61);  // Friday, 1 March
    propose.word = "party_branch";
    auto joint = event(Kind::joint_meeting, 64);  // Monday, 4 March
    joint.materials = 61;
    joint.present = 3, joint.yes = 2, joint.no = 1;
    auto assembly = event(Kind::party_assembly, 64);
    assembly.present = 11, assembly.yes = 6, assembly.no = 5;
    auto notice = event(Kind::notice, 65);
    notice.end = 93;  // Tuesday, 2 April: the 20th working day after 5 March
    notice.contents = {"main", "reason", "basis"};
    notice.word = "board";
    auto reps = event(Kind::reps_meeting, 94);
    reps.present = 20, reps.yes = 16, reps.no = 4;
    reps.secret_ballot = true;
    auto review = event(Kind::town_review, 64);
    review.word = "agree";
    auto bidding = event(Kind::bidding, 95);
    bidding.bidders = 3;
    v.events = {propose, joint, assembly, review, notice, reps, event(Kind::publish, 101), bidding};
    return v;
}

}  // namespace

TEST_CASE("the sample's answers are those of the rule file, of the code by hand and of the oracle") {
    const auto cases = sample();
    REQUIRE(cases.count() == 200);
    CHECK(joined(differences(cases, rules())) == "");
    for (const auto count : violations(cases)) CHECK(count > 0);
}

TEST_CASE("generated cases get the same answer from all three sides") {
    const auto cases = generated(7, 5000);
    CHECK(joined(differences(cases, rules())) == "");
}

TEST_CASE("about two in five generated cases break a rule, and every rule is broken often") {
    const auto cases = generated(11, 5000);
    const auto broken = cases.count() - static_cast<std::size_t>(std::ranges::count(cases.answers, Answer{0}));
    CHECK(broken > 1800);
    CHECK(broken < 2200);
    for (const auto count : violations(cases)) CHECK(count > 50);
}

TEST_CASE("the same seed makes the same cases, another seed others") {
    CHECK(generated(3, 50).bytes == generated(3, 50).bytes);
    CHECK(generated(3, 50).bytes != generated(4, 50).bytes);
}

TEST_CASE("a case that just keeps every rule, and one that just misses one") {
    Engine engine(rules());
    const auto answer_of = [&](const Village& v) {
        std::string line;
        write_case(v, line);
        const auto judged = engine.answer(line);
        CHECK(names(judged) == names(oracle(v)));
        return names(judged);
    };
    Village v = tight();
    CHECK(answer_of(v) == "valid");
    const auto& at = [&](Kind kind) -> Event& { return *v.find(kind); };

    SECTION("no proposal") {
        v.events.erase(v.events.begin());
        CHECK(answer_of(v) == "R1");
    }
    SECTION("the notice begins on the day of the party assembly") {
        at(Kind::notice).day = 64;
        CHECK(answer_of(v) == "R2");
    }
    SECTION("the representatives meet on the notice's last day") {
        at(Kind::reps_meeting).day = 93;
        at(Kind::publish).day = 100;
        CHECK(answer_of(v) == "R2");
    }
    SECTION("somebody else proposes") {
        at(Kind::propose).word = "villager";
        CHECK(answer_of(v) == "R3");
    }
    SECTION("one member fewer at the joint meeting") {
        v.committee = 6;
        CHECK(answer_of(v) == "R4");
    }
    SECTION("half of the joint meeting in favour") {
        at(Kind::joint_meeting).present = 4;
        CHECK(answer_of(v) == "R5");
    }
    SECTION("materials on the day of the meeting") {
        at(Kind::joint_meeting).materials = 64;
        CHECK(answer_of(v) == "R6");
    }
    SECTION("materials on the weekend before are one working day before") {
        at(Kind::joint_meeting).materials = 63;
        CHECK(answer_of(v) == "valid");
    }
    SECTION("half of the party members") {
        v.party_members = 22;
        CHECK(answer_of(v) == "R7");
    }
    SECTION("half of those at the party assembly in favour") {
        at(Kind::party_assembly).present = 12;
        CHECK(answer_of(v) == "R8");
    }
    SECTION("nineteen working days") {
        at(Kind::notice).end = 92;
        CHECK(answer_of(v) == "R9");
        v.secret = true;
        CHECK(answer_of(v) == "valid");
        v.secret = false;
        v.emergency = true;
        CHECK(answer_of(v) == "valid");
    }
    SECTION("a notice without its reason") {
        at(Kind::notice).contents = {"basis", "main"};
        CHECK(answer_of(v) == "R10");
    }
    SECTION("one below two thirds of the representatives") {
        at(Kind::reps_meeting).present = 19;
        at(Kind::reps_meeting).no = 3;
        CHECK(answer_of(v) == "R11");
    }
    SECTION("half of all representatives, of those present most") {
        at(Kind::reps_meeting).yes = 15;
        CHECK(answer_of(v) == "R12");
        v.category = Category::land;
        CHECK(answer_of(v) == "R12");
        v.category = Category::welfare;
        CHECK(answer_of(v) == "valid");
    }
    SECTION("a show of hands") {
        at(Kind::reps_meeting).secret_ballot = false;
        CHECK(answer_of(v) == "R13");
        v.category = Category::land;
        CHECK(answer_of(v) == "valid");
    }
    SECTION("published on the eighth day") {
        at(Kind::publish).day = 102;
        CHECK(answer_of(v) == "R14");
    }
    SECTION("published before the meeting") {
        at(Kind::publish).day = 93;
        CHECK(answer_of(v) == "R2 R14");
    }
    SECTION("no bidding") {
        v.events.pop_back();
        CHECK(answer_of(v) == "R15");
        v.fen = 199'999'99;
        CHECK(answer_of(v) == "valid");
    }
    SECTION("no review by the town") {
        std::erase_if(v.events, [](const Event& it) { return it.kind == Kind::town_review; });
        CHECK(answer_of(v) == "R15");
        v.fen = 10'000'00;
        CHECK(answer_of(v) == "R15");
        v.fen = 9'999'99;
        CHECK(answer_of(v) == "valid");
    }
    SECTION("one vote more than persons") {
        at(Kind::joint_meeting).abstain = 1;
        CHECK(answer_of(v) == "R16");
    }
    SECTION("one person more than entitled") {
        at(Kind::reps_meeting).present = 31;
        at(Kind::reps_meeting).yes = 27;
        CHECK(answer_of(v) == "R16");
    }
    SECTION("a notice that ends before it begins") {
        at(Kind::notice).end = 64;
        CHECK(answer_of(v) == "R2 R9");
    }
}

TEST_CASE("the yardstick's lines become this project's") {
    const auto village = read_yardstick(
        R"({"id":"c-000019","matter":{"category":"land","amount":1496075.1,"secret":false,"emergency":true},)"
        R"("roster":{"committee":7,"party_members":150,"village_reps":65},"events":[)"
        R"({"type":"propose","date":"2024-07-27","actor":"villager"},{"type":"bidding","date":"2024-12-31","bidders":3},)"
        R"({"type":"joint_meeting","date":"2024-08-01","materials_date":"2024-07-31","present":3,"yes":2,"no":1,"abstain":0},)"
        R"({"type":"notice","start":"2024-08-05","end":"2024-09-02","content":["main","basis"],"place":"board"},)"
        R"({"type":"reps_meeting","date":"2024-09-06","present":56,"yes":55,"no":1,"abstain":0,"secret_ballot":false}]})");
    std::string line;
    write_case(village, line);
    CHECK(line ==
          R"({"case":"c-000019","closed":"2024-12-31","matter":{"category":"land","amount":1496075.1,"secret":false,"emergency":true},)"
          R"("rolls":{"committee":7,"party_members":150,"village_reps":65},"acts":[)"
          R"({"step":"propose","date":"2024-07-27","by":"villager"},{"event":"bidding","date":"2024-12-31","bidders":3},)"
          R"({"step":"joint_meeting","date":"2024-08-01","materials":"2024-07-31","present":3,"yes":2,"no":1,"abstain":0},)"
          R"({"step":"notice","start":"2024-08-05","end":"2024-09-02","contents":["main","basis"],"place":"board"},)"
          R"({"step":"reps_meeting","date":"2024-09-06","present":56,"yes":55,"no":1,"abstain":0,"ballot_form":"show_of_hands"}]})"
          "\n");
    CHECK(names(read_answer(R"({"id":"c-000019","valid":false,"violations":["R1","R10","R16"]})")) == "R1 R10 R16");
}

}  // namespace guicheng::bench
