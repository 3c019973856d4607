#pragma once
// Reading values as their types ask. Part of reader.hpp. The writing that nearly all records use is read first; what is
// odd (units, 不详, a wrong type) goes to the odd_… functions.
#include "cases/reader.hpp"

namespace guicheng::cases {

template <class Report>
typename Reader<Report>::Nothing Reader<Report>::nothing(Index i) const {
    if (at(i).style == formats::ScalarStyle::null) return Nothing::unknown;
    const auto found = tables_.nothing.find(at(i).text);
    return found == NameTable::none ? Nothing::no : found == 1 ? Nothing::unknown : Nothing::absent;
}

template <class Report>
bool Reader<Report>::value(Index key, const FieldSlot& slot, Index i, Value& out) {
    if (is_scalar(i)) {
        const std::string_view text = at(i).text;
        if (slot.type == model::Type::boolean) {
            const auto found = tables_.boolean.find(text);
            if (found != NameTable::none) {
                out = {static_cast<std::int64_t>(found), true};
                return true;
            }
        } else if (slot.type == model::Type::money) {
            if (const auto fen = read_amount(text)) {
                out = {*fen, true};
                return true;
            }
        } else if (slot.type == model::Type::choice) {
            const auto found = slot.choices->find(text);
            if (found != NameTable::none) {
                out = {static_cast<std::int64_t>(found), true};
                return true;
            }
        }
    }
    return odd_value(key, slot, i, out);
}

template <class Report>
bool Reader<Report>::odd_value(Index key, const FieldSlot& slot, Index i, Value& out) {
    using model::Type;
    if (slot.type == Type::list) return list_value(key, slot, i, out);
    if (!is_scalar(i)) return fail("C018", key, i);
    if (nothing(i) == Nothing::unknown) return true;
    const std::string_view written = at(i).text;
    const auto give = [&](std::string_view code, const auto& read) {
        if (!read) return fail(code, key, i);
        out = {static_cast<std::int64_t>(*read), true};
        return true;
    };
    switch (slot.type) {
        case Type::boolean: return fail("C010", key, i);
        case Type::integer:
        case Type::days:
        case Type::working_days: return give("C011", read_count(written));
        case Type::money: return fail("C012", key, i);
        case Type::date: {
            base::Moment read;
            if (!moment(key, i, read, out.known)) return false;
            out.v = out.known ? read.day.number : 0;
            return true;
        }
        case Type::choice: return fail_unknown("C017", i, {slot.choices});
        case Type::outcome: return word(i, Words::outcome, out.v) && (out.known = out.v != 0, true);
        case Type::text:
        case Type::person: {
            std::uint32_t index = Act::no_text;
            if (!(slot.type == Type::person ? person(key, i, index) : text(key, i, index))) return false;
            out = {index, index != Act::no_text};
            return true;
        }
        case Type::share: {
            const auto share = read_share(written);
            if (!share) return fail("C015", key, i);
            out_.shares.push_back(*share);
            out = {static_cast<std::int64_t>(out_.shares.size() - 1), true};
            return true;
        }
        case Type::period: {
            const auto period = read_period(written);
            if (!period) return fail("C016", key, i);
            out_.periods.push_back(*period);
            out = {static_cast<std::int64_t>(out_.periods.size() - 1), true};
            return true;
        }
        case Type::list: break;
    }
    return true;
}

/// Choices become bits, texts a list of their own; 无 records that there is none, one text alone is a list of one.
template <class Report>
bool Reader<Report>::list_value(Index key, const FieldSlot& slot, Index i, Value& out) {
    if (not_given(i)) return true;
    const bool none = is_scalar(i) && nothing(i) == Nothing::absent;
    if (is_map(i)) return fail("C019", key, i);
    std::vector<std::uint32_t>* texts = nullptr;
    std::int64_t mask = 0;
    if (!slot.choices) {
        texts = &out_.text_lists.next();
        texts->clear();
    }
    const bool open = is_list(i);
    const auto one = [&](Index item) {
        if (!is_scalar(item)) return fail("C018", key, item);
        if (texts) {
            std::uint32_t index = Act::no_text;
            if (texts->size() >= limits_.names) return fail("C038", span(i), {{"key", at(key).text}});
            if (!open && in_text_brackets(at(item).text))
                return fail_items(key, item, careful ? meant_items(at(item).text, false, false) : std::vector<std::string>(), open);
            if (!text(key, item, index)) return false;
            doubt_items(key, item, false, open ? std::optional(i) : std::nullopt);
            if (index != Act::no_text) texts->push_back(index);
            return true;
        }
        const auto found = slot.choices->find(at(item).text);
        if constexpr (careful) {
            const auto parts = found == NameTable::none ? meant_items(at(item).text, false, false) : std::vector<std::string>();
            const auto known = [&](const std::string& name) { return slot.choices->find(name) != NameTable::none; };
            if (!parts.empty() && std::ranges::all_of(parts, known)) return fail_items(key, item, parts, open);
        }
        if (found == NameTable::none) return fail_unknown("C017", item, {slot.choices});
        mask |= std::int64_t{1} << (found & 63U);
        return true;
    };
    if (!none && !(is_list(i) ? items(i, one) : one(i))) return false;
    out = {texts ? static_cast<std::int64_t>(out_.text_lists.size() - 1) : mask, true};
    return true;
}

template <class Report>
bool Reader<Report>::count(Index key, Index i, std::int32_t& out) {
    if (is_scalar(i)) {
        const std::int32_t read = read_plain_count(at(i).text);
        if (read >= 0) {
            out = read;
            return true;
        }
    }
    return odd_count(key, i, out);
}

/// A count, where a list of names may stand, too.
template <class Report>
bool Reader<Report>::count_of_names(Index key, Index i, std::int32_t& out) {
    if constexpr (careful) {
        if (is_scalar(i) && nothing(i) == Nothing::no && !read_count(at(i).text) && !meant_count(at(i).text))
            if (const auto items = meant_items(at(i).text, true, true); !items.empty()) return fail_items(key, i, items, false);
    }
    return count(key, i, out);
}

template <class Report>
bool Reader<Report>::odd_count(Index key, Index i, std::int32_t& out) {
    if (!is_scalar(i)) return fail("C018", key, i);
    switch (nothing(i)) {
        case Nothing::unknown: return true;
        case Nothing::absent: out = 0; return true;
        case Nothing::no: break;
    }
    const auto read = read_count(at(i).text);
    if (!read) {
        // Too long for 64 bits is too many, not no number.
        const std::string_view written = at(i).text;
        const bool digits = written.size() > 18 && std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; });
        return fail(digits ? "C033" : "C011", key, i);
    }
    if (*read < 0) return fail("C032", key, i);
    if (*read > largest_count) return fail("C033", key, i);
    out = static_cast<std::int32_t>(*read);
    return true;
}

