#include "cases/binder.hpp"

#include <utility>

#include "cases/identity.hpp"
#include "cases/reader.hpp"

namespace guicheng::cases {

struct Binder::Impl {
    std::shared_ptr<const Tables> tables;
    Limits limits;
    Scratch scratch;
};

Binder::Binder(const model::Procedure& procedure, Beside beside, const Limits& limits)
    : impl_(new Impl{std::make_shared<const Tables>(procedure, beside), limits, {}}) {}
Binder::Binder(const Binder& other) : impl_(new Impl{other.impl_->tables, other.impl_->limits, {}}) {}
Binder::Binder(Binder&&) noexcept = default;
Binder& Binder::operator=(Binder&&) noexcept = default;
Binder::~Binder() = default;

bool Binder::bind(const formats::Tape& tape, Case& reused) {
    Silent silent;
    return Reader<Silent>(*impl_->tables, impl_->limits, impl_->scratch, tape, silent, reused).read();
}

std::optional<Case> Binder::bind(const formats::Tape& tape, const base::SourcePtr& source, diag::Sink& sink, const Standing* standing) {
    const auto errors = sink.error_count();
    Careful careful(source, sink);
    Case made;
    Reader<Careful>(*impl_->tables, impl_->limits, impl_->scratch, tape, careful, made).read(standing != nullptr);
    if (standing != nullptr) {
        Careful of_file(standing->source, sink);
        Reader<Careful>(*impl_->tables, impl_->limits, impl_->scratch, standing->tape, of_file, made).read_standing();
        made.standing_identity = standing->identity;
    }
    if (sink.error_count() != errors) return std::nullopt;
    made.source = source;
    made.identity = identity(made, impl_->tables->procedure);
    return made;
}

std::optional<Case> bind(const formats::Tape& tape, const base::SourcePtr& source, const model::Procedure& procedure, diag::Sink& sink,
                         Beside beside, const Limits& limits, const Standing* standing) {
    return Binder(procedure, beside, limits).bind(tape, source, sink, standing);
}

}  // namespace guicheng::cases
