#pragma once
// What may be done now in a live case, by when, and what a wished day asks.
#include <optional>
#include <string>

#include "guicheng/evaluate.hpp"

namespace guicheng::desk {

/// A step, by its name, that is to be taken on a day.
struct Wish {
    std::string step;
    Date day;
};

struct NextOptions {
    enum class Form { text, json, icalendar };
    EvaluateOptions evaluate;  ///< as of when, which version, which calendar, which language
    std::optional<Wish> wish;
    Form form = Form::text;
};

/// How things look. fine: something may be done, or nothing is owed. found: a step is overdue or can no longer be taken in time, or the
/// wish cannot be met. undetermined: it turns on what is not known; the text says on what.
enum class Prospect { fine, found, undetermined };

struct NextAnswer {
    std::string text;  ///< in the form asked for
    Prospect prospect = Prospect::fine;
    Remarks remarks;
};

/// Under each procedure that binds the case, as evaluate() chooses them. Throws Error as evaluate() does, and where no such procedure has
/// the step that is wished for, or all that have it say that it has been taken.
NextAnswer next(const Library& library, const Case& records, const NextOptions& options = {});

}  // namespace guicheng::desk