template <class Report>
bool Reader<Report>::moment(Index key, Index i, base::Moment& out, bool& known) {
    const std::int32_t day = is_scalar(i) ? read_iso_day(at(i).text) : no_day;
    if (day == no_day) return odd_moment(key, i, out, known);
    out = {base::Day{day}, -1};
    known = true;
    return true;
}

template <class Report>
bool Reader<Report>::odd_moment(Index key, Index i, base::Moment& out, bool& known) {
    if (!is_scalar(i)) return fail("C018", key, i);
    if (const auto read = read_date(at(i).text)) {
        out = *read;
        known = true;
        return true;
    }
    if (nothing(i) != Nothing::no) return true;
    if constexpr (!careful) return false;
    if (has_wrong_hour(at(i).text)) return fail("C048", key, i);
    const MeantDate meant = meant_date(at(i).text);
    switch (meant.kind) {
        case MeantDate::Kind::day: return fail("C013", key, i);
        case MeantDate::Kind::hour: return fail("C056", key, i);
        case MeantDate::Kind::range: return fail("C057", span(i), {{"key", at(key).text}, {"start", meant.text}, {"end", meant.range_end}});
        case MeantDate::Kind::none: break;
    }
    return fail(looks_like_date(at(i).text) ? "C014" : "C013", key, i);
}

