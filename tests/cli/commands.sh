#!/bin/sh
# commands.sh GUICHENG SOURCE_DIR: runs every command and checks its exit code and the lines that matter.
# Each failure is printed with what was said; the script fails at its end, after all checks.
set -u
guicheng=$1
source=$2
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset LC_ALL LC_MESSAGES LANG NO_COLOR 2>/dev/null
cd "$source" || exit 1
checks=0
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAILED: $1"
    echo "    command: $command"
    sed 's/^/    out: /' "$work/out" | head -n 15
    sed 's/^/    err: /' "$work/err" | head -n 15
}
# run CODE ARGUMENTS…: the command must end with CODE.
run() {
    wanted=$1
    shift
    command="guicheng $*"
    checks=$((checks + 1))
    "$guicheng" "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    [ "$code" -eq "$wanted" ] || fail "exit code $code, not $wanted"
}
# Text that the last command must have, or must not have, on stdout or stderr.
says() { checks=$((checks + 1)); grep -qF -- "$1" "$work/out" || fail "stdout does not say: $1"; }
hushes() { checks=$((checks + 1)); if grep -qF -- "$1" "$work/out"; then fail "stdout says: $1"; fi; }
complains() { checks=$((checks + 1)); grep -qF -- "$1" "$work/err" || fail "stderr does not say: $1"; }
silent() { checks=$((checks + 1)); [ -s "$work/out" ] && fail "stdout is not empty"; return 0; }
json() {
    command -v python3 >/dev/null 2>&1 || return 0
    checks=$((checks + 1))
    python3 -c 'import json,sys; json.load(open(sys.argv[1], encoding="utf-8"))' "$work/out" 2>>"$work/err" || fail "not JSON"
}
python() {
    command -v python3 >/dev/null 2>&1 || return 0
    checks=$((checks + 1))
    python3 -c "$1" "$work/out" 2>>"$work/err" || fail "python: $1"
}

cases=examples/cases
four=$cases/four-deliberations
six=$cases/six-step-method

# ---- help and usage ---------------------------------------------------------------------------------------------------
run 0 --help;              says "用法: guicheng"; says "replay"; says "退出码"; hushes "Print this help"
run 0 --lang en --help;    says "usage: guicheng"; says "exit codes"; hushes "退出码"
for sub in check replay explain graph new test trace schema; do
    run 0 "$sub" --help;           says "用法: guicheng $sub"; hushes "Options:"
    run 0 --lang en "$sub" --help; says "usage: guicheng $sub"
done
run 0 --version;           says "guicheng "
run 3;                     complains "check、replay"; silent
run 3 --bogus;             complains "--bogus"
run 3 replay --bogus;      complains "--bogus"; complains "guicheng replay --help"
run 3 --lang en check --bogus; complains "--bogus"; complains "for help: guicheng check --help"
run 3 nonsense;            complains "nonsense"
run 3 replay;              complains "CASE"
run 3 --lang fr check;     complains "--lang"
run 3 new thing x;         complains "thing"

# ---- check ------------------------------------------------------------------------------------------------------------
run 0 check rules;                        says "2 个规程：0 个错误，0 个提醒"
run 0 check --strict rules
run 0 check;                              says "0 个错误"
run 0 --lang en check rules;              says "0 errors"
run 3 check "$work/none";                 complains "L001"; complains "找不到"
slip=tests/golden/diag/bad/36-traditional-after.guicheng
run 1 check $slip;                        says "P025"; says "须经"; says "^"; says "1 个错误"
run 1 --lang en check $slip;              says "error[P025]"
run 1 check --json $slip;                 says '"code":"P025"'; json
python 'import json,sys; d=json.load(open(sys.argv[1],encoding="utf-8")); e=d[0]; assert e["severity"]=="error" and e["begin"]["line"]==15 and e["fix"]["text"]=="须经", e'
cp $slip "$work/slip.guicheng"
cp "$work/slip.guicheng" "$work/before.guicheng"
run 1 check "$work/slip.guicheng"
checks=$((checks + 1)); cmp -s "$work/slip.guicheng" "$work/before.guicheng" || fail "check without --fix wrote into the file"
run 0 check --fix "$work/slip.guicheng";  says "已改正 1 处"; says "0 个错误"
run 0 check "$work/slip.guicheng";        says "0 个错误"; hushes "P025"
checks=$((checks + 1)); grep -q '须经 提议' "$work/slip.guicheng" || fail "the correction is not in the file"
run 1 check --strict "$work/slip.guicheng"
run 1 check --color always $slip
checks=$((checks + 1)); grep -q "$(printf '\033')" "$work/out" || fail "--color always gives no colour"

