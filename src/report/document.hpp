#pragma once
// What a report says, in order, before it takes a form: the text and the page are two ways to print one document.
#include <cstdint>
#include <string>
#include <vector>

namespace guicheng::report {

/// How bad it is: decides colour and, where there is none, nothing (the words carry the meaning).
enum class Tone : std::uint8_t { good, flawed, bad, waiting, unknown, neutral };

/// One finding: what is said of it first, what it rests on, and, on request, its days.
struct Item {
    Tone tone = Tone::neutral;
    std::string badge;  ///< 违反
    std::string sentence;
    std::string basis;  ///< clause, consequence, reading, evidence; may be empty
    std::string id;
    std::vector<std::vector<std::string>> rulers;  ///< of each counted span, a line a day
};

/// One attempt, or whatever else stands below a section's head.
struct Part {
    Tone tone = Tone::neutral;
    std::string title;
    std::string badge;
    std::vector<std::string> lines;
    std::vector<Item> items;
};

struct Section {
    Tone tone = Tone::neutral;
    std::string title;
    std::string badge;
    bool chapter = false;  ///< opens a chapter; what follows belongs to it
    std::vector<std::string> lines;
    std::vector<Item> items;
    std::vector<Part> parts;
};

struct Fact {
    std::string label;
    std::string value;
    Tone tone = Tone::neutral;
};

struct Document {
    std::string title;
    std::vector<Fact> facts;
    std::vector<Section> sections;
    std::string summary_title;
    std::string summary;
    Tone tone = Tone::neutral;
};

}  // namespace guicheng::report
