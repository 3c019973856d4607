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
for sub in check replay next explain graph new test trace schema calendar; do
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

# What the parser of the line says in English is said in the reader's language.
run 3 --lang fr check;     complains "“--lang”不能写“fr”，可以写：zh,en"
run 3 replay --on;         complains "“--on”后面少了内容"
run 3 replay x --on 2024-01-01 --version 1; complains "不能一起用"
run 3 calendar show x;     complains "“YEAR”不能写“x”"
run 3 replay $four/valid.yaml --ruler --format json; complains "guicheng calendar count --ruler"
run 3 --lang en replay x --format xml; complains "cannot be \`xml\`"
# Paths and words of the line neither steer the terminal nor turn it round.
odd=$(printf 'a\033[31m\342\200\256b')
no_controls() { checks=$((checks + 1)); if grep -q "$(printf '\033')\|$(printf '\342\200\256')" "$work/out" "$work/err"; then fail "a control character is shown"; fi; }
run 3 "$odd";              complains "<U+001B>"; no_controls
run 3 check "$work/$odd";  complains "<U+202E>"; no_controls
run 3 replay "$work/$odd"; no_controls
run 3 new rule "$odd";     no_controls
run 3 replay x --as-of "$odd"; no_controls
mkdir "$work/$odd"
printf '规程 甲 {\n    须經 乙\n}\n' >"$work/$odd/rule.guicheng"
run 1 check "$work/$odd";  says "<U+001B>"; no_controls
run 1 check --fix "$work/$odd"; no_controls
cp $four/valid.yaml "$work/$odd/case.yaml"
run 0 test "$work/$odd/case.yaml" --rules rules; says "<U+202E>"; no_controls
run 0 trace "$work/$odd/case.yaml" --rules rules; no_controls
rm -rf "${work:?}/$odd"
printf '\377\376a\000b\000' >"$work/wide16.guicheng"
run 1 check "$work/wide16.guicheng"; says "UTF-16"; says "1 个错误，0 个提醒"
# The count of errors is capped, and says so.
{ printf '规程 甲 {\n'; i=0; while [ $i -lt 1200 ]; do echo '甲乙丙丁'; i=$((i + 1)); done; printf '}\n'; } >"$work/many.guicheng"
run 1 check "$work/many.guicheng"; says "至少 1000 个错误"
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

# What --fix writes has one reading only; it says what it wrote, and leaves guesses alone.
guess="$work/guess.guicheng"
printf '规程 甲 {\n    版本 "1"\n    施行 2024-01-01\n    主体 乙\n    步骤 丙 {\n        由 乙\n        公示 不少于 3月\n    }\n    步骤 丁 {\n        須經 丙\n    }\n}\n' >"$guess"
run 1 check --fix "$guess";               says "guess.guicheng:10：須經 丙 → 须经 丙"; says "已改正 1 处"; says "P035"; says "建议（未写入，请核对）"
checks=$((checks + 1)); grep -q '不少于 3月' "$guess" || fail "a guess was written"
checks=$((checks + 1)); grep -q '须经 丙' "$guess" || fail "the certain correction was not written"
run 1 --lang en check "$guess";           says "1 error,"; says "1 file,"
# An offer that would itself be wrong where it stands is not written.
printf '规程 甲 {\n    版本日期 "1"\n    施行 2024-01-01\n    步骤 乙 { }\n}\n' >"$guess"
run 1 check --fix "$guess";               says "P024"; hushes "已改"; says "建议（未写入"
checks=$((checks + 1)); grep -q '版本日期 "1"' "$guess" || fail "a correction that is no better was written"
# A link stays a link, the file keeps its mode; where nothing can be written that is said and ends with 3.
cp $slip "$work/real.guicheng"; chmod 640 "$work/real.guicheng"; ln -s real.guicheng "$work/link.guicheng"
run 0 check --fix "$work/link.guicheng"
checks=$((checks + 1)); [ -L "$work/link.guicheng" ] || fail "the link was replaced by a file"
checks=$((checks + 1)); grep -q '须经 提议' "$work/real.guicheng" || fail "the file behind the link was not corrected"
checks=$((checks + 1)); [ "$(ls -l "$work/real.guicheng" | cut -c1-10)" = "-rw-r-----" ] || fail "the mode was not kept"
checks=$((checks + 1)); [ "$(ls "$work" | grep -c 'real.guicheng')" = 1 ] || fail "something was left beside the file"
if [ "$(id -u)" -ne 0 ]; then
    cp $slip "$work/locked.guicheng"; chmod 440 "$work/locked.guicheng"
    run 3 check --fix "$work/locked.guicheng"; complains "locked.guicheng"; says "P025"
