// Section 6 of the page: who decides, by the amount.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

Test Judge::by_band(const model::Requirement& q, const Tried& t, const Reading& r) const {
    const auto& bands = p_.tiers[step(q.step).tiers].bands;
    Test out;
    Missing missing;
    std::vector<std::size_t> possible;
    bool decided = false;
    for (std::size_t i = 0; i < bands.size() && !decided; ++i) {
        const auto holds = bands[i].when ? truth(bands[i].when, r) : Truth{};
        if (holds.is == Tri::no) continue;
        possible.push_back(i);
        if (holds.is == Tri::unknown && !made(Fault::unknown_band_holds)) {
            add(missing, holds.missing);
            continue;
        }
        decided = true;
    }
    const bool sure = missing.empty();
    if (sure) out.situation = static_cast<int>(decided ? possible.back() : bands.size());
    if (possible.empty()) {
        out.is = Test::Is::unregulated;
        return out;
    }
    const auto& act = *t.act;
    out.is = Test::Is::unknown;
    if (!act.actor && act.actor_text == cases::Act::no_text) {
        out.missing = {{verdict::MissingKind::actor, step(t.step).name, t.number}};
        return out;
    }
    const auto competent = [&](std::size_t i) {
        const auto& actors = bands[i].actors;
        return std::find(actors.begin(), actors.end(), act.actor) != actors.end();
    };
    const bool all = std::all_of(possible.begin(), possible.end(), competent);
    const bool none = std::none_of(possible.begin(), possible.end(), competent);
    if (decided && all) out.is = Test::Is::yes;
    if (decided && none) out.is = Test::Is::no;
    if (out.is == Test::Is::unknown) out.missing = missing;
    return out;
}

std::vector<std::string> Judge::who_may(model::StepId id, const Reading& r) const {
    const auto& s = step(id);
    auto actors = s.actors;
    if (actors.empty() && s.body) actors.push_back(s.body);
    if (s.tiers != model::no_tiers) {
        actors.clear();
        for (const auto& band : p_.tiers[s.tiers].bands) {
            const auto holds = band.when ? truth(band.when, r).is : Tri::yes;
            if (holds != Tri::no) actors.insert(actors.end(), band.actors.begin(), band.actors.end());
            if (holds == Tri::yes) break;
        }
    }
    std::vector<std::string> out;
    for (const auto actor : actors)
        if (std::find(out.begin(), out.end(), p_.actors[actor.index()].name) == out.end()) out.push_back(p_.actors[actor.index()].name);
    return out;
}

}  // namespace guicheng::differential
