#pragma once
// The walk over a tape that makes a Case, once for both reporters. Internal to the binder.
// Every reading function answers whether to go on: the careful reporter always does, the silent one stops at the first
// mistake.
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "cases/binder.hpp"
#include "cases/case.hpp"
#include "cases/keys.hpp"
#include "cases/quantities.hpp"
#include "cases/report.hpp"
#include "cases/scratch.hpp"
#include "cases/tables.hpp"
#include "formats/tape.hpp"

namespace guicheng::cases {

template <class Report>
class Reader {
public:
    Reader(const Tables& tables, const Limits& limits, Scratch& scratch, const formats::Tape& tape, Report& report, Case& out)
        : tables_(tables),
          limits_(limits),
          scratch_(scratch),
          tokens_(tape.tokens.data()),
          count_(tape.tokens.size()),
          report_(report),
          out_(out) {}
    /// `standing`: the file that 档册 names is read after this one.
    bool read(bool standing = false);
    /// A standing file, into the case that was read before.
    bool read_standing();

private:
    using Index = std::uint32_t;
    using Token = formats::Token;
    using Kind = formats::TokenKind;
    static constexpr bool careful = Report::careful;

    // ---- the tape
    const Token& at(Index i) const { return tokens_[i]; }
    Index after(Index i) const { return tokens_[i].kind == Kind::scalar ? i + 1 : tokens_[i].skip + 1; }
    bool is_scalar(Index i) const { return tokens_[i].kind == Kind::scalar; }
    bool is_map(Index i) const { return tokens_[i].kind == Kind::map_begin; }
    bool is_list(Index i) const { return tokens_[i].kind == Kind::list_begin; }
    base::Span span(Index i) const { return is_scalar(i) ? at(i).span : base::join(at(i).span, at(at(i).skip).span); }
    /// each(index of the key, index of the value) for every pair of a map.
    template <class Each>
    bool pairs(Index map, Each each) {
        const Index end = at(map).skip;
        for (Index i = map + 1; i < end; i = after(i + 1))
            if (!each(i, i + 1)) return false;
        return true;
    }
    /// each(index) for every item of a list.
    template <class Each>
    bool items(Index list, Each each) {
        const Index end = at(list).skip;
        for (Index i = list + 1; i < end; i = after(i))
            if (!each(i)) return false;
        return true;
    }

