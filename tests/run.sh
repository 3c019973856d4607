#!/bin/sh
# Installs what is missing, builds everything and runs all the tests. The last lines are ctest's summary.
set -eu
cd "$(dirname "$0")/.."
. cmake/prepare.sh
prepare $build_packages $test_packages

cmake --preset dev >/dev/null
cmake --build build/dev -j "$(jobs)"
ctest --test-dir build/dev --output-on-failure -j "$(jobs)" "$@"
