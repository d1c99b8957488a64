#!/usr/bin/env bash
# The report in a real browser, and its figures: run.sh PROGRAM [FOLDER]. Makes a school's, a school's with many shortages, the
# hostile case's and many sites' reports, comparisons, sweeps and mended results in FOLDER (default: one that is removed), opens them in Chromium by
# check.mjs and hostile.mjs, takes pictures, and adds up their figures by report_agrees.py. Needs scripts/install_deps --tests.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=/usr/bin/python3
program=$(realpath "$1")
if [ -n "${2:-}" ]; then mkdir -p "$2"; folder=$(realpath "$2"); else folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; fi
export CADRE_MODULES=${CADRE_MODULES:-build}

# NAME ARGUMENT...: solve into $folder/NAME; what is said is shown where that fails.
solve() {
  local name=$1; shift
  rm -rf "${folder:?}/$name"
  "$program" solve --quiet "$@" --out "$folder/$name" >"$folder/$name.log" 2>&1 || { cat "$folder/$name.log"; return 1; }
}
make() { rm -rf "${folder:?}/$1.in"; "$program" generate --seed "$2" "${@:3}" --out "$folder/$1.in" >/dev/null; }
agrees() { "$python" tests/report_agrees.py "$folder/$1" --plan "$2" --survey "${@:3}"; }

street=datasets/maple-street hostile=tests/cases/hostile
answers=("$street/skills-inventory.csv" "$street/interests-survey.csv")
solve school --survey "${answers[@]}" --plan "$street/plan"
agrees school "$street/plan" "${answers[@]}"
agrees school "$street/plan" "${answers[@]}" --spoil 20
solve hostile --survey "$hostile/survey.csv" --plan "$hostile/plan"
agrees hostile "$hostile/plan" "$hostile/survey.csv"

make shortages 3 --schools 1 --staff 40 --scarce 150 --rules coverage,mix,pins,pairs,slots,positions,musts,previous
make sites 2 --schools 14 --linked 20 --staff 50
for name in shortages sites; do
  surveys=("$folder/$name.in/skills.csv" "$folder/$name.in/interests.csv")
  solve $name --survey "${surveys[@]}" --plan "$folder/$name.in/plan"
  agrees $name "$folder/$name.in/plan" "${surveys[@]}"
done

reports=("school=$folder/school/report.html" "shortages=$folder/shortages/report.html" "school=$folder/hostile/report.html")
reports+=("sites=$folder/sites/report.html")

# Several results: two compared, three compared, a sweep, a result that is mended; of the school and of the hostile case.
printf 'sheet,key,column,value\nsettings,weight_interest,value,60\n' >"$folder/what-if.csv"
printf 'sheet,key,column,value\npeople,ana.ferrer@example.org,away,yes\n' >"$folder/leave.csv"
printf 'sheet,key,column,value\nsettings,max_groups,value,1\n' >"$folder/one-group.csv"
mend() { "$program" solve --quiet --survey "${@:3}" --from "$folder/$2" --out "$folder/$1" >/dev/null; }
compare() { rm -rf "${folder:?}/$1"; "$program" compare --quiet "${@:2}" --out "$folder/$1" >/dev/null; }
school=("${answers[@]}" --plan "$street/plan") odd=("$hostile/survey.csv" --plan "$hostile/plan")
rm -rf "${folder:?}"/{mended,mended-odd,sweep,sweep-odd}
solve what-if --survey "${school[@]}" --scenario "$folder/what-if.csv"
solve '<b>&"odd' --survey "${odd[@]}" --scenario "$folder/one-group.csv"
mend mended school "${school[@]}" --scenario "$folder/leave.csv"
mend mended-odd hostile "${odd[@]}" --scenario "$folder/one-group.csv"
compare compared "$folder/school" "$folder/what-if"
solve again --survey "${school[@]}"
compare equal "$folder/school" "$folder/again"
compare years "$folder/school" "$folder/mended" "$folder/what-if" "$folder/school"
(cd "$folder" && rm -rf compared-odd && "$program" compare --quiet hostile '<b>&"odd' --out compared-odd >/dev/null)
"$program" sweep --quiet --survey "${school[@]}" --vary weight_interest=20,50 --vary extra_load=200,400 --out "$folder/sweep" >/dev/null
"$program" sweep --quiet --survey "${odd[@]}" --vary 'groups:javascript:alert(9):focus=<script>window.__hit=1</script>,x" onload="y' \
  --vary max_groups=1,2 --out "$folder/sweep-odd" >/dev/null
several=("$folder"/{compared,equal,years,compared-odd,sweep,sweep-odd,mended,mended-odd})
"$python" tests/report_compare_agrees.py "${several[@]}" --spoil 20
reports+=("comparison=$folder/compared/report.html" "comparison=$folder/equal/report.html" "comparison=$folder/years/report.html" "comparison=$folder/compared-odd/report.html"
  "sweep=$folder/sweep/report.html" "sweep=$folder/sweep-odd/report.html" "mended=$folder/mended/report.html"
  "mended=$folder/mended-odd/report.html")

# The rules' own test takes half a minute: again only where they, the browser or the modules are others than those that passed it.
now=$(cat tests/report/*.mjs tests/report/page.html scripts/install_deps | sha256sum; chromium --version 2>/dev/null)
passed=$CADRE_MODULES/report_selftest.passed
selftest=
if [ "$now" != "$(cat "$passed" 2>/dev/null)" ]; then (node tests/report/selftest.mjs && echo "$now" >"$passed") & selftest=$!; fi
wrong=0
node tests/report/check.mjs "${reports[@]}" || wrong=1
node tests/report/hostile.mjs "$folder/hostile/report.html" "$hostile" || wrong=1
node tests/report/screenshots.mjs "$folder/school/report.html" "$folder" --readme "$folder/readme.png" || wrong=1
[ -z "$selftest" ] || wait "$selftest" || wrong=1
exit $wrong
