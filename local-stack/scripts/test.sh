# shellcheck shell=bash
# ./dictamen test: every test there is, and a closing summary. Part of the script dictamen, which reads it and brings root,
# say, step, the checks of what is installed, and the checks of dashboard and shell.
: "${root:?is read by the script dictamen}"

failed_steps=()
step_times=()
test_log=$root/target/test.log
beside_log=$root/target/beside.log
vitest_report=$root/dashboard-js/node_modules/.cache/vitest-junit.xml

# Runs one step; its time and a failure are remembered and the next step goes on.
run_step() {
  local what=$1 start=$SECONDS state=ok
  shift
  say "=== $what"
  if ! ("$@"); then
    state=FAILED
    failed_steps+=("$what")
  fi
  step_times+=("$(printf '%-7s %6s  %s' "$state" "$((SECONDS - start)) s" "$what")")
  say "=== $what: $state after $((SECONDS - start)) s"
}

# Begins a step that runs beside the next ones; end_beside waits for it and shows what it said, in one piece.
begin_beside() {
  beside=$1
  shift
  say "=== $beside: begun, runs beside the next steps"
  (
    start=$SECONDS status=0
    ("$@") || status=$?
    printf '%s' "$((SECONDS - start))" >"$beside_log.seconds"
    exit "$status"
  ) >"$beside_log" 2>&1 &
  beside_pid=$!
}

end_beside() {
  local state=ok seconds
  if ! wait "$beside_pid"; then
    state=FAILED
    failed_steps+=("$beside")
  fi
  seconds=$(cat "$beside_log.seconds" 2>/dev/null || printf '?')
  step_times+=("$(printf '%-7s %6s  %s' "$state" "$seconds s" "$beside, beside the others")")
  say "=== $beside"
  cat "$beside_log"
  say "=== $beside: $state after $seconds s"
}

has_browser() { [ -n "${CHROMIUM_PATH:-}" ] || command -v chromium >/dev/null || command -v google-chrome >/dev/null; }

# The browser, its fonts and the shell checker, where this user may install them.
install_tools() {
  local packages="chromium fonts-liberation fonts-noto-color-emoji shellcheck"
  if has_browser && command -v shellcheck >/dev/null; then return 0; fi
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say "No chromium or no shellcheck here: what needs it is skipped. To install both: sudo apt-get install -y $packages"
    return 0
  fi
  # shellcheck disable=SC2086
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages) >"$root/target/apt.log" 2>&1 ||
    say "apt-get could not install $packages (target/apt.log): what needs them is skipped"
}

# Three modules at a time, the end-to-end tests alone at the end; each line of the log says whose it is.
run_maven() {
  local long=$1 status=0
  DICTAMEN_IS_BUILT=1 mvn -B -T 3 -f "$root/pom.xml" --fail-at-end -Dorg.slf4j.simpleLogger.showThreadName=true \
    "-Ddictamen.long=$long" spotless:check verify 2>&1 |
    sed -u -e '/\[WARNING\] \*/d' -e '/thread-safe/d' -e 's/^\[main\] //' -e 's/^\[mvn-builder-\([^]]*\)\] /\1 /' |
    tee "$test_log" || status=$?
  return "$status"
}

# Adds up one attribute of all test suites in these reports.
total() {
  local attribute=$1 sum=0 value
  shift
  while IFS= read -r value; do sum=$((sum + value)); done < <(
    cat "$@" /dev/null | grep -o '<testsuite [^>]*>' | sed -n "s/.* $attribute=\"\([0-9]*\)\".*/\1/p"
  )
  printf '%s' "$sum"
}

java_reports() { find "$root" -path '*/target/*-reports/TEST-*.xml' -not -path '*/node_modules/*' 2>/dev/null; }

# How many tests of the browser passed, failed or were skipped.
browser_total() { sed -n "s/^[^0-9]*\([0-9][0-9]*\) $1\( .*\)\{0,1\}$/\1/p" "$test_log" 2>/dev/null | tail -n 1; }

