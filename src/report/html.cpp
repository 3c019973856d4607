#include "report/html.hpp"

#include "base/utf8.hpp"
#include "base/visible.hpp"

namespace guicheng::report {

namespace {

// Each tone has a fill of its own lightness and a bar of its own pattern, so that a grey print tells them apart.
constexpr std::string_view style = R"css(
:root { --ink: #1c1c1c; --soft: #5a5a5a; --rule: #cfcfcf; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f2ef; color: var(--ink); line-height: 1.65; overflow-wrap: anywhere;
  font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; font-size: 15px; }
html[lang=en] body { font-family: system-ui, "Noto Sans", "Liberation Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
main { max-width: 56rem; margin: 2rem auto; padding: 2.2rem 2.6rem; background: #fff; border: 1px solid var(--rule); }
article + article { margin-top: 3rem; border-top: 3px double var(--ink); padding-top: 1.6rem; }
.lead { margin: 0 0 1.4rem; font-size: 1.05rem; font-weight: 600; }
h1 { font-size: 1.7rem; margin: 0 0 1rem; letter-spacing: .06em; }
h2 { font-size: 1.15rem; margin: 2.1rem 0 .7rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.02rem; margin: 1.4rem 0 .4rem; display: flex; gap: .7rem; align-items: baseline; flex-wrap: wrap; }
h4 { font-size: .95rem; margin: .7rem 0 .2rem; font-weight: 600; display: flex; gap: .6rem; align-items: baseline; flex-wrap: wrap; }
p { margin: .2rem 0; }
table.facts { border-collapse: collapse; width: 100%; }
table.facts th { text-align: left; font-weight: 400; color: var(--soft); padding: .22rem 1.2rem .22rem 0; white-space: nowrap; vertical-align: top; }
table.facts td { padding: .22rem 0; width: 100%; }
.badge { display: inline-block; font-size: .82rem; font-weight: 600; padding: 0 .55em; border: 1px solid; border-radius: .25em; white-space: nowrap; line-height: 1.6; }
.part { margin: .3rem 0 .8rem; padding-left: 1rem; border-left: 3px solid var(--rule); }
ul.items { list-style: none; margin: .4rem 0; padding: 0; }
ul.items > li { display: grid; grid-template-columns: 4.6rem minmax(0, 1fr); gap: .7rem; padding: .34rem 0; border-top: 1px solid #ececec; break-inside: avoid; }
html[lang=en] ul.items > li { grid-template-columns: 7.6rem minmax(0, 1fr); }
.items .badge { justify-self: start; align-self: start; margin-top: .12rem; }
.basis { color: var(--soft); font-size: .9rem; }
.id { color: var(--soft); font-size: .8rem; margin-left: .3em; }
.quiet { color: var(--soft); font-size: .92rem; }
.summary { margin-top: 2rem; padding: 1rem 1.2rem; border: 2px solid; font-size: 1.05rem; break-inside: avoid; }
.summary strong { display: block; margin-bottom: .2rem; }
table.ruler { border-collapse: collapse; margin: .4rem 0; font-size: .82rem; }
table.ruler td { border-top: 1px solid #ececec; padding: .05rem .9rem .05rem 0; font-variant-numeric: tabular-nums; }
.good { color: #245c2b; background: #e6f4e7; border-color: #245c2b; }
.flawed { color: #6b5200; background: #fff0bd; border-color: #8a6d00; border-style: dashed; }
.bad { color: #fff; background: #a3241a; border-color: #a3241a; }
.waiting { color: #1b4673; background: #e2edf8; border-color: #1b4673; border-style: dotted; }
.unknown { color: #46307a; background: #ece6f6; border-color: #46307a; border-style: double; }
.neutral { color: #4a4a4a; background: #f2f2f2; border-color: #b5b5b5; }
.summary.bad { color: #7c150d; background: #fdf0ee; border-color: #a3241a; }
footer { margin-top: 1.6rem; color: var(--soft); font-size: .8rem; }
@media (max-width: 40rem) { main { margin: 0; padding: 1.2rem; border: 0; } ul.items > li, html[lang=en] ul.items > li { grid-template-columns: minmax(0, 1fr); gap: .1rem; }
  .badge { white-space: normal; } table.facts th { padding-right: .7rem; } }
@media print { article + article { break-before: page; } body { background: #fff; font-size: 10.5pt; } main { margin: 0; padding: 0; border: 0; max-width: none; }
  .badge, .summary { -webkit-print-color-adjust: exact; print-color-adjust: exact; } h2, h3, h4 { break-after: avoid; } }
)css";

std::string_view tone_class(Tone tone) {
    switch (tone) {
        case Tone::good: return "good";
        case Tone::flawed: return "flawed";
        case Tone::bad: return "bad";
        case Tone::waiting: return "waiting";
        case Tone::unknown: return "unknown";
        case Tone::neutral: return "neutral";
    }
    return "neutral";
}

class Page {
public:
    explicit Page(const Words& words) : words_(words) {}

    std::string print(std::span<const Document> documents, std::string_view lead) {
        const bool chinese = words_.language() == Language::zh;
        out_ += "<!DOCTYPE html>\n<html lang=\"";
        out_ += chinese ? "zh-CN" : "en";
        out_ += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
        if (!documents.empty()) title(documents.front());
        out_.append("</title>\n<style>").append(style).append("</style>\n</head>\n<body>\n<main>\n");
        if (!lead.empty()) element("p", lead, "lead");
        for (const auto& document : documents) {
            out_ += "<article>\n";
            element("h1", document.title);
            facts(document.facts);
            for (const auto& section : document.sections) print(section);
            summary(document);
            out_ += "</article>\n";
        }
        element("footer", words_.say("html.printed"));
        out_ += "</main>\n</body>\n</html>\n";
        return std::move(out_);
    }

private:
    void title(const Document& document) {
        text(document.title);
        if (document.facts.empty()) return;
        out_ += " · ";
        text(document.facts.front().value);
    }
    void text(std::string_view raw) {
        // What an author or a record wrote must not turn the line round; malformed bytes show as what they are.
        const std::string shown = base::visible(raw);
        for (const auto& item : base::utf8::code_points(shown)) {
            switch (item.code) {
                case '&': out_ += "&amp;"; break;
                case '<': out_ += "&lt;"; break;
                case '>': out_ += "&gt;"; break;
                case '"': out_ += "&quot;"; break;
                case '\'': out_ += "&#39;"; break;
                default: base::utf8::append(out_, item.code);
            }
        }
    }
    void element(std::string_view tag, std::string_view content, std::string_view css = {}) {
        out_.append("<").append(tag);
        if (!css.empty()) out_.append(" class=\"").append(css).append("\"");
        out_ += '>';
        text(content);
        out_.append("</").append(tag).append(">\n");
    }
    void badge(std::string_view content, Tone tone) {
        if (!content.empty()) element("span", content, "badge " + std::string(tone_class(tone)));
    }
    void facts(const std::vector<Fact>& all) {
        out_ += "<table class=\"facts\">\n";
        for (const auto& fact : all) {
            out_ += "<tr>";
            element("th", fact.label);
            out_ += "<td>";
            if (fact.tone == Tone::neutral) {
                text(fact.value);
            } else {
                badge(fact.value, fact.tone);
            }
            out_ += "</td></tr>\n";
        }
        out_ += "</table>\n";
    }
    void headed(std::string_view tag, const std::string& title, const std::string& label, Tone tone) {
        out_.append("<").append(tag).append(">");
        element("span", title);
        badge(label, tone);
        out_.append("</").append(tag).append(">\n");
    }
    void items(const std::vector<Item>& all) {
        if (all.empty()) return;
        out_ += "<ul class=\"items\">\n";
        for (const auto& item : all) {
            out_ += "<li>";
            badge(item.badge, item.tone);
            out_ += "<div>";
            out_ += "<p>";
            text(item.sentence);
            if (!item.id.empty()) {
                out_ += ' ';
                element("span", item.id, "id");
            }
            out_ += "</p>\n";
            if (!item.basis.empty()) element("p", item.basis, "basis");
            for (const auto& days : item.rulers) ruler(days);
            out_ += "</div></li>\n";
        }
        out_ += "</ul>\n";
    }
    void ruler(const std::vector<std::string>& days) {
        if (days.empty()) return;
        out_ += "<table class=\"ruler\">\n";
        for (const auto& day : days) {
            out_ += "<tr><td>";
            text(day);
            out_ += "</td></tr>\n";
        }
        out_ += "</table>\n";
    }
    void print(const Section& section) {
        if (section.chapter) {
            element("h2", section.title);
        } else {
            headed("h3", section.title, section.badge, section.tone);
        }
        for (const auto& line : section.lines) element("p", line);
        for (const auto& part : section.parts) {
            out_ += "<div class=\"part\">\n";
            headed("h4", part.title, part.badge, part.tone);
            for (const auto& line : part.lines) element("p", line, "quiet");
            items(part.items);
            out_ += "</div>\n";
        }
        items(section.items);
    }
    void summary(const Document& document) {
        out_.append("<div class=\"summary ").append(tone_class(document.tone)).append("\">");
        element("strong", document.summary_title);
        text(document.summary);
        out_ += "</div>\n";
    }

    const Words& words_;
    std::string out_;
};

}  // namespace

std::string to_html(const verdict::Verdict& verdict, const calendar::Calendar& calendar, Language language, const ExplainOptions& options) {
    const Document document = verdict_document(verdict, calendar, language, options);
    return html_page({&document, 1}, {}, language);
}

std::string html_page(std::span<const Document> documents, std::string_view lead, Language language) {
    const Words words(language);
    return Page(words).print(documents, lead);
}

}  // namespace guicheng::report
