#include "verdict/names.hpp"

#include <set>
#include <string>

#include "support/catch.hpp"

using namespace guicheng;

namespace {

template <class Enum>
std::size_t check_names() {
    std::set<std::string> seen;
    for (std::uint8_t i = 0; !verdict::name(static_cast<Enum>(i)).empty(); ++i) {
        const auto text = std::string(verdict::name(static_cast<Enum>(i)));
        CAPTURE(text);
        CHECK(seen.insert(text).second);
        CHECK(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
        CHECK(text.back() != '_');
        CHECK(verdict::from_name<Enum>(text) == static_cast<Enum>(i));
    }
    CHECK_FALSE(verdict::from_name<Enum>("no such name"));
    CHECK_FALSE(verdict::from_name<Enum>(""));
    return seen.size();
}

}  // namespace

TEST_CASE("every enumerator has one name, and the name leads back to it", "[verdict]") {
    CHECK(check_names<verdict::Result>() == 8);
    CHECK(check_names<verdict::Status>() == 5);
    CHECK(check_names<verdict::Outcome>() == 4);
    CHECK(check_names<verdict::CaseStatus>() == 6);
    CHECK(check_names<verdict::Why>() == 6);
    CHECK(check_names<verdict::MissingKind>() == 27);
    CHECK(check_names<verdict::Disregarded>() == 2);
    CHECK(check_names<verdict::Measure>() == 11);
    CHECK(check_names<verdict::CauseKind>() == 13);
    CHECK(check_names<verdict::StepState>() == 8);
    CHECK(check_names<verdict::NoteKind>() == 4);
    CHECK(check_names<verdict::AsOfSource>() == 4);
    CHECK(check_names<model::RequirementKind>() == 28);
    CHECK(check_names<model::Modality>() == 4);
    CHECK(check_names<model::Effect>() == 4);
    CHECK(check_names<model::Sanction>() == 6);
    CHECK(check_names<model::Denominator>() == 7);
    CHECK(check_names<base::Comparison>() == 6);
    CHECK(check_names<calendar::Unit>() == 5);
    CHECK(check_names<calendar::Profile>() == 9);
}

TEST_CASE("void is void in JSON although C++ keeps the word for itself", "[verdict]") {
    CHECK(verdict::name(verdict::Status::void_) == "void");
    CHECK(verdict::name(model::Effect::void_) == "void");
}
