#include "yardstick/answers.hpp"

#include <fstream>
#include <stdexcept>

#include "yardstick/convert.hpp"
#include "yardstick/engine.hpp"
#include "yardstick/generate.hpp"
#include "yardstick/handwritten.hpp"
#include "yardstick/oracle.hpp"

namespace guicheng::bench {

namespace {

void add(Workload& to, const Village& village, Answer answer) {
    to.starts.push_back(to.bytes.size());
    write_case(village, to.bytes);
    to.answers.push_back(answer);
}

void finish(Workload& made) {
    made.size = made.bytes.size();
    made.starts.push_back(made.size);
    made.bytes.append(simdjson::SIMDJSON_PADDING, '\0');
}

std::ifstream open(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return in;
}

}  // namespace

Workload generated(std::uint64_t seed, std::size_t count) {
    Workload made;
    Generator generator(seed);
    for (std::size_t i = 0; i < count; ++i) {
        const Village village = generator.next();
        add(made, village, oracle(village));
    }
    finish(made);
    return made;
}

Workload converted(const std::filesystem::path& cases, const std::filesystem::path& answers) {
    auto case_lines = open(cases);
    auto answer_lines = open(answers);
    Workload made;
    for (std::string line, answer; std::getline(case_lines, line);) {
        if (!std::getline(answer_lines, answer)) throw std::runtime_error("fewer answers than cases");
        const Village village = read_yardstick(line);
        const Answer expected = read_answer(answer);
        if (oracle(village) != expected) throw std::runtime_error(village.id + ": the oracle says " + names(oracle(village)));
        add(made, village, expected);
    }
    finish(made);
    return made;
}

std::string names(Answer answer) {
    std::string text;
    for (int rule = 1; rule <= 16; ++rule)
        if ((answer >> (rule - 1) & 1) != 0) text += (text.empty() ? "R" : " R") + std::to_string(rule);
    return text.empty() ? "valid" : text;
}

std::vector<std::string> differences(const Workload& workload, const std::filesystem::path& rules) {
    std::vector<std::string> found;
    Engine engine(rules);
    handwritten::Reader reader;
    handwritten::Decision decision;
    for (std::size_t i = 0; i < workload.count(); ++i) {
        const std::string_view line = workload.line(i);
        const Answer wanted = workload.answers[i];
        reader.read(line, workload.room(i), decision);
        const auto by_hand = handwritten::judge(decision);
        const Answer judged = engine.answer(line);
        if (by_hand == wanted && judged == wanted) continue;
        found.push_back("wanted " + names(wanted) + ", by hand " + names(by_hand) + ", engine " + names(judged) + ": " + std::string(line));
    }
    return found;
}

}  // namespace guicheng::bench