fi
# Over the limit or unreadable: 3, not 1.
head -c 4194305 /dev/zero | tr '\0' '#' >"$work/large.guicheng"
run 3 check "$work/large.guicheng";       says "L004"
run 3 check /dev/null;                    says "L003"
printf '# nothing yet\n' >"$work/empty.guicheng"
run 0 check "$work/empty.guicheng";       says "L012"
printf '规程 甲 {\n    步骤 乙 { }\n}\n' >"$work/bare.guicheng"
run 0 check "$work/bare.guicheng";        says "L010"; says "L011"
# Twenty thousand names on one line, each of them said to be unused: soon, and no more than a hundred shown.
{ printf '规程 甲 { 主体'; seq -f ' 甲%.0f' 20000 | tr -d '\n'; printf ' }\n'; } >"$work/wide.guicheng"
run 0 check "$work/wide.guicheng";        says "另有"
run 0 check --json "$work/wide.guicheng"; says '"rest":'; json

# ---- replay -----------------------------------------------------------------------------------------------------------
run 0 replay $four/valid.yaml;                        says "结论  有效"; says "应到45人，三分之二以上须到30人，实到38人"
run 1 replay $four/resolution.attendance.yaml;        says "结论  无效"; says "须到30人，实到29人，少1人"; says "law.cwh2018.26"
run 1 replay $four/plan-posting.length.yaml;          says "结论  有瑕疵"; says "个工作日"
run 2 replay $four/parameter-not-set.yaml;            says "结论  无法判定"; says "尚缺：参数“两委到会比例”的设定"
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
says "<!DOCTYPE html>"; says "</html>"; says "决议.村民会议或村民代表会议.代表到会"; hushes "<script"; hushes "<table class=\"ruler\">"; says "提议.主体"
run 1 replay $four/resolution.attendance.yaml --format html --ruler; says "<table class=\"ruler\">"
run 1 replay $four/resolution.attendance.yaml --format html --brief; hushes "提议.主体"
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

# ---- replay: several procedures, odd files ------------------------------------------------------------------------------
several=tests/conformance/12-several-procedures
run 1 replay $several/safety-skipped.yaml --rules $several --format json; json
python 'import json,sys; d=json.load(open(sys.argv[1],encoding="utf-8")); assert [v["status"] for v in d]==["valid","void"], d'
run 1 replay $several/safety-skipped.yaml --rules $several --format html
checks=$((checks + 1)); [ "$(grep -c '<!DOCTYPE' "$work/out")" = 1 ] && [ "$(grep -c '<article>' "$work/out")" = 2 ] || fail "not one page with two verdicts"
says "共有2部规程约束本案，各判各的；全案取其中最差的：无效"
run 1 replay $several/safety-skipped.yaml --rules $several;                 says "全案取其中最差的：无效"
run 1 replay --lang en $several/safety-skipped.yaml --rules $several;       says "over them all the worst counts: void"
run 1 replay $several/steps-of-both-without-a-name.yaml --rules $several;  says "签约"; says "运行"
run 0 replay --help;                                  says "数组"
sed 's/^案件:.*/案件: "红\\u001b[31m\\u202e"/' $four/valid.yaml >"$work/steering.yaml"
run 0 replay "$work/steering.yaml";                   says "红<U+001B>[31m<U+202E>"; hushes "$(printf '\033')"; hushes "$(printf '\342\200\256')"
run 0 replay "$work/steering.yaml" --format html;     says "&lt;U+202E&gt;"; hushes "$(printf '\342\200\256')"
sed 's/^结案:.*/结案: 2024-03-02/' $four/valid.yaml >"$work/closed.yaml"
"$guicheng" replay "$work/closed.yaml" >"$work/out" 2>"$work/err"; command="guicheng replay (closed early)"
complains "C105"; complains "2024-03-02"
if command -v iconv >/dev/null 2>&1 && iconv -f UTF-8 -t UTF-16 $four/valid.yaml >"$work/utf16.yaml" 2>/dev/null; then
    run 3 replay "$work/utf16.yaml";                  complains "F029"; complains "UTF-16"; silent