# How many skipped tests have this in their reason.
skipped_for() {
  local reason=$1
  shift
  cat "$@" /dev/null | grep -c "<skipped[^>]*$reason" || true
}

# The tests that failed, each with the first words of its reason, so that the closing lines alone tell what to look at.
say_failures() {
  cat "$@" /dev/null | awk '
    /<testcase / { name = attribute($0, "classname") "." attribute($0, "name") }
    /<(failure|error)[ >]/ { print "  failed: " name ": " substr(attribute($0, "message") attribute($0, "type"), 1, 200) }
    function attribute(line, key) {
      if (!match(line, " " key "=\"[^\"]*")) return ""
      return substr(line, RSTART + length(key) + 3, RLENGTH - length(key) - 3)
    }'
}

# Each step with its seconds, and each module with the time that it took.
say_times() {
  local line
  say ""
  for line in "${step_times[@]}"; do say "  $line"; done
  [ -e "$test_log" ] || return 0
  sed -n 's/^\[INFO\] \([a-z0-9-]*\) \.\{2,\} \([A-Z]*\) \[ *\(.*\)\]$/\2 \3 \1/p' "$test_log" |
    while read -r state time unit module; do printf '    %-9s %10s  %s\n' "$state" "$time $unit" "$module"; done
}

# Which broker and databases the tests ran on, as they said themselves.
infrastructure() {
  local said
  said=$(grep -oh 'test-infrastructure: .*' "$test_log" 2>/dev/null | sort -u | sed 's/^test-infrastructure: //' | paste -sd '|' -) || true
  printf '%s' "${said:-not said}"
}

summarize() {
  local reports=() file run bad skipped passed broken
  while IFS= read -r file; do reports+=("$file"); done < <(java_reports)
  [ -e "$vitest_report" ] && reports+=("$vitest_report")
  run=$(total tests "${reports[@]}")
  bad=$(($(total failures "${reports[@]}") + $(total errors "${reports[@]}")))
  skipped=$(total skipped "${reports[@]}")
  passed=$(browser_total passed)
  broken=$(browser_total failed)
  say_times
  say ""
  say_failures "${reports[@]}"
  say "Tests ran on: $(infrastructure)"
  say "Tests: $((run + ${passed:-0} + ${broken:-0})) run, $((bad + ${broken:-0})) failed, $skipped skipped" \
    "($(skipped_for 'no test data' "${reports[@]}") of them for want of test data, $(skipped_for 'dictamen.*long' "${reports[@]}") left to --long);" \
    "in a browser: ${passed:-0} passed, ${broken:-0} failed"
  if [ "${#failed_steps[@]}" -gt 0 ]; then
    say "FAILED: ${failed_steps[*]}"
    return 1
  fi
  say "All steps passed in $((SECONDS / 60)) min $((SECONDS % 60)) s"
}

run_tests() {
  local long=false
  case ${1:-} in
    '') ;;
    --long) long=true ;;
    -h | --help)
      say "Usage: ./dictamen test [--long]"
      say "Every test there is; --long runs those too that only repeat in depth. Exit 0 all passed, 1 some did not."
      return 0
      ;;
    *) usage >&2; exit 2 ;;
  esac
  find_jdk
  need_maven
  need_node
  mkdir -p "$root/target"
  java_reports | while IFS= read -r file; do rm -f "$file"; done
  rm -f "$vitest_report" "$test_log" "$beside_log.seconds"
  run_step "tools" install_tools
  run_step "dashboard: build" build_dashboard
  run_step "browser tests: npm packages" npm_ci "$root/e2e-tests/browser"
  begin_beside "dashboard: lint, format, unit tests" check_dashboard
  run_step "shell" lint_shell
  run_step "systemd units" "$root/systemd/verify.sh"
  run_step "systemd units: what verifies them, on spoilt ones" "$root/systemd/verify.sh" --self-test
  run_step "Maven: format, build, unit, integration and end-to-end tests" run_maven "$long"
  end_beside
  summarize
}