# ---- replay -----------------------------------------------------------------------------------------------------------
run 0 replay $four/valid.yaml;                        says "结论  有效"; says "应到45人，三分之二以上须到30人，实到38人"
run 1 replay $four/resolution.attendance.yaml;        says "结论  无效"; says "须到30人，实到29人，少1人"; says "law.cwh2018.26"
run 1 replay $four/plan-posting.length.yaml;          says "结论  有瑕疵"; says "个工作日"
run 2 replay $four/parameter-not-set.yaml;            says "结论  无法判定"; says "没有设定"
run 0 replay $four/no-posting-live.yaml;              says "结论  进行中"
run 0 replay $four/not-applicable.yaml;               says "结论  不适用"
run 0 --lang en replay $four/valid.yaml;              says "Conclusion  valid"; says "Code"; hushes "结论"
run 0 replay --brief $four/valid.yaml;                hushes "由规定的主体办理"
run 0 replay --ruler $four/valid.yaml;                says "2024-04-07"; says "调休上班"
run 0 replay $four/valid.yaml --rules rules/village;  says "有效"
run 3 replay "$work/none.yaml";                       complains "L001"; silent
printf '案件: [1\n' >"$work/malformed.yaml"
run 3 replay "$work/malformed.yaml";                  complains "F0"; complains "^"; silent
sed 's/到会: 38/到回: 38/' $four/valid.yaml >"$work/typo.yaml"
run 3 replay "$work/typo.yaml";                       complains "到回"; complains "到会"
run 3 replay $four/valid.yaml --rules "$work";        silent
run 3 replay $four;                                   silent
run 0 replay $four/valid.yaml --as-of 2024-03-20;     says "截至  2024-03-20"
run 3 replay $four/valid.yaml --as-of 2024-02-30;     complains "2024-02-30"
run 0 replay $four/valid.yaml --on 2024-03-01;        says "有效"
run 3 replay $four/valid.yaml --on 2010-01-01;        complains "2010-01-01"
run 0 replay $four/valid.yaml --version 2014.12;      says "2014.12"
run 3 replay $four/valid.yaml --version 2099;         complains "2099"; complains "2014.12"
run 3 replay $four/valid.yaml --version 2014.12 --on 2024-01-01
run 3 replay $four/valid.yaml --format xml;           complains "xml"
run 1 replay $four/resolution.attendance.yaml --format html
says "<!DOCTYPE html>"; says "</html>"; says "决议.村民代表会议.到会"; hushes "<script"
if command -v python3 >/dev/null 2>&1 && python3 -c 'import jsonschema' 2>/dev/null; then
    schema_checked=yes
else
    schema_checked=no
fi
for each in $four/valid:0 $four/resolution.attendance:1 $four/parameter-not-set:2 $six/valid-villagers-assembly:0 $six/resolution.opinions:1; do
    run "${each##*:}" replay "${each%:*}.yaml" --format json; json; says '"procedure_identity"'
    if [ $schema_checked = yes ]; then
        checks=$((checks + 1))
        python3 -W ignore -m jsonschema -i "$work/out" docs/schema/verdict.schema.json >>"$work/err" 2>&1 || fail "the verdict does not fit its schema"
    fi
done
run 1 replay $four/resolution.attendance.yaml --format json
python 'import json,sys; d=json.load(open(sys.argv[1],encoding="utf-8")); assert d["status"]=="void", d["status"]'
cp "$work/out" "$work/first.json"
run 1 replay $four/resolution.attendance.yaml --format json
checks=$((checks + 1)); cmp -s "$work/out" "$work/first.json" || fail "two runs differ"

