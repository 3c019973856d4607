// Dates, messages, the exception: the small words of the public interface.
#include "guicheng/types.hpp"

#include "base/day.hpp"
#include "engine/access.hpp"

namespace guicheng {

std::string Date::text() const {
    const base::CivilDate civil{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    return base::is_valid(civil) ? base::iso(base::to_day(civil)) : std::string();
}

std::optional<Date> Date::read(std::string_view text) {
    const auto moment = base::read_moment(text);
    if (!moment) return std::nullopt;
    const base::CivilDate civil = base::to_civil(moment->day);
    return Date{civil.year, civil.month, civil.day};
}

Error::Error(std::vector<Message> messages, std::string rendered)
    : messages_(std::move(messages)), rendered_(std::move(rendered)), what_(messages_.empty() ? rendered_ : messages_.front().text) {}

const char* Error::what() const noexcept {
    return what_.c_str();
}

namespace engine {

messages::Language catalogue(Language language) {
    return language == Language::zh ? messages::Language::zh : messages::Language::en;
}

std::optional<Date> date(std::optional<base::Day> day) {
    if (!day) return std::nullopt;
    const base::CivilDate civil = base::to_civil(*day);
    return Date{civil.year, civil.month, civil.day};
}

std::optional<base::Day> day(const std::optional<Date>& date) {
    if (!date) return std::nullopt;
    const base::CivilDate civil{date->year, static_cast<std::uint8_t>(date->month), static_cast<std::uint8_t>(date->day)};
    if (date->month < 1 || date->month > 12 || date->day < 1 || date->day > 31 || !base::is_valid(civil)) return std::nullopt;
    return base::to_day(civil);
}

std::vector<Message> messages_of(const std::vector<diag::Diagnostic>& diagnostics, Language language) {
    std::vector<Message> result;
    for (const diag::Diagnostic& diagnostic : diagnostics) {
        Message message;
        message.code = diagnostic.code;
        message.severity = diagnostic.severity == diag::Severity::error ? Severity::error : Severity::warning;
        if (diagnostic.source) {
            const base::Place place = diagnostic.source->place(diagnostic.span.begin);
            message.file = diagnostic.source->name();
            message.line = static_cast<int>(place.line);
            message.column = static_cast<int>(place.column);
        }
        message.text = diag::sentence(diagnostic, catalogue(language));
        message.help = diag::help(diagnostic, catalogue(language));
        result.push_back(std::move(message));
    }
    return result;
}

Error error_of(const diag::Sink& sink, Language language) {
    const auto sorted = sink.sorted();
    diag::RenderOptions options;
    options.language = catalogue(language);
    return Error(messages_of(sorted, language), diag::render_all(sorted, options));
}

}  // namespace engine
}  // namespace guicheng
