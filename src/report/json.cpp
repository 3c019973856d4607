#include "report/json.hpp"

#include "report/json_writer.hpp"

namespace guicheng::report {

void append_json(std::string& out, const verdict::Verdict& verdict, Layout layout) {
    Writer writer(out, layout);
    writer.value(verdict);
    if (layout == Layout::pretty) out += '\n';
}

std::string to_json(const verdict::Verdict& verdict, Layout layout) {
    std::string out;
    append_json(out, verdict, layout);
    return out;
}

std::string moment_text(const base::Moment& moment) {
    if (moment.minute < 0) return base::iso(moment.day);
    return fmt::format("{}T{:02}:{:02}", base::iso(moment.day), moment.minute / 60, moment.minute % 60);
}

}  // namespace guicheng::report
