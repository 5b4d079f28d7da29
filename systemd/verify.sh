#!/bin/sh
# Holds every unit against systemd-analyze verify. The binaries of a production host are not here, so each unit is
# checked as a copy whose binaries, users and environment files are stubs under a temporary folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command -v systemd-analyze >/dev/null 2>&1 || { echo "systemd: no systemd-analyze here, units not verified"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/bin" "$work/units" "$work/etc"

stub() {
  printf '#!/bin/sh\nexit 0\n' >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}
for name in java vllm preflight.sh health-gate.sh; do stub "$name"; done

copy() {
  sed -E \
    -e "s#^(ExecStart|ExecStartPre|ExecStartPost)=/[^ ]*/([^/ ]+)#\\1=$work/bin/\\2#" \
    -e "s#^EnvironmentFile=-?/.*#EnvironmentFile=-$work/etc/stub.env#" \
    -e "s#^(User|Group)=.*#\\1=root#" \
    -e "/^(BindReadOnlyPaths|BindPaths|ReadWritePaths|WorkingDirectory)=/d" \
    -e "/^Documentation=file:/d" \
    "$1" >"$work/units/$(basename "$1")"
}
for unit in "$here"/host-a/*.service "$here"/host-a/*.target "$here"/host-b/*.service "$here"/host-b/*.target; do copy "$unit"; done

failed=0
verified=0
for unit in "$work"/units/*; do
  name=$(basename "$unit")
  # a template is verified as its first instance
  case $name in *@.service) instance="$work/units/$(echo "$name" | sed 's/@/@1/')"; cp "$unit" "$instance"; unit=$instance ;; esac
  if complaint=$(SYSTEMD_UNIT_PATH="$work/units:" systemd-analyze verify --man=no --recursive-errors=no "$unit" 2>&1) && [ -z "$complaint" ]; then
    verified=$((verified + 1))
  else
    failed=$((failed + 1))
    printf 'systemd: %s: %s\n' "$name" "$complaint" >&2
  fi
done
echo "systemd: $verified units verified, $failed failed"
[ "$failed" -eq 0 ]
