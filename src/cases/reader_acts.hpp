#pragma once
// One record of 经过 and what corrects what. Part of reader.hpp.
#include "cases/reader.hpp"

namespace guicheng::cases {

template <class Report>
bool Reader<Report>::act(Index map) {
    Act& act = out_.acts.emplace_back();
    act.record = static_cast<std::uint32_t>(out_.acts.size() - 1);
    if constexpr (careful) act.span = span(map);
    act.fields_begin = static_cast<std::uint32_t>(out_.record_fields.size());
    own_ = nullptr;
    anything_ = misnamed_ = one_day_ = false;
    kind_at_ = map;
    if (!kind(map, act)) return false;
    if (own_ && !own_->slots.empty()) {
        if (out_.record_fields.size() + own_->slots.size() > limits_.fields) return over_limit(map, limits_.fields);
        out_.record_fields.resize(out_.record_fields.size() + own_->slots.size());
        scratch_.fields.begin(own_->slots.size());
    }
    KeySet seen;
    const bool read = pairs(map, [&](Index key, Index i) {
        if (key == kind_at_) {
            return seen.add(kind_key_) || fail_twice(key);
        }
        const auto found = tables_.act_keys.find(at(key).text);
        // 结论 is a key of a finding; elsewhere it may be a name of the rule's own.
        if (found == NameTable::none || (static_cast<Key>(found) == Key::conclusion && act.kind != ActKind::finding))
            return own_field(key, i, act);
        const auto which = static_cast<Key>(found);
        if (!seen.add(which)) return fail_twice(key);
        return attribute(which, key, i, act);
    });
    return read && finish(map, seen, act);
}

/// The key of a kind that this one was probably meant to be.
template <class Report>
std::optional<std::string_view> Reader<Report>::kind_meant(Index key) const {
    const std::string_view written = at(key).text;
    if (tables_.act_keys.find(written) != NameTable::none) return std::nullopt;
    if (const auto meant = meant_key(Where::act, written); meant == key_name(Key::step) || meant == key_name(Key::finding)) return meant;
    std::vector<std::string_view> kinds;
    for (const auto& row : key_words()) {
        if (row.where != Where::act || row.key < Key::step || row.key > Key::finding) continue;
        for (const std::string_view word : {row.zh, row.en}) {
            // Any two characters are one slip from a word of one, unless they begin with it: 事件 for 事.
            if (base::utf8::count(word) > 1)
                kinds.push_back(word);
            else if (base::utf8::count(written) == 2 && written.starts_with(word))
                return word;
        }
    }
    return Careful::near(written, kinds);
}

/// What the record says it is, wherever the key stands; nearly always it is the first.
template <class Report>
bool Reader<Report>::kind(Index map, Act& act) {
    const Index end = at(map).skip;
    for (Index key = map + 1; key < end; key = after(key + 1)) {
        const auto found = tables_.act_keys.find(at(key).text);
        if (found > static_cast<NameTable::Number>(Key::finding) || found < static_cast<NameTable::Number>(Key::step)) continue;
        const auto which = static_cast<Key>(found);
        const Index i = key + 1;
        kind_key_ = which;
        kind_at_ = key;
        if (is_scalar(i)) return kind_of(key, which, i, act);
        anything_ = misnamed_ = true;
        return fail("C018", key, i);
    }
    anything_ = misnamed_ = true;
    if constexpr (careful) {
        // 步聚: 决议 says what it is, in a word with a slip.
        for (Index key = map + 1; key < end; key = after(key + 1))
            if (const auto meant = kind_meant(key)) return fail_unknown("C002", key, {&tables_.act_keys}, *meant);
    }
    return fail("C027", span(map));
}

/// The key under which the rule has the name.
template <class Report>
std::optional<Key> Reader<Report>::kind_known(std::string_view name) const {
    if (tables_.steps.names.find(name) < foreign) return Key::step;
    if (tables_.events.names.find(name) < foreign) return Key::event;
    if (tables_.findings.names.find(name) < foreign) return Key::finding;
    return std::nullopt;
}

/// The spelling that the file uses.
template <class Report>
std::string_view Reader<Report>::key_in_file(Key key) const {
    for (const auto& row : key_words())
        if (row.key == key) return is_chinese() ? row.zh : row.en;
    return {};
}

/// A key that people write for another, in the spelling that the file uses.
template <class Report>
std::string_view Reader<Report>::key_meant(Where where, Index key) const {
    const auto meant = meant_key(where, at(key).text);
    const auto found = key_table(where).find(meant);
    return found == NameTable::none ? std::string_view() : key_in_file(static_cast<Key>(found));
}

/// Several actors of the rule, where one acts.
template <class Report>
bool Reader<Report>::names_actors(std::string_view written) const {
    if (written.find(spelling::separator) == written.npos) return false;
    const auto names = meant_items(written, false, false);
    return names.size() > 1 && std::ranges::all_of(names, [&](const auto& name) { return tables_.actors.find(name) != NameTable::none; });
}

/// A name that another part of the case has is in the wrong place, no misspelling of one that may stand here.
template <class Report>
bool Reader<Report>::fail_name(std::string_view code, Key part, Index name, std::initializer_list<const NameTable*> known,
                               std::string_view meant) {
    if constexpr (careful) {
        const std::string_view written = at(name).text;
        const auto has = [&](Key other, const NameTable& names) { return part != other && names.find(written) < foreign; };
        const auto owner = has(Key::matter, tables_.matter.names)     ? Key::matter
                           : has(Key::rolls, tables_.actors)          ? Key::rolls
                           : has(Key::parameters, tables_.parameters) ? Key::parameters
                           : has(Key::acts, tables_.act_keys)         ? Key::acts
                                                                      : Key::case_;
        if (owner != Key::case_ && meant.empty()) {
            if (owner == astray_) return go_on();
            astray_ = owner;
            report_.error("C064", at(name).span, {{"name", written}, {"owner", key_in_file(owner)}});
            return go_on();
        }
        if (part != Key::case_ && tables_.top_keys.find(written) != NameTable::none) {
            report_.error("C065", at(name).span, {{"name", written}});
            const auto part_found = tables_.top_keys.find(written);
            astray_ = static_cast<Key>(part_found);
            return go_on();
        }
    }
    return fail_unknown(code, name, known, meant);
}

/// A name of another kind: 步骤: 听取意见, where the rule has it as an event.
template <class Report>
bool Reader<Report>::other_kind(Index key, Index i) {
    anything_ = misnamed_ = true;
    if constexpr (careful) {
        const std::string_view meant = key_in_file(*kind_known(at(i).text));
        const auto entry = report_.error("C063", at(key).span, {{"name", at(i).text}, {"key", at(key).text}, {"meant", meant}});
        report_.offer_key(entry, at(key), meant);
    }
    return go_on();
}

template <class Report>
bool Reader<Report>::kind_of(Index key, Key which, Index i, Act& act) {
    if (which == Key::event) return event_kind(key, i, act);
    const auto& names = which == Key::step ? tables_.steps : tables_.findings;
    const auto found = names.names.find(at(i).text);
    if (found == NameTable::none && kind_known(at(i).text)) return other_kind(key, i);
    if (found == NameTable::none) {
        anything_ = misnamed_ = true;
        return fail_unknown(which == Key::step ? "C021" : "C022", i, {&names.names});
    }
    if (found == foreign) {
        anything_ = true;
        act.name = intern(at(i).text);
        return true;
    }
    own_ = &names.records[found];
    if (which == Key::step) {
        act.kind = ActKind::step;
        act.step.value = static_cast<std::uint16_t>(found);
    } else {
        act.kind = ActKind::finding;
        act.finding.value = static_cast<std::uint16_t>(found);
    }
    return true;
}

template <class Report>
bool Reader<Report>::event_kind(Index key, Index i, Act& act) {
    if (at(i).text.empty() || at(i).style == formats::ScalarStyle::null) {
        anything_ = misnamed_ = true;
        return fail("C045", key, i);
    }
    if (const auto word = word_table(Words::act).find(at(i).text); word != NameTable::none) {
        act.kind = static_cast<ActKind>(word);
        return true;
    }
    const auto found = tables_.events.names.find(at(i).text);
    if (found < foreign) {
        act.kind = ActKind::event;
        act.event.value = static_cast<std::uint16_t>(found);
        own_ = &tables_.events.records[found];
        return true;
    }
    if (found == NameTable::none && kind_known(at(i).text)) return other_kind(key, i);
    // An event that the rule does not know is evidence and no more; but it may be a slip of the pen.
    act.name = intern(at(i).text);
    anything_ = true;
    if (found == NameTable::none) warn_if_near("C102", i, tables_.events.names);
    return true;
}

/// 步骤 beside 事: 撤回 (or 暂缓, 恢复) says which step; any other pair is two records in one.
template <class Report>
bool Reader<Report>::second_kind(Index key, Key which, Index i, Act& act) {
    const bool known = act.kind == ActKind::suspension || act.kind == ActKind::resumption || act.kind == ActKind::withdrawal;
    if (which == Key::step && known) {
        if (!is_scalar(i)) return fail("C018", key, i);
        const auto found = tables_.steps.names.find(at(i).text);
        if (found == NameTable::none) return fail_unknown("C021", i, {&tables_.steps.names});
        if (found != foreign) {
            act.step.value = static_cast<std::uint16_t>(found);
            return true;
        }
        act.kind = ActKind::unknown_event;  // of another procedure's step
        act.name = intern(at(i).text);
        anything_ = true;
        return true;
    }
    if (which == Key::event && kind_key_ == Key::step && is_scalar(i))
        if (const auto word = word_table(Words::act).find(at(i).text); word != NameTable::none) {
            if (act.kind == ActKind::step) act.kind = static_cast<ActKind>(word);
            return true;
        }
    return misnamed_ || fail("C028", at(key).span, {{"key", at(key).text}});
}

template <class Report>
bool Reader<Report>::attribute(Key which, Index key, Index i, Act& act) {
    switch (which) {
        case Key::step:
        case Key::event:
        case Key::finding: return which == kind_key_ || second_kind(key, which, i, act);
        case Key::conclusion: return value(key, own_->slots[0], i, out_.record_fields[act.fields_begin]);
        case Key::date:
        case Key::start:
            if (act.dated) return fail("C031", at(key).span, {{"key", at(key).text}});
            one_day_ = which == Key::date;
            return moment(key, i, act.start, act.dated);
        case Key::end: return moment(key, i, act.end, act.has_end);
        case Key::by: {
            if (!is_scalar(i)) return fail("C018", key, i);
            const auto found = tables_.actors.find(at(i).text);
            if (found < foreign) {
                act.actor.value = static_cast<std::uint16_t>(found);
                return true;
            }
            if (nothing(i) != Nothing::no) return true;
            if (found == NameTable::none && names_actors(at(i).text)) return fail("C062", key, i);
            const bool doubted = found == NameTable::none && warn_if_near("C101", i, tables_.actors);
            return person(key, i, act.actor_text, doubted);
        }
        case Key::form: {
            if (!is_scalar(i)) return fail("C018", key, i);
            const auto& forms = word_table(Words::form);
            const auto found = forms.find(at(i).text);
            if (found == NameTable::none && nothing(i) != Nothing::no) return true;
            if (found == NameTable::none) warn_if_near("C104", i, forms);
            act.form = found == NameTable::none ? model::Form::other : static_cast<model::Form>(found);
            return true;
        }
        case Key::present: {
            if (!is_list(i)) return count_of_names(key, i, act.present);
            // Names are no stated number: what they come to is counted where the vote is.
            act.has_attendees = true;
            std::int32_t counted = 0;
            return people(key, i, counted, act.attendees_begin, act.attendees_end);
        }
        case Key::entitled: return count(key, i, act.entitled);
        case Key::yes: return count(key, i, act.yes);
        case Key::no: return count(key, i, act.no);
        case Key::abstain: return count(key, i, act.abstain);
        case Key::other: return count(key, i, act.other);
        case Key::spoiled: return count(key, i, act.spoiled);
        case Key::registered: return count(key, i, act.registered);
        case Key::ballot_form: return word(i, Words::ballot_form, act.ballot_form);
        case Key::materials: {
            base::Moment delivered;
            if (!moment(key, i, delivered, act.has_materials)) return false;
            act.materials = delivered.day;
            return true;
        }
        case Key::contents: return contents(key, i, act.has_contents, act.contents);
        case Key::minutes: return contents(key, i, act.has_minutes, act.minutes);
        case Key::place: return text(key, i, act.place);
        case Key::declared: return word(i, Words::declared, act.declared);
        case Key::reason: return reason(key, i, act);
        case Key::ballots: return ballots(key, i, act);
        case Key::runs: return runs(key, i, act);
        case Key::counts_of: return tallies(key, i, act);
        case Key::persons: return persons(key, i, act);
        case Key::signatures: return signatures(key, i, act);
        case Key::id:
        case Key::corrects: {
            if (not_given(i)) return true;
            Label label{Act::no_text, act.record, i};
            if (!person(key, i, label.text)) return false;
            if (label.text != Act::no_text) (which == Key::id ? scratch_.labels : scratch_.corrections).push_back(label);
            return true;
        }
        default: return true;  // 备注
    }
}

template <class Report>
bool Reader<Report>::own_field(Index key, Index i, const Act& act) {
    const auto found = own_ ? own_->names.find(at(key).text) : NameTable::none;
    if (found == foreign || anything_) return true;
    if (found == NameTable::none && tables_.act_keys.find(at(key).text) != NameTable::none) {
        if constexpr (careful) {
            const auto entry = report_.error("C044", at(key).span, {{"key", at(key).text}});
            const bool declared = is_scalar(i) && word_table(Words::declared).find(at(i).text) != NameTable::none;
            if (declared) report_.offer_key(entry, at(key), key_in_file(Key::declared));
        }
        return go_on();
    }
    if (found == NameTable::none) {
        const auto meant = careful ? key_meant(Where::act, key) : std::string_view();
        return own_ ? fail_name("C026", Key::acts, key, {&own_->names, &tables_.act_keys}, meant)
                    : fail_name("C026", Key::acts, key, {&tables_.act_keys}, meant);
    }
    if (!scratch_.fields.mark(found)) return fail_twice(key);
    return value(key, own_->slots[found], i, out_.record_fields[act.fields_begin + found]);
}

template <class Report>
bool Reader<Report>::reason(Index key, Index i, Act& act) {
    if (is_list(i)) return fail("C018", key, i);
    if (is_scalar(i)) return absent_or_unknown(i) || text(key, i, act.reason);
    KeysMet seen;
    return known_pairs(Where::reason, key_table(Where::reason), i, seen, [&](Key which, Index inner, Index part) {
        if (which == Key::contents) return text(inner, part, act.reason);
        base::Moment written;
        if (!moment(inner, part, written, act.has_reason_day)) return false;
        act.reason_day = written.day;
        return true;
    });
}

/// What the rule has some body do is not done by another: who is not listed leaves evidence alone.
template <class Report>
void Reader<Report>::keep_to_the_competent(Act& act) {
    const auto& event = tables_.procedure.events[act.event.index()];
    const bool recorded = act.actor || act.actor_text != Act::no_text;
    if (event.actors.empty() || !recorded || std::ranges::find(event.actors, act.actor) != event.actors.end()) return;
    act.kind = ActKind::unknown_event;
    act.not_competent = true;
    act.name = intern(event.name);
}

template <class Report>
bool Reader<Report>::finish(Index map, const KeySet& seen, Act& act) {
    if (act.kind == ActKind::withdrawal && !seen.has(Key::step) && !fail("C029", span(map))) return false;
    if (act.kind == ActKind::event) keep_to_the_competent(act);
    if (act.runs_begin != act.runs_end) return hung(seen, act);
    if (act.has_end && act.dated) {
        if (limits_.turned_ends) return true;
        const bool hours = act.start.minute >= 0 && act.end.minute >= 0;
        if (act.end.day < act.start.day || (hours && act.end.day == act.start.day && act.end.minute < act.start.minute))
            return fail("C030", span(map), {{"start", base::iso(act.start.day)}, {"end", base::iso(act.end.day)}});
    } else if (act.dated && one_day_ && !seen.has(Key::end) &&
               !(act.kind == ActKind::step && tables_.procedure.steps[act.step.index()].posting)) {
        act.end = act.start;
        act.has_end = true;
    }
    return true;
}

/// 编号 and 更正: a record that corrects another takes its place; of several that correct one, and along a chain, the
/// last stands.
template <class Report>
bool Reader<Report>::corrections() {
    const auto& labels = scratch_.labels;
    if (labels.empty() && scratch_.corrections.empty()) return true;
    constexpr std::uint32_t nobody = 0xFFFFFFFFU;
    auto& owner = scratch_.owner;
    owner.assign(out_.texts.size(), nobody);
    for (const Label& label : labels) {
        if (owner[label.text] != nobody && !fail("C034", at(label.token).span, {{"name", at(label.token).text}})) return false;
        owner[label.text] = label.record;
    }
    auto& target = scratch_.target;
    target.assign(out_.acts.size(), nobody);
    for (const Label& correction : scratch_.corrections) {
        const std::uint32_t corrected = owner[correction.text];
        if (corrected == nobody) {
            if constexpr (careful) {
                std::vector<std::string_view> known;
                for (const Label& label : labels) known.push_back(out_.texts[label.text]);
                report_.suggest(report_.error("C035", at(correction.token).span, {{"name", at(correction.token).text}}),
                                at(correction.token), known);
            } else {
                return false;
            }
            continue;
        }
        target[correction.record] = corrected;
        Act& old = out_.acts[corrected];
        // Several corrections of one record: each replaces the one before it.
        if (old.superseded) {
            out_.acts[old.superseded_by].superseded = true;
            out_.acts[old.superseded_by].superseded_by = correction.record;
        }
        old.superseded = true;
        old.superseded_by = correction.record;
    }
    // Whoever follows a circle never comes to a record that corrects nothing.
    std::vector<std::uint32_t>& way = owner;
    way.assign(out_.acts.size(), 0);
    std::uint32_t walk = 0;
    for (const Label& correction : scratch_.corrections) {
        ++walk;
        std::uint32_t at_record = correction.record;
        while (target[at_record] != nobody && way[at_record] == 0) {
            way[at_record] = walk;
            at_record = target[at_record];
        }
        if (target[at_record] != nobody && way[at_record] == walk &&
            !fail("C046", at(correction.token).span, {{"name", at(correction.token).text}}))
            return false;
    }
    return true;
}

}  // namespace guicheng::cases
