// Calendars: the one compiled in, and those with files on top; periods and profiles by their names.
#include "guicheng/calendar.hpp"

#include "calendar/read_arrangements.hpp"
#include "cases/quantities.hpp"
#include "engine/access.hpp"
#include "library/files.hpp"
#include "model/forms.hpp"
#include "syntax/keywords.hpp"

namespace guicheng {

namespace {

constexpr std::size_t file_limit = std::size_t{1} << 20;
constexpr std::int32_t longest_period = 100'000;

Calendar laid_over(const calendar::Calendar& below, const base::SourcePtr& source, Language language) {
    diag::Sink sink;
    auto found = calendar::lay_over(below, source, sink);
    if (!found) throw engine::error_of(sink, language);
    return detail::Access::make(std::make_shared<const Calendar::Impl>(Calendar::Impl{std::move(*found)}));
}

/// The units of a command line: 20wd, 30d, 3m, 1y, 2w.
std::optional<calendar::Period> read_short(std::string_view text) {
    const auto digits = text.substr(0, text.find_first_not_of("0123456789"));
    const auto amount = cases::read_digits(digits);
    if (!amount || *amount > longest_period) return std::nullopt;
    const auto unit = text.substr(digits.size());
    const auto in = [&](calendar::Unit found) { return calendar::Period{static_cast<std::int32_t>(*amount), found}; };
    if (unit == "wd") return in(calendar::Unit::working_days);
    if (unit == "d") return in(calendar::Unit::days);
    if (unit == "w") return in(calendar::Unit::weeks);
    if (unit == "m") return in(calendar::Unit::months);
    if (unit == "y") return in(calendar::Unit::years);
    return std::nullopt;
}

/// A full-width digit is U+FF10 and following.
std::string with_plain_digits(std::string_view text) {
    constexpr std::string_view before = "\xEF\xBC";
    std::string out;
    while (!text.empty()) {
        const bool wide = text.size() > 2 && text.starts_with(before) && text[2] >= '\x90' && text[2] <= '\x99';
        out += wide ? static_cast<char>('0' + (text[2] - '\x90')) : text.front();
        text.remove_prefix(wide ? 3 : 1);
    }
    return out;
}

bool is_half_a_year(std::string_view text) {
    using namespace syntax;
    return text == std::string(signs::half).append(zh(Keyword::years));
}

// The public enumerations stand in the order of the inner ones.
static_assert(static_cast<int>(Period::Unit::weeks) == static_cast<int>(calendar::Unit::weeks));
static_assert(static_cast<int>(Period::Unit::months) == static_cast<int>(calendar::Unit::months));
static_assert(static_cast<int>(CountingProfile::clear_days) == static_cast<int>(calendar::Profile::clear_days));

}  // namespace

Calendar::Calendar(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Calendar Calendar::built_in() {
    static const auto impl = std::make_shared<const Impl>(Impl{calendar::built_in()});
    return Calendar(impl);
}
Calendar Calendar::read_file(const std::filesystem::path& path, Language language) {
    return built_in().extended_by_file(path, language);
}
Calendar Calendar::read_text(std::string name, std::string text, Language language) {
    return built_in().extended_by_text(std::move(name), std::move(text), language);
}

Calendar Calendar::extended_by_file(const std::filesystem::path& path, Language language) const {
    diag::Sink sink;
    const auto source = library::read_file(path, file_limit, sink);
    if (!source) throw engine::error_of(sink, language);
    return laid_over(impl_->calendar, source, language);
}
Calendar Calendar::extended_by_text(std::string name, std::string text, Language language) const {
    if (text.size() > file_limit) {
        diag::Sink sink;
        sink.error("L004", nullptr, {}).arg("path", name).arg("size", std::to_string(text.size())).arg("limit", std::to_string(file_limit));
        throw engine::error_of(sink, language);
    }
    return laid_over(impl_->calendar, std::make_shared<const base::SourceText>(std::move(name), std::move(text)), language);
}

std::vector<int> Calendar::years() const {
    std::vector<int> found;
    for (const auto& year : impl_->calendar.years()) found.push_back(year.year);
    return found;
}
std::string Calendar::year_identity(int year) const {
    return impl_->calendar.year_identity(year);
}

std::optional<Period> Period::read(std::string_view text) {
    constexpr std::size_t longest = 100;
    if (text.size() > longest) return std::nullopt;
    if (is_half_a_year(text)) return Period{6, Unit::months};
    const auto plain = with_plain_digits(text);
    auto found = read_short(plain);
    if (!found) found = cases::read_period(plain);
    if (!found || found->amount < 1 || found->amount > longest_period) return std::nullopt;
    return Period{found->amount, static_cast<Unit>(found->unit)};
}

std::optional<CountingProfile> read_profile(std::string_view name) {
    const auto found = model::profile_of(name);
    return found ? std::optional(static_cast<CountingProfile>(*found)) : std::nullopt;
}

namespace engine {

const calendar::Calendar& calendar_of(const std::optional<Calendar>& calendar) {
    return calendar ? detail::Access::of(*calendar).calendar : calendar::built_in();
}

}  // namespace engine
}  // namespace guicheng