# ---- explain, graph, schema -------------------------------------------------------------------------------------------
run 0 explain rules;                               says "四议两公开"; says "六步工作法"
run 0 explain rules --name 四议两公开;             says "三分之二以上"; hushes "六步工作法"
run 0 --lang en explain rules --name 四议两公开;   says "2/3"
run 3 explain rules --name 没有;                   complains "L005"; complains "六步工作法"
run 0 graph rules --name 六步工作法 --format dot;      says "digraph"; says "议案公告"
run 0 graph rules --name 六步工作法 --format mermaid;  says "flowchart"
run 0 graph rules --case $four/resolution.attendance.yaml --format dot; says "已办，但不成立"
run 3 graph rules --format dot;                    complains "四议两公开"
run 3 graph rules --name 六步工作法 --format png
if command -v dot >/dev/null 2>&1; then
    run 0 graph rules --name 四议两公开;           says "<svg"; says "方案公示"
    run 0 graph rules --name 四议两公开 -o "$work/graph.svg"; silent
    checks=$((checks + 1)); grep -q "<svg" "$work/graph.svg" || fail "no picture in the file"
fi
run 0 schema rules --name 四议两公开;              says '"$schema"'; says "两委联席会议"; json
run 3 schema rules;                                complains "--name"

# ---- new --------------------------------------------------------------------------------------------------------------
for lang in zh en; do
    run 0 --lang $lang new rule sample -o "$work/$lang.guicheng"; silent
    run 0 --lang $lang check "$work/$lang.guicheng"
    if [ $lang = zh ]; then says "0 个错误"; else says "0 errors"; fi
    run 3 --lang $lang new rule sample -o "$work/$lang.guicheng"
    for rule in "rules 四议两公开" "rules 六步工作法" "$work/$lang.guicheng sample"; do
        run 0 --lang $lang new case "${rule#* }" --rules "${rule%% *}" --id 试-1
        says "试-1"
        cp "$work/out" "$work/case.yaml"
        command="guicheng replay (the skeleton of ${rule#* }, $lang)"
        checks=$((checks + 1))
        "$guicheng" --lang $lang replay "$work/case.yaml" --rules "${rule%% *}" >"$work/out" 2>"$work/err"
        [ $? -le 2 ] || fail "the skeleton cannot be replayed"
    done
done
run 3 new case 没有;                               complains "L005"

# ---- test, trace ------------------------------------------------------------------------------------------------------
run 0 test rules examples;                         says "0 个不符"
run 0 --lang en test $six --rules rules;           says "0 differ"
mkdir "$work/cases"
sed 's/结论: 有效/结论: 无效/' $four/valid.yaml >"$work/cases/wrong.yaml"
run 1 test "$work/cases" --rules rules;            says "✗"; says "wrong.yaml"; says "1 个不符"
run 3 test "$work/none"
run 0 trace rules examples;                        says "xj.2.1.10"; says "条款对照"
run 0 trace rules examples --json;                 json
python 'import json,sys
d=json.load(open(sys.argv[1],encoding="utf-8"))
assert d["clauses"]
for c in d["clauses"]:
    assert set(c)=={"clause","checkable","rules","met","violated","covered"}, c
    assert c["covered"]==bool(c["met"] and c["violated"]), c
by={c["clause"]:c for c in d["clauses"]}
assert by["law.cwh2018.26"]["covered"] and "四议两公开/决议.村民代表会议.到会" in by["law.cwh2018.26"]["rules"]'
run 0 trace rules examples --json --all
python 'import json,sys; d=json.load(open(sys.argv[1],encoding="utf-8")); assert any(not c["rules"] for c in d["clauses"])'

# ---- surroundings -----------------------------------------------------------------------------------------------------
for sub in "check $slip" "replay $four/resolution.attendance.yaml" "test rules examples" "explain rules"; do
    "$guicheng" $sub >"$work/out" 2>"$work/err" </dev/null
    command="guicheng $sub"
    checks=$((checks + 1))
    if grep -q "$(printf '\033')" "$work/out" "$work/err"; then fail "colour codes where there is no terminal"; fi
done
command="LANG=en_US.UTF-8 guicheng check"
checks=$((checks + 1))
LANG=en_US.UTF-8 "$guicheng" check rules >"$work/out" 2>"$work/err"
grep -q "0 errors" "$work/out" || fail "the locale does not choose the language"
command="guicheng check, in a folder without rules"
checks=$((checks + 1))
(cd "$work/cases" && "$guicheng" check >"$work/out" 2>"$work/err")
code=$?
[ $code -eq 3 ] || [ $code -eq 0 ] || fail "exit code $code"   # 0 where rules are installed

echo "$checks checks, $failures failed (verdict schema checked: $schema_checked)"
[ $failures -eq 0 ]
