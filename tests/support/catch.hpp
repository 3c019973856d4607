#pragma once
// The one header that knows which Catch2 is installed.
#include <catch2/catch.hpp>
