#include "cases/read_case.hpp"

#include <string_view>

namespace guicheng::cases {
namespace {

FileFormat format_of(const base::SourceText& source) {
    const std::string_view name = source.name();
    if (name.ends_with(".json")) return FileFormat::json;
    if (name.ends_with(".yaml") || name.ends_with(".yml")) return FileFormat::yaml;
    std::string_view text = source.text();
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
    return json ? FileFormat::json : FileFormat::yaml;
}

}  // namespace

bool read_tape(const base::SourcePtr& source, FileFormat format, formats::Tape& tape, diag::Sink& sink) {
    if (format == FileFormat::automatic) format = format_of(*source);
    const formats::Limits limits;
    return format == FileFormat::json ? formats::read_json(source, limits, tape, sink) : formats::read_yaml(source, limits, tape, sink);
}

std::optional<Case> read_case(const base::SourcePtr& source, FileFormat format, const model::Procedure& procedure, diag::Sink& sink,
                              Beside beside, const Limits& limits) {
    formats::Tape tape;
    if (!read_tape(source, format, tape, sink)) return std::nullopt;
    return bind(tape, source, procedure, sink, beside, limits);
}

}  // namespace guicheng::cases