/// One of the fixed words; 不详 leaves `out` as it is.
template <class Report>
bool Reader<Report>::word(Index i, Words list, auto& out) {
    if (!is_scalar(i)) return fail("C018", i - 1, i);
    const auto& table = word_table(list);
    const auto found = table.find(at(i).text);
    if (found != NameTable::none) {
        out = static_cast<std::remove_reference_t<decltype(out)>>(found);
        return true;
    }
    if (nothing(i) == Nothing::unknown) return true;
    return fail_unknown("C017", i, {&table}, careful ? meant_word(list, at(i).text) : std::string_view());
}

template <class Report>
bool Reader<Report>::text(Index key, Index i, std::uint32_t& out) {
    if (!is_scalar(i)) return fail("C018", key, i);
    if (nothing(i) == Nothing::unknown) return true;
    out = intern(at(i).text);
    doubt_quotes(key, i);
    return true;
}

template <class Report>
bool Reader<Report>::person(Index key, Index i, std::uint32_t& out, bool doubted) {
    if (!is_scalar(i)) return fail("C018", key, i);
    if (at(i).text.size() > limits_.name_bytes) return fail("C039", key, i);
    if (at(i).text.empty() || at(i).style == formats::ScalarStyle::null) return fail("C045", key, i);
    out = intern(at(i).text);
    if (!doubted) {
        doubt_quotes(key, i);
        doubt_stop(key, i);
    }
    return true;
}

/// A list of names. `number` counts each person once.
template <class Report>
bool Reader<Report>::people(Index key, Index i, std::int32_t& number, std::uint32_t& begin, std::uint32_t& end) {
    scratch_.people.begin(out_.texts.size());
    begin = static_cast<std::uint32_t>(out_.people.size());
    number = 0;
    const bool read = items(i, [&](Index item) {
        std::uint32_t index = Act::no_text;
        if (out_.people.size() - begin >= limits_.names) return fail("C038", span(i), {{"key", at(key).text}});
        if (!person(key, item, index)) return false;
        doubt_items(key, item, true, i);
        if (index == Act::no_text) return true;
        if (scratch_.people.mark(index)) ++number;
        out_.people.push_back(index);
        return true;
    });
    end = static_cast<std::uint32_t>(out_.people.size());
    return read;
}

template <class Report>
void Reader<Report>::content(Index token, std::string_view name, std::uint64_t& mask) {
    const auto found = tables_.contents.find(name);
    if (found < 64)
        mask |= std::uint64_t{1} << found;
    else
        warn_if_near("C103", token, tables_.contents);
}

/// A list, or one text with 、 between the items; 无 records that there is nothing in it.
template <class Report>
bool Reader<Report>::contents(Index key, Index i, bool& has, std::uint64_t& mask) {
    if (is_map(i)) return fail("C019", key, i);
    if (is_list(i)) {
        has = true;
        return items(i, [&](Index item) {
            if (!is_scalar(item)) return fail("C018", key, item);
            content(item, at(item).text, mask);
            return true;
        });
    }
    switch (nothing(i)) {
        case Nothing::unknown: return true;
        case Nothing::absent: has = true; return true;
        case Nothing::no: break;
    }
    if (in_text_brackets(at(i).text))
        return fail_items(key, i, careful ? meant_items(at(i).text, false, false) : std::vector<std::string>(), false);
    has = true;
    std::string_view rest = at(i).text;
    while (!rest.empty()) {
        const auto cut = std::min(rest.find(spelling::separator), rest.size());
        content(i, rest.substr(0, cut), mask);
        rest.remove_prefix(std::min(rest.size(), cut + spelling::separator.size()));
    }
    return true;
}

}  // namespace guicheng::cases
