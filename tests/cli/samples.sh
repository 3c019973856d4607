#!/bin/sh
# samples.sh GUICHENG SOURCE_DIR: runs every command of the pages' console samples and compares what it says with what the page says.
# GUICHENG_REWRITE_GOLDEN=1 writes the pages anew; read the diff before it is kept.
set -u
guicheng=$1
[ -x "$guicheng" ] || { echo "no command $guicheng"; exit 1; }
cd "$2" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset LC_ALL LC_MESSAGES NO_COLOR 2>/dev/null
failures=0
commands=0

# page FILE LANGUAGE: the page with each sample's output replaced by what the command says now.
page() {
    inside=no
    skipping=no
    : >"$work/made"
    while IFS= read -r line || [ -n "$line" ]; do
        case $inside:$line in
            no:'```console') inside=yes; skipping=no ;;
            yes:'```') inside=no ;;
            yes:'$ guicheng '*)
                printf '%s\n' "$line" >>"$work/made"
                commands=$((commands + 1))
                eval "LANG=$2 \"\$guicheng\" ${line#??guicheng }" >>"$work/made" 2>&1 </dev/null
                skipping=yes
                continue
                ;;
        esac
        if [ $inside = yes ] && [ $skipping = yes ]; then continue; fi
        printf '%s\n' "$line" >>"$work/made"
    done <"$1"
    if cmp -s "$work/made" "$1"; then return; fi
    if [ "${GUICHENG_REWRITE_GOLDEN:-0}" = 1 ]; then
        cp "$work/made" "$1"
    else
        failures=$((failures + 1))
        echo "FAILED: $1"
        diff "$1" "$work/made" | head -n 30
    fi
}

page docs/calendar.md zh_CN.UTF-8
page docs/calendar.en.md en_US.UTF-8
page docs/planning.md zh_CN.UTF-8
page docs/planning.en.md en_US.UTF-8
echo "$commands commands of the pages run, $failures pages differ"
[ $failures -eq 0 ] && [ $commands -gt 0 ]