fi
printf '案件: x\n规程: 四议两公开工作法\n经过: []\n' >"$work/name.yaml"
run 3 replay "$work/name.yaml";                       complains "L005"; complains ":2:5"; complains "规程: 四议两公开"
printf '案件: x\n规程: 四议两公开\n版本: "2099"\n经过: []\n' >"$work/version.yaml"
run 3 replay "$work/version.yaml";                    complains "L006"; complains ":3:5"
printf '案件: x\n规程: 四议两公开\n经过: [{ 步骤: 提议, 日期: 2001-01-01 }]\n' >"$work/before.yaml"
run 3 replay "$work/before.yaml";                     complains "L007"; complains ":2:5"
printf '案件: x\n规程: 四议两公开\n经过: [{ 步骤: 提议, 日其: 2024-03-01 }]\n' >"$work/key.yaml"
run 3 replay "$work/key.yaml";                        complains "编号 更正 备注"

# ---- next -------------------------------------------------------------------------------------------------------------
run 0 next $four/valid.yaml --as-of 2024-03-20;      says "截至 2024-03-20（周三）"; says "决议，由村民会议、村民代表会议办理，最早2024-04-12（周五）办"
says "2024-03-13起，到2024-04-11（周四）终了"; says "先要办“决议”"; says "《江西省意见》"
run 0 --lang en next $four/valid.yaml --as-of 2024-03-20; says "2024-04-12 (Fri) at the earliest"; hushes "最早"
run 0 next $four/valid.yaml;                          says "案件已经结案"
run 0 next $four/not-applicable.yaml;                 says "本规程不适用于本案"
run 2 next $four/unknown-calendar-year.yaml --as-of 2026-12-30; says "没有2027年的放假安排"; hushes "最早2027"
# A wish on its last day, a day too early, and one that another time limit forbids.
run 0 next $four/valid.yaml --as-of 2024-03-20 --wish 决议=2024-04-12; says "来得及"; says "最迟2024-04-02（周二）送达“决议”的材料"
run 1 next $four/valid.yaml --as-of 2024-03-20 --wish 决议=2024-04-11; says "现在起最早2024-04-12（周五）办得成"
run 0 next $four/valid.yaml --as-of 2024-03-05 --wish 决议=2024-05-20; says "最迟2024-04-18（周四）由党支部、党总支、村党委、村民委员会开始“方案公示”"
run 3 next $four/valid.yaml --as-of 2024-03-20 --calendar "$work/none"; silent
run 3 next $four/valid.yaml --as-of 2024-03-20 --wish 决意=2024-04-12; complains "L022"; complains "是不是想写“决议”"; silent
run 3 next $four/valid.yaml --as-of 2024-03-20 --wish 罢免=2024-04-12; complains "L021"; complains "提议 商议 审议"
run 3 next $four/valid.yaml --as-of 2024-03-20 --wish 商议=2024-04-12; complains "L023"; complains "已经办了"; silent
run 3 next $four/valid.yaml --wish 决议=2024-02-30;   complains "2024-02-30"
run 3 next $four/valid.yaml --wish 决议;              complains "步骤=日期"
run 3 next $four/valid.yaml --wish =2024-04-12;       complains "步骤=日期"
run 3 next $four/valid.yaml --format xml;             complains "xml"
run 3 next;                                           complains "CASE"
run 3 next "$work/none.yaml";                         complains "L001"; silent
clocks=tests/conformance/42-time-limits-that-start-and-stop
run 0 next $clocks/clock-still-stopped.yaml --rules $clocks;  says "现在停着"
printf '案件: 迟\n规程: 用地审批\n事项: { 开标日: 2025-03-16 }\n经过: [{ 步骤: 受理, 日期: 2025-03-03, 由: 自然资源所 }]\n' >"$work/late.yaml"
run 0 next "$work/late.yaml" --rules $clocks --as-of 2025-03-16; says "最迟2025-03-16（周日）"; hushes "逾期"
run 1 next "$work/late.yaml" --rules $clocks --as-of 2025-03-17; says "已经逾期：应当不迟于2025-03-16（周日）办理"; says "从2025-03-17（周一）起就来不及了"
for each in "$four/valid.yaml --as-of 2024-03-20 --wish 决议=2024-04-12" "$four/valid.yaml" "$clocks/clock-still-stopped.yaml --rules $clocks"; do
    # shellcheck disable=SC2086
    run 0 next $each --format json; json
    if [ $schema_checked = yes ]; then
        checks=$((checks + 1))
        python3 -W ignore -m jsonschema -i "$work/out" docs/schema/next.schema.json >>"$work/err" 2>&1 || fail "the plan does not fit its schema"
    fi
    # shellcheck disable=SC2086
    run 0 next $each --format ics; says "BEGIN:VCALENDAR"; says "END:VCALENDAR"
    python 'import sys; d=open(sys.argv[1],"rb").read(); l=d.split(b"\r\n"); assert l[-1]==b"" and all(len(x)<=75 and b"\n" not in x for x in l), l; [x.decode() for x in l]'
    cp "$work/out" "$work/first.ics"
    # shellcheck disable=SC2086
    run 0 next $each --format ics
    checks=$((checks + 1)); cmp -s "$work/out" "$work/first.ics" || fail "two runs differ"