    // ---- mistakes
    bool fail(std::string_view code, base::Span where, Arguments arguments = {}) {
        if constexpr (careful) report_.error(code, where, arguments);
        return go_on();
    }
    bool go_on() const {
        if constexpr (careful) return !report_.full();
        return false;
    }
    bool fail(std::string_view code, Index key, Index value) {
        if constexpr (careful) {
            auto entry = report_.error(code, span(value), {{"key", at(key).text}, {"found", shown(value)}});
            if (is_scalar(value)) report_.offer(entry, at(value), meant_value(code, at(key).text, at(value).text));
        }
        return go_on();
    }
    std::string_view shown(Index i) const { return is_scalar(i) ? at(i).text : is_map(i) ? "{...}" : "[...]"; }
    /// A name that is none of those in the tables.
    bool fail_unknown(std::string_view code, Index token, std::initializer_list<const NameTable*> known, std::string_view meant = {}) {
        if constexpr (careful) {
            const auto entry = report_.error(code, at(token).span, {{"name", at(token).text}});
            report_.suggest(entry, at(token), {known.begin(), known.size()}, is_chinese(), meant);
        }
        return go_on();
    }
    /// The spelling that the file uses: that of its first key.
    bool is_chinese() const { return count_ < 2 || at(1).text.empty() || (static_cast<unsigned char>(at(1).text.front()) & 0x80U) != 0; }
    /// A name that may be anything, but looks like one of the rule's.
    bool warn_if_near(std::string_view code, Index token, const NameTable& known) {
        if constexpr (careful) {
            std::vector<std::string_view> names;
            add_names(names, known);
            const auto near = Report::near(at(token).text, names);
            if (near) report_.suggest(report_.warning(code, at(token).span, {{"name", at(token).text}, {"near", *near}}), at(token), names);
            return near.has_value();
        }
        return false;
    }
    /// The key is given for the second time.
    std::optional<std::string_view> kind_meant(Index key) const;
    /// A key of a map that has none such.
    bool fail_key(Where where, Index key, const NameTable& keys) {
        return fail_unknown("C002", key, {&keys}, careful ? key_meant(where, key) : std::string_view());
    }
    /// each(key, index of the key, index of the value) for the keys of one kind of map; one that is none of them, or stands twice, is a
    /// mistake.
    template <class Each>
    bool known_pairs(Where where, const NameTable& keys, Index map, KeysMet& met, Each each) {
        return pairs(map, [&](Index key, Index i) {
            const auto found = keys.find(at(key).text);
            if (found == NameTable::none) {
                met.misspelt = true;
                return fail_key(where, key, keys);
            }
            if (!met.add(static_cast<Key>(found))) return fail_twice(key);
            return each(static_cast<Key>(found), key, i);
        });
    }
    /// A value that should be a map.
    bool fail_map(Index key, Index value) {
        if constexpr (careful)
            if (is_scalar(value) && report_.named_entries(at(value))) return go_on();
        return fail("C020", key, value);
    }
    /// A map where a list of such is wanted.
    bool fail_list(Index key, Index value) {
        if constexpr (careful) {
            const auto entry = report_.error("C019", span(value), {{"key", at(key).text}, {"found", shown(value)}});
            if (is_map(value)) report_.offer_list_of(entry, span(value));
        }
        return go_on();
    }
    /// Several items written as one text, where a list is wanted; in brackets of its own, or as one item of a list that is open.
    bool fail_items(Index key, Index item, const std::vector<std::string>& items, bool open) {
        if constexpr (careful) {
            const auto entry = report_.error("C058", at(item).span, {{"key", at(key).text}, {"found", at(item).text}});
            report_.offer_items(entry, at(item), items, !open);
        }
        return go_on();
    }
    /// … and where it may be one.
    void doubt_items(Index key, Index item, bool names, std::optional<Index> list = {}) {
        if constexpr (careful) {
            if (list && report_.doubted(at(*list), at(item))) return;
            const auto items = meant_items(at(item).text, false, names);
            if (items.size() < 2) return;
            const auto entry = report_.warning("C061", at(item).span, {{"key", at(key).text}, {"found", at(item).text}});
            report_.offer_items(entry, at(item), items, !list);
        }
    }
    /// Quotes that belong to the text, since YAML and JSON don't know them.
    void doubt_quotes(Index key, Index i) {
        if constexpr (careful)
            if (const auto inner = quoted_within(at(i).text))
                report_.offer(report_.warning("C059", at(i).span, {{"key", at(key).text}, {"found", at(i).text}}), at(i),
                              std::string(*inner));
    }
    /// A comma or a stop at the end of a name.
    void doubt_stop(Index key, Index i) {
        if constexpr (careful)
            if (const auto name = unstopped(at(i).text))
                report_.offer(report_.warning("C060", at(i).span, {{"key", at(key).text}, {"found", at(i).text}}), at(i),
                              std::string(*name));
    }
    /// A name that this part of the case (case_: the case itself) has not.
    bool fail_name(std::string_view code, Key part, Index name, std::initializer_list<const NameTable*> known, std::string_view meant = {});
    bool fail_ballots(Index key, Index i);
    bool fail_twice(Index key) { return fail("C003", at(key).span, {{"key", at(key).text}}); }

    // ---- values (reader_values.hpp)
    enum class Nothing : std::uint8_t { no, unknown, absent };
    Nothing nothing(Index i) const;
    bool not_given(Index i) const { return is_scalar(i) && nothing(i) == Nothing::unknown; }
    bool absent_or_unknown(Index i) const { return is_scalar(i) && nothing(i) != Nothing::no; }
    bool value(Index key, const FieldSlot& slot, Index i, Value& out);
    bool odd_value(Index key, const FieldSlot& slot, Index i, Value& out);
    bool list_value(Index key, const FieldSlot& slot, Index i, Value& out);
    bool count(Index key, Index i, std::int32_t& out);
    bool count_of_names(Index key, Index i, std::int32_t& out);
    bool odd_count(Index key, Index i, std::int32_t& out);
    bool moment(Index key, Index i, base::Moment& out, bool& known);
    bool odd_moment(Index key, Index i, base::Moment& out, bool& known);
    bool word(Index i, Words list, auto& out);
    bool text(Index key, Index i, std::uint32_t& out);
    bool person(Index key, Index i, std::uint32_t& out, bool doubted = false);
    bool people(Index key, Index i, std::int32_t& number, std::uint32_t& begin, std::uint32_t& end);
    bool contents(Index key, Index i, bool& has, std::uint64_t& mask);
    void content(Index token, std::string_view name, std::uint64_t& mask);
    std::uint32_t intern(std::string_view text) { return scratch_.interner.index(text, out_.texts); }

