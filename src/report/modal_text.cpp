#include "report/modal_text.hpp"

namespace guicheng::report {

namespace {

using base::Comparison;
using model::Type;

std::string_view key_of(Modal modal) {
    switch (modal) {
        case Modal::must: return "modal.must";
        case Modal::must_not: return "modal.must_not";
        case Modal::should: return "modal.should";
        case Modal::should_not: return "modal.should_not";
        case Modal::may: return "modal.may";
    }
    return "modal.must";
}

std::string_view group_of(Compared compared) {
    switch (compared) {
        case Compared::amount: return "compared.amount.";
        case Compared::number: return "compared.number.";
        case Compared::date: return "compared.date.";
    }
    return "compared.number.";
}

/// Whether the language says the comparison without 不.
bool plain(Comparison op) {
    return op == Comparison::less || op == Comparison::greater || op == Comparison::equal;
}

}  // namespace

Modal modal_of(model::Modality modality) {
    switch (modality) {
        case model::Modality::must: return Modal::must;
        case model::Modality::must_not: return Modal::must_not;
        case model::Modality::should: return Modal::should;
        case model::Modality::may: return Modal::may;
    }
    return Modal::must;
}

Modal opposite(Modal modal) {
    switch (modal) {
        case Modal::must: return Modal::must_not;
        case Modal::must_not: return Modal::must;
        case Modal::should: return Modal::should_not;
        case Modal::should_not: return Modal::should;
        case Modal::may: return Modal::may;
    }
    return modal;
}

std::string modal_word(const Words& words, Modal modal) {
    return words.say(key_of(modal));
}

Compared compared_as(Type type) {
    switch (type) {
        case Type::money:
        case Type::share: return Compared::amount;
        case Type::date: return Compared::date;
        case Type::boolean:
        case Type::integer:
        case Type::choice:
        case Type::list:
        case Type::text:
        case Type::person:
        case Type::period:
        case Type::outcome:
        case Type::days:
        case Type::working_days: return Compared::number;
    }
    return Compared::number;
}

Comparison negated(Comparison op) {
    switch (op) {
        case Comparison::less: return Comparison::greater_equal;
        case Comparison::less_equal: return Comparison::greater;
        case Comparison::equal: return Comparison::not_equal;
        case Comparison::not_equal: return Comparison::equal;
        case Comparison::greater_equal: return Comparison::less;
        case Comparison::greater: return Comparison::less_equal;
    }
    return op;
}

std::string predicate(const Words& words, Compared compared, Comparison op, const std::string& right) {
    return words.say(std::string(group_of(compared)) + std::string(verdict::name(op)), {{"right", right}});
}

std::string demanded(const Words& words, Modal modal, Compared compared, Comparison op, const std::string& right) {
    if (modal != Modal::may) {
        const bool forbids = modal == Modal::must_not || modal == Modal::should_not;
        // 不得 goes with the plain word (不得低于, never 须不低于); English has plain words for both sides (must be at least).
        if (words.language() == Language::zh ? !plain(op) : forbids) {
            modal = opposite(modal);
            op = negated(op);
        }
    }
    return demanded(words, modal, predicate(words, compared, op, right));
}

std::string demanded(const Words& words, Modal modal, const std::string& predicate) {
    return words.say("demand.predicate", {{"modal", modal_word(words, modal)}, {"predicate", predicate}});
}

}  // namespace guicheng::report