done
run 2 next $four/unknown-calendar-year.yaml --as-of 2026-12-30 --format ics; says "有3个日子算不出"; complains "N030"
run 0 next $four/valid.yaml --format ics;             says "BEGIN:VJOURNAL"; says "没有要记的日子"

# ---- explain, graph, schema -------------------------------------------------------------------------------------------
run 0 explain rules;                               says "四议两公开"; says "六步工作法"
run 0 explain rules --name 四议两公开;             says "三分之二以上"; hushes "议案公告"
run 0 --lang en explain rules --name 四议两公开;   says "2/3"
run 3 explain rules --name 没有;                   complains "L005"; complains "六步工作法"
run 0 graph rules --name 六步工作法 --format dot;      says "digraph"; says "议案公告"
run 0 graph rules --name 六步工作法 --format mermaid;  says "flowchart"
run 0 graph rules --case $four/resolution.attendance.yaml --format dot; says "✗ 已办，但不成立"
run 3 graph rules --format dot;                    complains "四议两公开"
run 3 graph rules --name 六步工作法 --format png
if command -v dot >/dev/null 2>&1; then
    run 0 graph rules --name 四议两公开;           says "<svg"; says "方案公示"
    run 0 graph rules --name 四议两公开 -o "$work/graph.svg"; silent
    checks=$((checks + 1)); grep -q "<svg" "$work/graph.svg" || fail "no picture in the file"
    mkdir "$work/a b;touch pwned;"
    (cd "$work" && TMPDIR="$work/a b;touch pwned;" "$guicheng" graph "$source/rules" --name 四议两公开 >"$work/out" 2>"$work/err")
    command="guicheng graph, with a folder for temporary files that a shell would misread"
    says "<svg"
    checks=$((checks + 1)); [ -e "$work/pwned" ] && fail "the folder's name was run as a command"
    command="guicheng graph, without Graphviz"
    checks=$((checks + 1))
    PATH="$work/none" "$guicheng" graph rules --name 四议两公开 >"$work/out" 2>"$work/err"
    [ $? -eq 3 ] || fail "the exit code without Graphviz is not 3"
    complains "Graphviz"
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
for name in 'a"b' '坏 名{' '版本' 'x/y'; do
    run 0 new rule "$name" -o "$work/odd.guicheng"
    run 0 check "$work/odd.guicheng";                 says "1 个规程"; says "0 个错误"
    rm -f "$work/odd.guicheng"
