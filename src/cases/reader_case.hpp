#pragma once
// The case around its acts: matter, rolls, parameters. Part of reader.hpp.
#include "cases/reader.hpp"

namespace guicheng::cases {

template <class Report>
bool Reader<Report>::read(bool standing) {
    file_follows_ = standing;
    standing_at_ = 0;
    out_.clear();
    scratch_.interner.clear();
    scratch_.labels.clear();
    scratch_.corrections.clear();
    out_.matter.resize(tables_.matter.slots.size());
    out_.rolls.resize(tables_.procedure.actors.size());
    if (count_ == 0 || !is_map(0)) return fail("C001", count_ == 0 ? base::Span{} : span(0));
    KeySet seen;
    const bool read = pairs(0, [&](Index key, Index i) {
        const auto found = tables_.top_keys.find(at(key).text);
        if (found == NameTable::none)
            return fail_name("C002", Key::case_, key, {&tables_.top_keys}, careful ? key_meant(Where::top, key) : std::string_view());
        const auto which = static_cast<Key>(found);
        if (!seen.add(which)) return fail_twice(key);
        return top(which, key, i);
    });
    if (!read || (standing_at_ != 0 && !this->standing(standing_at_)) || !corrections()) return false;
    if constexpr (careful) warn_of_late_records();
    return true;
}

/// A record of a day after the closing: judged as any other, but one of the two dates is most likely wrong.
template <class Report>
void Reader<Report>::warn_of_late_records() {
    if constexpr (careful) {
        if (!out_.closed) return;
        for (const Act& act : out_.acts) {
            if (act.superseded || !act.dated || act.start.day <= out_.closed->day) continue;
            report_.warning(
                "C105", closed_at_,
                {{"closed", base::iso(out_.closed->day)}, {"number", std::to_string(act.record + 1)}, {"day", base::iso(act.start.day)}});
            return;
        }
    }
}

template <class Report>
bool Reader<Report>::top(Key which, Index key, Index i) {
    base::Moment read;
    bool known = false;
    switch (which) {
        case Key::case_:
            if (!is_scalar(i)) return fail("C018", key, i);
            if (at(i).style != formats::ScalarStyle::null) out_.id.assign(at(i).text);
            return true;
        case Key::version: return is_scalar(i) || fail("C018", key, i);
        case Key::as_of:
            if (!moment(key, i, read, known)) return false;
            if (known) out_.as_of = read.day;
            return true;
        case Key::closed:
            if (!moment(key, i, read, known)) return false;
            if (known) out_.closed = read;
            if constexpr (careful) closed_at_ = span(i);
            return true;
        case Key::record: {
            std::uint8_t incomplete = 0;
            if (!word(i, Words::completeness, incomplete)) return false;
            out_.record_incomplete = incomplete != 0;
            return true;
        }
        case Key::matter: return absent_or_unknown(i) || (is_map(i) ? matter(i) : fail_map(key, i));
        case Key::rolls: return absent_or_unknown(i) || (is_map(i) ? rolls(i, false) : fail_map(key, i));
        case Key::parameters: return absent_or_unknown(i) || (is_map(i) ? parameters(key, i, false) : fail_map(key, i));
        case Key::standing: standing_at_ = i; return true;  // after all else, so that what stands twice is found
        case Key::offices: return absent_or_unknown(i) || (is_list(i) ? offices(key, i) : fail("C019", key, i));
        case Key::delegations: return absent_or_unknown(i) || (is_list(i) ? delegations(key, i) : fail("C019", key, i));
        case Key::acts: return absent_or_unknown(i) || (is_list(i) ? acts(key, i) : fail("C019", key, i));
        default: return true;  // 规程 is read by peek(), 预期 by read_expected(), 备注 by nobody
    }
}

/// 档册: what holds for many cases, here in the case or in a file that it names.
template <class Report>
bool Reader<Report>::standing(Index i) {
    if (is_map(i)) return standing_map(i);
    if (!is_scalar(i)) return fail("C018", i - 1, i);
    return file_follows_ || absent_or_unknown(i) || fail("C096", i - 1, i);
}

template <class Report>
bool Reader<Report>::read_standing() {
    if (count_ == 0 || !is_map(0)) return fail("C001", count_ == 0 ? base::Span{} : span(0));
    return standing_map(0);
}

/// What the rule at hand does not know may be another's.
template <class Report>
bool Reader<Report>::standing_map(Index map) {
    KeysMet seen;
    return known_pairs(Where::standing, key_table(Where::standing), map, seen, [&](Key which, Index key, Index i) {
        if (which == Key::remark || absent_or_unknown(i)) return true;
        if (which == Key::offices || which == Key::delegations) return top(which, key, i);
        if (!is_map(i)) return fail_map(key, i);
        return which == Key::rolls ? rolls(i, true) : parameters(key, i, true);
    });
}

template <class Report>
bool Reader<Report>::matter(Index map) {
    const auto& fields = tables_.matter;
    scratch_.fields.begin(fields.slots.size());
    return pairs(map, [&](Index key, Index i) {
        const auto found = fields.names.find(at(key).text);
        if (found == foreign) return true;
        if (found == NameTable::none) return fail_name("C024", Key::matter, key, {&fields.names});
        if (!scratch_.fields.mark(found)) return fail_twice(key);
        return value(key, fields.slots[found], i, out_.matter[found]);
    });
}

template <class Report>
bool Reader<Report>::rolls(Index map, bool standing) {
    scratch_.fields.begin(out_.rolls.size());
    return pairs(map, [&](Index key, Index i) {
        const auto found = tables_.actors.find(at(key).text);
        if (found == NameTable::none && standing) warn_if_near("C101", key, tables_.actors);
        if (found == foreign || (standing && found == NameTable::none)) return true;
        if (found == NameTable::none) return fail_name("C023", Key::rolls, key, {&tables_.actors});
        if (!scratch_.fields.mark(found)) return fail_twice(key);
        if (standing && out_.rolls[found].given()) return given_before(key);
        return roll(key, i, found);
    });
}

template <class Report>
bool Reader<Report>::parameters(Index key, Index map, bool standing) {
    scratch_.fields.begin(tables_.parameter_slots.size());
    const auto own = out_.parameters.size();
    const bool read = pairs(map, [&](Index name, Index i) {
        const auto found = tables_.parameters.find(at(name).text);
        if (found == foreign || (standing && found == NameTable::none)) return true;
        if (found == NameTable::none) return fail_name("C025", Key::parameters, name, {&tables_.parameters});
        if (!scratch_.fields.mark(found)) return fail_twice(name);
        const auto given = [&](const ParameterValue& it) { return it.parameter.value == found; };
        if (std::any_of(out_.parameters.begin(), out_.parameters.begin() + static_cast<std::ptrdiff_t>(own), given))
            return given_before(name);
        return parameter(name, i, model::ParameterId{static_cast<std::uint16_t>(found)});
    });
    if (!read) return false;
    auto& all = out_.parameters;
    const auto rank = [](const ParameterValue& it) { return std::tuple(it.parameter.value, it.has_from, it.from.number); };
    std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    const auto twice = std::adjacent_find(all.begin(), all.end(), [&](const auto& a, const auto& b) { return rank(a) == rank(b); });
    if (twice == all.end()) return true;
    return fail("C041", span(map), {{"key", at(key).text}, {"name", tables_.procedure.parameters[twice->parameter.index()].field.name}});
}

/// A value, a map with 值, or a list of such maps; a list without maps is the value of a parameter that is a list.
template <class Report>
bool Reader<Report>::parameter(Index key, Index i, model::ParameterId id) {
    if (is_list(i) && at(i).skip > i + 1 && is_map(i + 1))
        return items(i, [&](Index item) { return is_map(item) ? parameter_entry(key, item, id) : fail_map(key, item); });
    if (is_map(i)) return parameter_entry(key, i, id);
    ParameterValue made;
    made.parameter = id;
    if (!value(key, tables_.parameter_slots[id.index()], i, made.value)) return false;
    if (made.value.known) out_.parameters.push_back(made);
    return true;
}

template <class Report>
bool Reader<Report>::parameter_entry(Index name, Index map, model::ParameterId id) {
    ParameterValue made;
    made.parameter = id;
    KeysMet seen;
    const bool read = known_pairs(Where::parameter, key_table(Where::parameter), map, seen, [&](Key which, Index key, Index i) {
        if (which == Key::value) return value(key, tables_.parameter_slots[id.index()], i, made.value);
        if (which == Key::authority) return text(key, i, made.authority);
        base::Moment from;
        if (!moment(key, i, from, made.has_from)) return false;
        made.from = from.day;
        return true;
    });
    if (!read) return false;
    if (!seen.has(Key::value)) return seen.misspelt || fail("C042", span(map), {{"name", at(name).text}});
    if (made.value.known) out_.parameters.push_back(made);
    return true;
}

template <class Report>
bool Reader<Report>::acts(Index key, Index list) {
    return items(list, [&](Index i) {
        if (out_.acts.size() >= limits_.acts) return over_limit(i, limits_.acts);
        return is_map(i) ? act(i) : fail_map(key, i);
    });
}

/// One error, and nothing of the record is read further.
template <class Report>
bool Reader<Report>::over_limit(Index i, std::size_t limit) {
    if constexpr (careful) report_.error("C036", at(i).span, {{"limit", std::to_string(limit)}});
    return false;
}

}  // namespace guicheng::cases
