// The program's own operator new, which counts. Apart from the tests, so that no compiler pairs it with a delete it can see.
#include "support/allocations.hpp"

#include <cstdlib>
#include <new>

namespace {
std::size_t asked = 0;
}

namespace guicheng::support {
std::size_t allocations() {
    return asked;
}
}  // namespace guicheng::support

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++asked;
    return std::malloc(size);
}
void* operator new(std::size_t size) {
    if (void* memory = operator new(size, std::nothrow)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
    std::free(memory);
}
