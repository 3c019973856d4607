#include "formats/json_index.hpp"
#include "formats/json_walk.hpp"
#include "formats/tape.hpp"

namespace guicheng::formats {

struct JsonLineReader::Impl {
    Limits limits;
    JsonIndex index;
    JsonWalker walker{limits.nesting};
};

JsonLineReader::JsonLineReader() : impl_(std::make_unique<Impl>()) {}
JsonLineReader::~JsonLineReader() = default;

bool JsonLineReader::read(std::string_view line, Tape& tape) {
    tape.buffer.clear();
    if (line.size() > impl_->limits.json_line || !impl_->index.build(line)) {
        tape.tokens.clear();
        return false;
    }
    const JsonStarts starts = impl_->index.starts();
    return impl_->walker.walk(line, starts, false, tape).fault == JsonFault::none;
}

}  // namespace guicheng::formats
