#include "model/one_slip.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"

namespace guicheng::model {
namespace {

using Names = std::set<std::string, std::less<>>;

constexpr std::size_t longest_looked_at = 300;  // bytes of a name
constexpr std::size_t most_looked_at = 1'000;   // names
constexpr std::size_t most_places = 3;          // shown beside the first

std::string name_of(const diag::Diagnostic& d) {
    const auto it = std::find_if(d.arguments.begin(), d.arguments.end(), [](const auto& a) { return a.first == "name"; });
    return it == d.arguments.end() ? std::string() : it->second;
}

/// A complaint that a name is nowhere declared.
bool about_unknown(const diag::Diagnostic& d) {
    return d.severity == diag::Severity::error && (d.code == "N001" || d.code == "N002" || d.code == "N003" || d.code == "N004" ||
                                                   d.code == "N005" || d.code == "N010" || d.code == "N014");
}

/// The name as two or more of these names, the fewest; empty where it is none.
std::vector<std::string> parts_of(const std::string& name, const Names& names) {
    std::vector<std::size_t> places;
    for (const auto& item : base::utf8::code_points(name)) places.push_back(item.offset);
    places.push_back(name.size());
    const auto n = places.size() - 1;
    std::vector<std::size_t> pieces(n + 1, 0), next(n + 1, 0);  // 0 pieces: none
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = i + 1; j <= n; ++j) {
            if ((i == 0 && j == n) || (j < n && pieces[j] == 0)) continue;
            if (!names.contains(std::string_view(name).substr(places[i], places[j] - places[i]))) continue;
            const auto count = (j < n ? pieces[j] : 0) + 1;
            if (pieces[i] != 0 && pieces[i] <= count) continue;
            pieces[i] = count;
            next[i] = j;
        }
    std::vector<std::string> out;
    if (pieces[0] < 2) return out;
    for (std::size_t i = 0; i < n; i = next[i]) out.push_back(name.substr(places[i], places[next[i]] - places[i]));
    return out;
}

}  // namespace

diag::Sink without_follow_ons(const Draft& draft, const diag::Sink& said) {
    Names unknown, names;
    for (const auto& d : said.entries())
        if (about_unknown(d)) unknown.insert(name_of(d));
    if (unknown.empty()) return said;
    diag::Sink out;
    if (said.rest_left()) out.leave_rest();
    names = unknown;
    for (const auto& [name, entry] : draft.actors.entries()) names.insert(name);

    // 主体 供水站村民委员会, and further down 由 供水站.
    Names explained;
    std::size_t looked_at = 0;
    for (const auto& [name, entry] : draft.actors.entries()) {
        if (entry.used || name.size() > longest_looked_at) continue;
        if (++looked_at > most_looked_at) break;
        const auto parts = parts_of(name, names);
        if (std::none_of(parts.begin(), parts.end(), [&](const auto& part) { return unknown.contains(part); })) continue;
        std::string split;
        for (const auto& part : parts) {
            split += (split.empty() ? "" : "\u3001") + part;
            if (unknown.contains(part)) explained.insert(part);
        }
        out.error("N017", draft.p.source, entry.span).arg("name", name).arg("split", split).suggest(entry.span, split);
    }

    std::map<std::pair<std::string, std::string>, std::size_t> first;  // of a code and a name: which of `kept`
    std::vector<diag::Diagnostic> kept;
    for (const auto& d : said.entries()) {
        const auto name = about_unknown(d) ? name_of(d) : std::string();
        if (name.empty()) {
            kept.push_back(d);
            continue;
        }
        if (explained.contains(name)) continue;
        const auto [it, fresh] = first.emplace(std::pair(d.code, name), kept.size());
        if (fresh) {
            kept.push_back(d);
            continue;
        }
        auto& earlier = kept[it->second];
        if (std::count_if(earlier.related.begin(), earlier.related.end(), [](const auto& r) { return r.key == "model.also_here"; }) <
            static_cast<std::ptrdiff_t>(most_places))
            earlier.related.push_back({d.source, d.span, "model.also_here", {{"name", name}}});
    }
    for (auto& d : kept) out.add(std::move(d));
    return out;
}

}  // namespace guicheng::model