done
run 3 new rule 'a」b';                             complains "L020"; silent
run 3 new rule "$(printf 'a\nb')";                 complains "L020"; silent
run 0 new case 四议两公开 --rules rules
cp "$work/out" "$work/unfilled.yaml"
says "整段删去"
"$guicheng" replay "$work/unfilled.yaml" >"$work/out" 2>"$work/err"; command="guicheng replay (the skeleton as it came)"
hushes "：已办"; hushes "第1次"; says "1. 提议：应办未办"
# Each record, uncommented, is read.
sed '/^  # [- ] /s/^  # /  /' "$work/unfilled.yaml" >"$work/uncommented.yaml"
"$guicheng" replay "$work/uncommented.yaml" >"$work/out" 2>"$work/err"
command="guicheng replay (the skeleton with every record)"
checks=$((checks + 1)); [ $? -le 2 ] || fail "a record of the skeleton is not read"
checks=$((checks + 1)); [ -s "$work/err" ] && fail "a record of the skeleton is doubted"
run 3 new case 没有;                               complains "L005"

# ---- test, trace ------------------------------------------------------------------------------------------------------
run 0 test rules examples;                         says "0 个不符"
run 0 --lang en test $six --rules rules;           says "0 differ"
mkdir "$work/cases"
sed 's/结论: 有效/结论: 无效/' $four/valid.yaml >"$work/cases/wrong.yaml"
run 1 test "$work/cases" --rules rules;            says "✗"; says "wrong.yaml"; says "1 个不符"
run 3 test "$work/none";                           complains "找不到"; complains "none"
sed '/^预期/,$d' $four/valid.yaml >"$work/cases/silent.yaml"
run 1 test "$work/cases" --rules rules;            says "- $work/cases/silent.yaml  没有写预期"; says "0 个相符，1 个不符，1 个没有写预期"
run 3 test "$work/cases/silent.yaml" --rules rules; says "没有写预期"; hushes "✓"; complains "没有一个案件写了"
printf '预期:\n' >>"$work/cases/silent.yaml"
run 3 test "$work/cases/silent.yaml" --rules rules; hushes "✓"
run 1 --lang en test "$work/cases" --rules rules;  says "1 without"
run 0 trace rules examples;                        says "xj.2.1.10"; says "条款对照"
run 0 trace rules examples --json;                 json
python 'import json,sys
d=json.load(open(sys.argv[1],encoding="utf-8"))
assert d["clauses"]
for c in d["clauses"]:
    assert set(c)=={"clause","checkable","rules","met","violated","covered"}, c
    assert c["covered"]==bool(c["met"] and c["violated"]), c
by={c["clause"]:c for c in d["clauses"]}
assert by["law.cwh2018.26"]["covered"] and "四议两公开/决议.村民会议或村民代表会议.代表到会" in by["law.cwh2018.26"]["rules"]
# A recall was asked for in these cases alone: one in which there was none meets nothing of the clause on recalls.
recall=by["law.cwh2018.16"]
assert recall["covered"] and len(recall["met"])<8 and "东河沿-六步-2024-03" not in recall["met"], recall
assert by["lt.15.2.1.3.9"]["covered"]'
run 0 trace rules examples --json --all
python 'import json,sys; d=json.load(open(sys.argv[1],encoding="utf-8")); assert any(not c["rules"] for c in d["clauses"])'

# ---- calendar ---------------------------------------------------------------------------------------------------------
for sub in add back count show; do
    run 0 calendar $sub --help;                    says "用法: guicheng calendar $sub"
