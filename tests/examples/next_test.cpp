// What comes next, through the public headers.
#include "guicheng/desk/next.hpp"
#include "examples.hpp"

namespace guicheng::test {

namespace {

desk::NextAnswer ask(const std::string& as_of, std::optional<desk::Wish> wish = std::nullopt,
                     desk::NextOptions::Form form = desk::NextOptions::Form::text) {
    desk::NextOptions options;
    options.evaluate.as_of = Date::read(as_of);
    options.wish = std::move(wish);
    options.form = form;
    return desk::next(village_rules(), Case::read_file(cases_of("four-deliberations") / "valid.yaml"), options);
}

desk::Wish wish(const std::string& step, const std::string& day) {
    return {step, Date::read(day).value()};
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The codes of the messages that the question is refused with.
std::string refusal(const desk::Wish& wish) {
    try {
        ask("2024-03-20", wish);
    } catch (const Error& error) {
        std::string codes;
        for (const auto& message : error.messages()) codes += message.code + " ";
        return codes;
    }
    return "answered";
}

}  // namespace

TEST_CASE("the answer has the form asked for and says how things look", "[examples][next]") {
    const auto text = ask("2024-03-20");
    CHECK(text.prospect == desk::Prospect::fine);
    CHECK(has(text.text, "最早2024-04-12（周五）办"));
    CHECK(has(ask("2024-03-20", {}, desk::NextOptions::Form::json).text, "\"prospect\": \"fine\""));
    CHECK(ask("2024-03-20", {}, desk::NextOptions::Form::icalendar).text.rfind("BEGIN:VCALENDAR\r\n", 0) == 0);
}

TEST_CASE("a wish is met on the first day after the posting and not a day sooner", "[examples][next]") {
    CHECK(ask("2024-03-20", wish("决议", "2024-04-12")).prospect == desk::Prospect::fine);
    CHECK(ask("2024-03-20", wish("决议", "2024-04-11")).prospect == desk::Prospect::found);
    // Whether the procedure applies at all was found on 4 March.
    CHECK(ask("2024-03-01", wish("决议", "2024-05-20")).prospect == desk::Prospect::undetermined);
}

TEST_CASE("a wish for a step that there is not, or that was taken, is refused", "[examples][next]") {
    CHECK(refusal(wish("决意", "2024-04-12")) == "L022 ");
    CHECK(refusal(wish("罢免", "2024-04-12")) == "L021 ");
    CHECK(refusal(wish("商议", "2024-04-12")) == "L023 ");
    CHECK(refusal(wish("决议", "2024-04-12")) == "answered");
}

TEST_CASE("the same question has the same answer, byte for byte", "[examples][next]") {
    for (const auto form : {desk::NextOptions::Form::text, desk::NextOptions::Form::json, desk::NextOptions::Form::icalendar})
        CHECK(ask("2024-03-20", wish("决议", "2024-05-20"), form).text == ask("2024-03-20", wish("决议", "2024-05-20"), form).text);
}

}  // namespace guicheng::test
