#include "report/json_writer.hpp"
#include "report/plan_text.hpp"

namespace guicheng::report {

std::string plan_json(const verdict::Outlooks& outlooks) {
    std::string out;
    Writer writer(out, Layout::pretty);
    writer.value(outlooks);
    out += '\n';
    return out;
}

}  // namespace guicheng::report