done
run 3 calendar;                                    complains "add、back"; complains "guicheng calendar --help"; silent
run 3 calendar bogus;                              complains "bogus"
run 3 calendar add;                                complains "DATE"; complains "guicheng calendar add --help"
run 0 calendar add 2024-09-13 20个工作日;          says "2024-10-17（周四）"; says "国办发明电〔2023〕7号"; says "9月29日"
run 0 calendar add 2024-09-13 二十个工作日;        says "2024-10-17"
run 0 --lang en calendar add 2024-09-13 20wd;      says "2024-10-17 (Thu)"; says "National Day"
run 0 calendar add 2024-09-01 30日;                says "2024-10-08"; says "顺延"
run 0 calendar add 2024-09-01 30d --no-roll;       says "2024-10-01"; hushes "2024-10-08"
run 0 calendar add 2024-09-01 30d --profile 不顺延; says "2024-10-01"
run 0 calendar add 2025-01-20 5wd;                 says "2025-01-26（周日）"
run 0 calendar add 2025-01-20 5wd --count-first;   says "2025-01-24"
run 0 calendar add 2024-01-31 1个月 --no-roll;     says "2024-02-29"; says "第二百零二条"
run 0 calendar add 2024-02-29 1y --no-roll;        says "2025-02-28"
run 0 calendar back 2024-10-12 5wd --profile 净日; says "2024-09-29"
run 0 calendar back 2024-10-12 5wd;                says "2024-10-07"; says "2024-09-30"
run 0 calendar count 2024-09-13 2024-10-17;        says "20个工作日"
run 0 calendar count 2024-09-13 2024-09-13;        says "0个工作日"
run 0 calendar count 2024-09-13 2024-10-17 --ruler; says "2024-10-01 周二 不计 国庆节放假（国办发明电〔2023〕7号）"; says "2024-10-12 周六 第16日 调休上班"
run 0 calendar show 2024;                          says "全年251个工作日"; says "2024-05-11（周六）"
run 0 calendar show;                               says "2007至2026"
run 2 calendar show 2027;                          says "无法判定"; says "2027年"; says "--calendar"
run 2 calendar count 2026-12-01 2027-01-05;        says "不少于22个工作日，不多于27个工作日"
run 2 calendar add 2026-12-20 30d;                 says "无法判定"; says "2027-01-19"
run 0 calendar add 2026-12-20 30d --no-roll;       says "2027-01-19"
run 2 calendar back 2027-01-05 3wd;                says "2027年"
run 3 calendar add 2024-02-30 3d;                  complains "2024-02-30"; silent
run 3 calendar add 2024-02-28 3x;                  complains "3x"; complains "20个工作日"
run 3 calendar add 2024-02-28 0d;                  complains "0d"
run 3 calendar add 2024-02-28 100001d;             complains "100001d"
run 3 calendar add 2024-02-28 300年;               complains "K024"
run 3 calendar add 2024-02-28 3d --profile 公历;   complains "公历"; complains "净日"
run 3 calendar add 2024-02-28 3d --profile 净日;   complains "K025"; complains "calendar back"
run 3 calendar back 2024-02-28 3d --profile 不顺延; complains "K026"
run 3 calendar count 2024-03-03 2024-02-03;        complains "K022"; complains "2024-02-03 2024-03-03"
run 3 calendar show 24;                            complains "K023"
run 3 calendar show 2024 --format xml;             complains "xml"
run 0 calendar add 2024-09-01 30d --format json --ruler; json
python 'import json,sys
d=json.load(open(sys.argv[1],encoding="utf-8"))
assert d["day"]=="2024-10-08" and d["moved_from"]=="2024-10-01" and d["decided"] is True, d
assert max(x.get("number",0) for x in d["ruler"])==30 and d["ruler"][-1]["why"]=="due" and d["ruler"][0]["why"]=="first", d["ruler"]'
run 0 calendar count 2024-01-01 2024-12-31 --count-first --format json --ruler; json
python 'import json,sys
d=json.load(open(sys.argv[1],encoding="utf-8"))
assert d["working_days"]==251==sum("number" in x for x in d["ruler"]) and d["days"]==366==len(d["ruler"]), d["working_days"]
assert all(x["notice"] for x in d["ruler"] if x["kind"] in ("holiday","make_up"))'
run 2 calendar count 2026-12-01 2027-01-05 --format json; json
python 'import json,sys; d=json.load(open(sys.argv[1],encoding="utf-8")); assert (d["decided"],d["missing_year"],d["at_least"],d["at_most"])==(False,2027,22,27), d'
run 0 calendar show 2015 --format json; json
run 0 calendar show --format json; json
run 0 calendar count 2006-12-31 2026-12-31 --ruler; says "以下3646日从略"

