# shellcheck shell=bash
# ./dictamen test: every test there is, and a closing summary. Part of the script dictamen, which reads it and brings root,
# say, step, the checks of what is installed, and the checks of dashboard and shell.
: "${root:?is read by the script dictamen}"

failed_steps=()
test_log=$root/target/test.log
vitest_report=$root/dashboard-js/node_modules/.cache/vitest-junit.xml

# Runs one step; a failure is remembered and the next step goes on.
attempt() {
  local what=$1 start=$SECONDS
  shift
  say "=== $what"
  if ("$@"); then
    say "=== $what: done in $((SECONDS - start)) s"
  else
    say "=== $what: FAILED after $((SECONDS - start)) s"
    failed_steps+=("$what")
  fi
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

run_maven() {
  local long=$1 status=0
  DICTAMEN_IS_BUILT=1 mvn -B -f "$root/pom.xml" --fail-at-end "-Ddictamen.long=$long" spotless:check verify 2>&1 |
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

summarize() {
  local reports=() file run bad skipped no_data passed broken
  while IFS= read -r file; do reports+=("$file"); done < <(java_reports)
  [ -e "$vitest_report" ] && reports+=("$vitest_report")
  run=$(total tests "${reports[@]}")
  bad=$(($(total failures "${reports[@]}") + $(total errors "${reports[@]}")))
  skipped=$(total skipped "${reports[@]}")
  no_data=$(cat "${reports[@]}" /dev/null | grep -c '<skipped[^>]*no test data' || true)
  passed=$(browser_total passed)
  broken=$(browser_total failed)
  say ""
  say "Tests: $((run + ${passed:-0} + ${broken:-0})) run, $((bad + ${broken:-0})) failed, $skipped skipped" \
    "($no_data of them for want of test data); in a browser: ${passed:-0} passed, ${broken:-0} failed"
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
    *) usage >&2; exit 2 ;;
  esac
  find_jdk
  need_maven
  need_node
  mkdir -p "$root/target"
  java_reports | while IFS= read -r file; do rm -f "$file"; done
  rm -f "$vitest_report" "$test_log"
  attempt "tools" install_tools
  attempt "dashboard: lint, format, unit tests" check_dashboard
  attempt "dashboard: build" build_dashboard
  attempt "browser tests: npm packages" npm_ci "$root/e2e-tests/browser"
  attempt "shell" lint_shell
  attempt "systemd units" "$root/systemd/verify.sh"
  attempt "Maven: format, build, unit, integration and end-to-end tests" run_maven "$long"
  summarize
}
