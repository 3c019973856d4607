#include "votes/statements.hpp"

#include <stdexcept>

namespace votes {

std::vector<Statement> statements() {
    std::vector<Statement> all;
    for (const bool of_class : {false, true}) {
        for (const auto base : all_bases)
            for (const auto& measure : shares()) all.push_back({true, {{of_class, base, &measure}}});
        for (const auto base : {Base::entitled, Base::whole, Base::registered})
            for (const auto& measure : shares()) all.push_back({false, {{of_class, base, &measure}}});
        for (const bool votes : {false, true})
            for (const auto& measure : numbers()) all.push_back({votes, {{of_class, Base::none, &measure}}});
    }
    // Any of several ways: of all or of the class, each now and then enough alone.
    for (std::size_t i = 0; i + 1 < shares().size(); ++i) {
        all.push_back({false, {{false, Base::entitled, &shares()[i]}, {true, Base::entitled, &shares()[i + 1]}}});
        all.push_back({true, {{true, Base::present, &shares()[i]}, {false, Base::valid_ballots, &shares()[i + 1]}}});
        all.push_back(
            {true, {{false, Base::entitled, &shares()[i + 1]}, {false, Base::none, &numbers()[0]}, {true, Base::cast, &shares()[i]}}});
    }
    return all;
}

std::string label(std::size_t statement) {
    return "第" + std::to_string(statement) + "项";
}

std::string rule_text(const std::vector<Statement>& all) {
    std::string out =
        "规程 试 {\n    版本 \"1\"\n    会议体 大会 {\n        类别 甲类、乙类\n    }\n    步骤 表决 {\n        会议 大会 {\n";
    for (std::size_t i = 0; i < all.size(); ++i) {
        out += std::string("            ") + (all[i].votes ? "赞成 " : "到会 ") + label(i) + ": ";
        for (std::size_t way = 0; way < all[i].ways.size(); ++way) {
            const auto& of = all[i].ways[way];
            if (way > 0) out += " 或 ";
            if (of.class_alone) out += "甲类 ";
            if (of.base != Base::none) out += std::string(word(of.base)) + " ";
            out += of.measure->word;
        }
        out += "\n";
    }
    return out + "        }\n    }\n}\n";
}

namespace {

std::string name(std::size_t member) {
    return "成员" + std::to_string(member);
}

std::string roll_of(std::size_t members) {
    std::string out;
    for (std::size_t i = 0; i < members; ++i)
        out += (i > 0 ? "," : "") + std::string("{\"姓名\":\"") + name(i) + "\"" + ",\"类别\":\"" + (of_class(i) ? "甲类" : "乙类") + "\"" +
               "}";
    return "[" + out + "]";
}

std::string record(const std::string& roll, const std::string& act) {
    return R"({"案件":"一","规程":"试","名册":{"大会":)" + roll + R"(},"经过":[{"步骤":"表决","日期":"2024-05-09",)" + act + "}]}";
}

std::string figures(const Assembly& assembly, bool class_alone) {
    std::int64_t members = 0, came = 0, by[ways_to_act] = {};
    for (std::size_t i = 0; i < assembly.size(); ++i) {
        if (class_alone && !of_class(i)) continue;
        ++members;
        ++by[static_cast<std::size_t>(assembly[i])];
        if (assembly[i] != Did::absent) ++came;
    }
    const auto pair = [](const char* key, std::int64_t n) { return std::string("\"") + key + "\":" + std::to_string(n); };
    const auto spoiled = by[static_cast<std::size_t>(Did::spoiled)];
    return pair("到会", came) + "," + pair("赞成", by[1]) + "," + pair("反对", by[2]) + "," + pair("弃权", by[3]) + "," +
           pair("其他", spoiled) + "," + pair("废票", spoiled) + "," + pair("登记", members);
}

}  // namespace

std::string by_name(const Assembly& assembly) {
    static constexpr const char* words[] = {"", "赞成", "反对", "弃权", "废票"};
    std::string ballots;
    std::int64_t of_the_class = 0;
    for (std::size_t i = 0; i < assembly.size(); ++i) {
        of_the_class += of_class(i) ? 1 : 0;
        if (assembly[i] == Did::absent) continue;
        ballots += (ballots.empty() ? "" : ",") + std::string("{\"谁\":\"") + name(i) + "\",\"投\":\"" +
                   words[static_cast<std::size_t>(assembly[i])] + "\"}";
    }
    return record(roll_of(assembly.size()), "\"登记\":" + std::to_string(assembly.size()) + ",\"分计\":{\"甲类\":{\"登记\":" +
                                                std::to_string(of_the_class) + "}},\"票\":[" + ballots + "]");
}

std::string by_figures(const Assembly& assembly) {
    std::int64_t of_the_class = 0;
    for (std::size_t i = 0; i < assembly.size(); ++i) of_the_class += of_class(i) ? 1 : 0;
    return record("{\"人数\":" + std::to_string(assembly.size()) + ",\"其中\":{\"甲类\":" + std::to_string(of_the_class) + "}}",
                  figures(assembly, false) + ",\"分计\":{\"甲类\":{" + figures(assembly, true) + "}}");
}

Bench::Bench(const std::vector<Statement>& all) : library_(guicheng::Library::from_text("rule.guicheng", rule_text(all))) {
    for (std::size_t i = 0; i < all.size(); ++i) place_["表决.大会." + label(i)] = i;
}

guicheng::Verdict Bench::judge(const std::string& record) const {
    return guicheng::evaluate(library_, guicheng::Case::from_json("case.json", record)).front();
}

std::vector<bool> Bench::reached(const guicheng::Verdict& verdict) const {
    std::vector<bool> out(place_.size());
    for (const auto& finding : verdict.steps().front().attempts.front().findings) {
        const auto at = place_.find(finding.requirement);
        if (at == place_.end()) continue;
        using Result = guicheng::Result;
        if (finding.result != Result::satisfied && finding.result != Result::violated && finding.result != Result::not_reached)
            throw std::logic_error("undecided: " + finding.requirement);
        out[at->second] = finding.result == Result::satisfied;
    }
    return out;
}

}  // namespace votes