# A file of one's own: a year added, a region laid over one, several files in order, and mistakes that take nothing.
region=docs/calendar-region.txt
printf '2027 样例\noff 2027-01-01..2027-01-03 元旦\n' >"$work/2027.txt"
printf 'overlay 2027 甲地 样例1号\noff 2027-01-04 丁\n' >"$work/over.txt"
printf '2027 样例\noff 2027-02-30 元旦\nholiday\n' >"$work/wrong.txt"
run 0 calendar add 2026-03-18 5wd;                        says "2026-03-25"
run 0 calendar add 2026-03-18 5wd --calendar $region;     says "2026-03-26"; says "某自治区 样例〔2026〕1号"
run 0 calendar show 2026 --calendar $region;              says "古尔邦节"; says "某自治区"
run 0 calendar add 2026-12-31 1wd --calendar "$work/2027.txt"; says "2027-01-04"
run 0 calendar add 2026-12-31 1wd --calendar "$work/2027.txt" --calendar "$work/over.txt"; says "2027-01-05"; says "甲地"
run 3 calendar add 2026-12-31 1wd --calendar "$work/over.txt" --calendar "$work/2027.txt"; complains "K010"; complains "over.txt:1:1"; silent
run 3 calendar show 2026 --calendar "$work/wrong.txt";    complains "K002"; complains "wrong.txt:2:5"; complains "K001"; complains "^"; silent
run 3 calendar show 2026 --calendar "$work/none.txt";     complains "L001"
run 3 --lang en calendar show 2026 --calendar "$work/wrong.txt"; complains "error[K002]"

# Replay and test count on the calendar they are given, and the verdict says which: a posting that runs into 2027.
run 2 replay $four/unknown-calendar-year.yaml;            says "无法判定"; hushes "样例"
run 0 replay $four/unknown-calendar-year.yaml --calendar "$work/2027.txt"; says "2027年（样例）"
run 0 graph rules --case $four/unknown-calendar-year.yaml --format dot; says "？ 无法判定"
run 0 graph rules --case $four/unknown-calendar-year.yaml --format dot --calendar "$work/2027.txt"; hushes "？ 无法判定"; says "✓ 已办"
run 3 graph rules --case $four/unknown-calendar-year.yaml --calendar "$work/none.txt"; complains "L001"
run 0 replay $four/unknown-calendar-year.yaml --calendar "$work/2027.txt" --calendar "$work/over.txt" --ruler; says "丁放假（甲地 样例1号）"
run 0 replay $four/unknown-calendar-year.yaml --calendar "$work/2027.txt" --format json; json
python 'import json,sys; d=json.load(open(sys.argv[1],encoding="utf-8")); assert [y["year"] for y in d["years"]]==[2026,2027], d["years"]'
run 0 test $four/unknown-calendar-year.yaml --rules rules
run 1 test $four/unknown-calendar-year.yaml --rules rules --calendar "$work/2027.txt"
run 3 replay $four/valid.yaml --calendar "$work/wrong.txt"; complains "K002"; silent
run 3 test "$four" --rules rules --calendar "$work/wrong.txt"; complains "K002"

# ---- surroundings -----------------------------------------------------------------------------------------------------
for sub in "check $slip" "replay $four/resolution.attendance.yaml" "test rules examples" "explain rules"; do
    "$guicheng" $sub >"$work/out" 2>"$work/err" </dev/null
    command="guicheng $sub"
    checks=$((checks + 1))
    if grep -q "$(printf '\033')" "$work/out" "$work/err"; then fail "colour codes where there is no terminal"; fi
done
run 0 replay --rules rules $four/valid.yaml --format text
if [ -w /dev/full ]; then
    command="guicheng explain rules > /dev/full"
    checks=$((checks + 1))
    : >"$work/out"
    "$guicheng" explain rules >/dev/full 2>"$work/err" </dev/null
    code=$?
    [ $code -eq 3 ] || fail "exit code $code, not 3"
fi
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
