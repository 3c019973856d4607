// Every ballot of every small body, every denominator and every word, against the counter.
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "votes/statements.hpp"

using namespace votes;

namespace {

constexpr std::size_t largest_body = 7;
/// Where each case is dear the members stop here.
constexpr std::size_t largest_of_many = 5;

Assembly assembly_of(std::size_t members, std::size_t number) {
    Assembly out(members);
    for (auto& did : out) {
        did = static_cast<Did>(number % ways_to_act);
        number /= ways_to_act;
    }
    return out;
}

std::size_t number_of(std::size_t members) {
    std::size_t out = 1;
    for (std::size_t i = 0; i < members; ++i) out *= ways_to_act;
    return out;
}

/// Whether the members of each kind stand in the order of what they did: of those who differ by places alone one is enough.
bool in_order(const Assembly& assembly) {
    for (std::size_t i = 2; i < assembly.size(); ++i)
        if (assembly[i] < assembly[i - 2]) return false;
    return true;
}

template <class Each>
void each_assembly(std::size_t members, Each each) {
    for (std::size_t number = 0; number < number_of(members); ++number) {
        const auto assembly = assembly_of(members, number);
        each(assembly);
    }
}

bool expected(const Statement& statement, const Assembly& assembly) {
    for (const auto& way : statement.ways)
        if (holds(assembly, way, statement.votes)) return true;
    return false;
}

std::string text_of(const Assembly& assembly) {
    std::string out;
    for (const auto did : assembly) out += "-ynas"[static_cast<std::size_t>(did)];
    return out;
}

}  // namespace

TEST_CASE("all ballots of bodies of one to seven members, by name and in figures", "[votes]") {
    const auto all = statements();
    const Bench bench(all);
    std::size_t wrong = 0;
    std::string first;
    for (std::size_t members = 1; members <= largest_body; ++members)
        each_assembly(members, [&](const Assembly& assembly) {
            const auto check = [&](const std::string& record) {
                const auto reached = bench.reached(bench.judge(record));
                for (std::size_t i = 0; i < all.size(); ++i) {
                    if (reached[i] == expected(all[i], assembly)) continue;
                    if (wrong++ == 0) first = label(i) + " " + text_of(assembly) + "\n" + record + "\n" + rule_text({all[i]});
                }
            };
            check(by_name(assembly));
            if (in_order(assembly)) check(by_figures(assembly));
        });
    INFO(first);
    CHECK(wrong == 0);
}

TEST_CASE("one more aye never loses a vote, one more present never a quorum", "[votes]") {
    const auto all = statements();
    const Bench bench(all);
    for (std::size_t members = 1; members <= largest_of_many; ++members) {
        std::vector<std::vector<bool>> reached;
        for (std::size_t number = 0; number < number_of(members); ++number)
            reached.push_back(bench.reached(bench.judge(by_name(assembly_of(members, number)))));
        std::size_t lost = 0;
        for (std::size_t number = 0; number < number_of(members); ++number) {
            std::size_t place = 1;
            for (std::size_t member = 0; member < members; ++member, place *= ways_to_act) {
                const auto did = number / place % ways_to_act;
                const auto with_aye = number + place * static_cast<std::size_t>(Did::yes) - place * did;
                for (std::size_t i = 0; i < all.size(); ++i) lost += reached[number][i] && !reached[with_aye][i] ? 1 : 0;
            }
        }
        CHECK(lost == 0);
    }
}

TEST_CASE("the margin is the fewest members whose other conduct turns the answer", "[votes]") {
    const auto all = statements();
    const Bench bench(all);
    std::size_t compared = 0, wrong = 0;
    std::string first;
    for (std::size_t members = 1; members <= largest_of_many; ++members)
        each_assembly(members, [&](const Assembly& assembly) {
            if (!in_order(assembly)) return;
            const auto verdict = nlohmann::json::parse(bench.judge(by_name(assembly)).to_json(false));
            std::map<std::string, nlohmann::json> of;
            for (const auto& finding : verdict["steps"][0]["attempts"][0]["findings"]) of[finding["requirement"]] = finding;
            for (std::size_t i = 0; i < all.size(); ++i) {
                const auto& finding = of.at("表决.大会." + label(i));
                for (std::size_t way = 0; way < all[i].ways.size(); ++way) {
                    const auto& numbers = all[i].ways.size() == 1 ? finding["numbers"] : finding["ways"][way]["numbers"];
                    const auto least = fewest_to_turn(assembly, all[i].ways[way], all[i].votes);
                    if (!least) continue;  // not even all of them together turn it
                    ++compared;
                    if (numbers.contains("margin") && numbers["margin"] == *least) continue;
                    if (wrong++ == 0)
                        first = label(i) + " " + text_of(assembly) + " " + std::to_string(*least) + "\n" + finding.dump(1) + "\n" +
                                rule_text({all[i]});
                }
            }
        });
    INFO(first);
    CHECK(wrong == 0);
    CHECK(compared > 50'000);
}
