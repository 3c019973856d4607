#pragma once
// The verdict as one page: no scripts, nothing loaded, fit for print; colours that also read in grey.
#include <span>
#include <string>

#include "report/explain.hpp"

namespace guicheng::report {

/// A whole HTML document. Everything that comes from records or rules is escaped.
std::string to_html(const verdict::Verdict& verdict, const calendar::Calendar& calendar, Language language,
                    const ExplainOptions& options = {});

/// Several documents as one page, each with its head; `lead` stands above them.
std::string html_page(std::span<const Document> documents, std::string_view lead, Language language);

}  // namespace guicheng::report