    // ---- the case (reader_case.hpp)
    bool top(Key which, Index key, Index i);
    bool matter(Index i);
    bool standing(Index i);
    bool standing_map(Index map);
    bool rolls(Index i, bool standing);
    bool roll(Index key, Index i, std::size_t actor);
    bool roll_entry(Index key, Index i, const NameTable& classes, RollEntry& out);
    bool roll_classes(Index key, Index i, const NameTable& classes, std::uint64_t& out);
    bool class_counts(Index key, Index i, const NameTable& classes, RollEntry& out);
    bool members_once(Index key, const Roll& roll);
    bool offices(Index key, Index i);
    bool office(Index key, Index map, Office& out);
    bool delegations(Index key, Index i);
    bool delegation(Index key, Index map, Delegation& out);
    bool delegated(Index key, Index i, Delegation& out);
    bool holder(Index key, Index i, const NameTable& offices, model::ActorId& out);
    bool days_of(Index map, Key which, Index key, Index i, Office& out);
    bool parameters(Index key, Index i, bool standing);
    bool parameter(Index key, Index i, model::ParameterId id);
    bool parameter_entry(Index key, Index i, model::ParameterId id);
    bool acts(Index key, Index i);
    void warn_of_late_records();
    bool over_limit(Index i, std::size_t limit);

    // ---- its acts (reader_acts.hpp)
    bool act(Index map);
    bool kind(Index map, Act& act);
    bool kind_of(Index key, Key which, Index i, Act& act);
    std::optional<Key> kind_known(std::string_view name) const;
    bool other_kind(Index key, Index i);
    bool names_actors(std::string_view written) const;
    std::string_view key_in_file(Key key) const;
    std::string_view key_meant(Where where, Index key) const;
    bool event_kind(Index key, Index i, Act& act);
    bool second_kind(Index key, Key which, Index i, Act& act);
    bool attribute(Key which, Index key, Index i, Act& act);
    bool own_field(Index key, Index i, const Act& act);
    bool reason(Index key, Index i, Act& act);
    bool ballots(Index key, Index i, Act& act);
    bool ballot(Index map, Ballot& out);
    bool runs(Index key, Index i, Act& act);
    bool persons(Index key, Index i, Act& act);
    bool signatures(Index key, Index i, Act& act);
    bool signature(Index map, Signature& out);
    bool run(Index map, PostingRun& out);
    bool runs_apart(Act& act);
    bool hung(const KeySet& seen, Act& act);
    void keep_to_the_competent(Act& act);
    bool finish(Index map, const KeySet& seen, Act& act);
    bool tallies(Index key, Index i, Act& act);
    bool tally(Index name, Index map, ClassTally& out);
    bool corrections();
    bool given_before(Index key) { return fail("C097", at(key).span, {{"key", at(key).text}}); }

    bool file_follows_ = false;
    Index standing_at_ = 0;  ///< the value of 档册; 0: none

    const Tables& tables_;
    const Limits& limits_;
    Scratch& scratch_;
    const Token* tokens_;
    std::size_t count_;
    Report& report_;
    Case& out_;
    const RecordTable* own_ = nullptr;  ///< of the act at hand; null: it has none
    Key kind_key_ = Key::step;          ///< … says what it is under this key,
    Index kind_at_ = 0;                 ///< … which stands here
    bool anything_ = false;             ///< … is evidence only: it may carry any key
    bool misnamed_ = false;             ///< … has a mistake in what it is: one error is enough
    Index runs_at_ = 0;                 ///< the key 张贴 of the act at hand
    bool one_day_ = false;              ///< … is dated by 日期, not by 起
    Key astray_ = Key::case_;           ///< what was last found outside its place: its neighbours were most likely moved with it
    base::Span closed_at_;              ///< where the day of 结案 stands
};

}  // namespace guicheng::cases

#include "cases/reader_acts.hpp"
#include "cases/reader_ballots.hpp"
#include "cases/reader_case.hpp"
#include "cases/reader_offices.hpp"
#include "cases/reader_persons.hpp"
#include "cases/reader_rolls.hpp"
#include "cases/reader_runs.hpp"
#include "cases/reader_tallies.hpp"
#include "cases/reader_values.hpp"
