#include "report/words.hpp"

#include <algorithm>

namespace guicheng::report {

namespace {

std::string full_key(std::string_view key) {
    return "report." + std::string(key);
}

/// The enumeration comma that joins the names of two holidays in one break.
constexpr std::string_view enumeration_comma = "\u3001";
constexpr std::string_view full_stop = "\u3002";

}  // namespace

std::string Words::say(std::string_view key, std::initializer_list<messages::Value> values) const {
    return messages::format(messages::find(full_key(key), language_), {values.begin(), values.size()});
}

std::string Words::say(std::string_view key, const std::vector<messages::Value>& values) const {
    return messages::format(messages::find(full_key(key), language_), values);
}

bool Words::has(std::string_view key) {
    return messages::known(full_key(key));
}

std::string Words::sentence(std::string clauses) const {
    if (language_ == Language::en && !clauses.empty() && clauses[0] >= 'a' && clauses[0] <= 'z') {
        clauses[0] = static_cast<char>(clauses[0] - 'a' + 'A');
    }
    if (clauses.ends_with(full_stop) || clauses.ends_with('.')) return clauses;
    return say("stop", {{"sentence", std::move(clauses)}});
}

std::string Words::join(const std::vector<std::string>& items, std::string_view key) const {
    if (items.empty()) return {};
    // The joint is taken once and appended, so that a long list costs what it is long.
    const auto joint = say(key, {{"left", ""}, {"right", ""}});
    std::string out = items.front();
    for (std::size_t i = 1; i < items.size(); ++i) out.append(joint).append(items[i]);
    return out;
}

std::string Words::alternatives(const std::vector<std::string>& items) const {
    if (items.size() < 3) return join(items, "join_or");
    return join({join({items.begin(), items.end() - 1}), items.back()}, "join_or");
}

std::string Words::quoted_list(const std::vector<std::string>& names) const {
    std::vector<std::string> items;
    items.reserve(names.size());
    for (const auto& name : names) items.push_back(quoted(name));
    return join(items);
}

std::string Words::citations(const std::vector<std::string>& ids) const {
    std::vector<std::string> said;
    for (std::size_t at = 0; at < ids.size();) {
        const auto* const clause = clauses_ == nullptr ? nullptr : clauses_->find(ids[at]);
        if (clause == nullptr) {
            said.push_back(ids[at++]);
            continue;
        }
        // Clauses of one source in a row stand under its title once.
        std::vector<std::string> sections;
        const auto source = clause->source;
        for (; at < ids.size(); ++at) {
            const auto* const next = clauses_->find(ids[at]);
            if (next == nullptr || next->source != source) break;
            sections.push_back(say("citation.clause", {{"section", next->section}, {"id", ids[at]}}));
        }
        const auto& document = clauses_->sources()[source];
        const auto& title = document.short_title.empty() ? document.title : document.short_title;
        said.push_back(say("citation.source", {{"title", title}, {"clauses", join(sections)}}));
    }
    return join(said);
}

std::string Words::mark(std::size_t number) const {
    constexpr std::size_t letters = 26;
    if (language_ == Language::en && number >= 1 && number <= letters) return {static_cast<char>('a' + static_cast<int>(number) - 1)};
    return numeral(static_cast<std::int64_t>(number));
}

std::string Words::amount(verdict::Measure measure, std::int64_t number) const {
    if (measure == verdict::Measure::date) return base::iso({static_cast<std::int32_t>(number)});
    const auto digits = measure == verdict::Measure::money ? base::money_text(number) : std::to_string(number);
    auto key = "amount." + std::string(verdict::name(measure));
    if (number == 1 && has(key + ".one")) key += ".one";
    return say(key, {{"n", digits}});
}

std::string Words::amount(const calendar::Period& period) const {
    return amount(measure_of(period.unit), period.amount);
}

std::string Words::bound(base::Comparison op, const std::string& text) const {
    return say("bound." + std::string(verdict::name(op)), {{"n", text}});
}

std::string Words::share(base::Comparison op, base::Fraction share) const {
    const bool half = share == base::Fraction{1, 2};
    if (half && op == base::Comparison::greater) return say("share.majority");
    if (half && op == base::Comparison::greater_equal) return say("share.half_or_more");
    const bool whole = share.num == share.den;
    if (whole && (op == base::Comparison::equal || op == base::Comparison::greater_equal)) return say("share.all");
    return say("share." + std::string(verdict::name(op)), {{"share", fraction(share)}});
}

std::string Words::fraction(base::Fraction share) const {
    if (share.den == 100) return say("share.percent", {{"num", numeral(share.num)}});
    return say("share.fraction", {{"num", numeral(share.num)}, {"den", numeral(share.den)}});
}

std::string Words::numeral(std::int64_t number) const {
    if (number == 100) return say("numeral.hundred");
    if (number < 0 || number > 99 || !has("numeral." + std::to_string(number % 10))) return std::to_string(number);
    const auto digit = [&](std::int64_t d) { return say("numeral." + std::to_string(d)); };
    if (number < 10 || digit(1) == "1") return number < 10 ? digit(number) : std::to_string(number);
    std::string out = number < 20 ? "" : digit(number / 10);
    out += say("numeral.ten");
    if (number % 10 != 0) out += digit(number % 10);
    return out;
}

std::string Words::month_day(base::Day day) const {
    const auto date = base::to_civil(day);
    return say("month_day", {{"month", say("month." + std::to_string(date.month))}, {"day", std::to_string(date.day)}});
}

std::string Words::holiday(std::string_view name) const {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= name.size();) {
        const auto end = std::min(name.find(enumeration_comma, at), name.size());
        const auto part = std::string(name.substr(at, end - at));
        parts.push_back(has("holiday." + part) ? say("holiday." + part) : part);
        at = end + enumeration_comma.size();
    }
    return join(parts);
}

std::string Words::form(model::Form form) const {
    switch (form) {
        case model::Form::none: return say("form.none");
        case model::Form::meeting: return say("form.meeting");
        case model::Form::circulation: return say("form.circulation");
        case model::Form::countersign: return say("form.countersign");
        case model::Form::posting: return say("form.posting");
        case model::Form::written: return say("form.written");
        case model::Form::other: return say("form.other");
    }
    return say("form.none");
}

std::string Words::ballot_form(model::BallotForm form) const {
    switch (form) {
        case model::BallotForm::none: return say("ballot.none");
        case model::BallotForm::secret: return say("ballot.secret");
        case model::BallotForm::named: return say("ballot.named");
        case model::BallotForm::show_of_hands: return say("ballot.show_of_hands");
        case model::BallotForm::open: return say("ballot.open");
        case model::BallotForm::written_ballot: return say("ballot.written_ballot");
        case model::BallotForm::acclamation: return say("ballot.acclamation");
    }
    return say("ballot.none");
}

verdict::Measure measure_of(calendar::Unit unit) {
    using verdict::Measure;
    switch (unit) {
        case calendar::Unit::days: return Measure::days;
        case calendar::Unit::working_days: return Measure::working_days;
        case calendar::Unit::months: return Measure::months;
        case calendar::Unit::years: return Measure::years;
        case calendar::Unit::weeks: return Measure::weeks;
    }
    return Measure::none;
}

}  // namespace guicheng::report
