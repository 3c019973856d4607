#!/bin/sh
# Installs what is missing, builds the command, and replays a sample case: the main job in one go.
set -eu
cd "$(dirname "$0")/.."
. cmake/prepare.sh
prepare $build_packages

build=build/release
cmake --preset release -DGUICHENG_TESTS=OFF >/dev/null
cmake --build "$build" -j "$(jobs)" --target guicheng_command

echo
"$build/guicheng" check rules
for case in examples/01-first-verdict/*.yaml; do
    echo
    echo "== guicheng replay $case"
    code=0
    "$build/guicheng" replay "$case" --rules rules --lang zh || code=$?
    # 0 valid, 1 something was found, 2 undecided: all three are answers
    [ "$code" -le 2 ] || exit "$code"
done
