#!/bin/sh
# Holds every unit, as it is, against systemd-analyze verify, and its confinement against the file `confinement` beside it.
#   verify.sh              verifies all units
#   verify.sh --self-test  spoils the confinement line by line and fails where that goes unnoticed
# The binaries of a production host are not here: the units lie in a folder that stands for the host's root, where every
# program and document that they name is a stub.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command -v systemd-analyze >/dev/null 2>&1 || { echo "systemd: no systemd-analyze here, units not verified"; exit 0; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# make_root FOLDER ROOT: a host with the units of the folder and stubs of what they name
make_root() {
  mkdir -p "$2/etc/systemd/system"
  cp "$1"/*.service "$1"/*.target "$2/etc/systemd/system/"
  sed -nE -e 's#^Exec[A-Za-z]*=[-@:+!]*(/[^ ]+).*#\1#p' -e 's#^Documentation=file:(/[^ ]+).*#\1#p' "$1"/*.service "$1"/*.target |
    sort -u | while read -r path; do
    mkdir -p "$2$(dirname "$path")"
    printf '#!/bin/sh\n' >"$2$path"
    chmod +x "$2$path"
  done
}

# confinement_of UNIT LIST: the unit's lines with the keys of the list, in its order
confinement_of() {
  keys=$(sed -nE 's/^([A-Za-z]+)=.*/\1/p' "$2" | sort -u | paste -sd '|' -)
  grep -E "^($keys)=" "$1" || true
}

# verify_unit ROOT UNIT LIST: prints what is wrong and fails
verify_unit() {
  complaints=$(systemd-analyze verify --root="$1" --man=no --recursive-errors=no "$1/etc/systemd/system/$2" 2>&1) || true
  [ -z "$complaints" ] || printf '%s\n' "$complaints"
  case $2 in *.target) [ -z "$complaints" ]; return ;; esac
  confinement_of "$1/etc/systemd/system/$2" "$3" >"$scratch/found"
  grep -v '^#' "$3" | diff - "$scratch/found" >"$scratch/difference" && [ -z "$complaints" ] && return
  sed -n -e 's/^</confinement is missing:/p' -e 's/^>/confinement is not as listed:/p' "$scratch/difference"
  return 1
}

# verify_host FOLDER: counts into verified and failed
verify_host() {
  make_root "$1" "$scratch/$(basename "$1")"
  for unit in "$1"/*.service "$1"/*.target; do
    name=$(basename "$unit")
    if wrong=$(verify_unit "$scratch/$(basename "$1")" "$name" "$1/confinement"); then
      verified=$((verified + 1))
    else
      failed=$((failed + 1))
      printf '%s\n' "$wrong" | sed "s#^#systemd: $name: #" >&2
    fi
  done
}

# must_fail ROOT UNIT LIST WHAT: fails where the spoilt unit passes
must_fail() {
  spoilt=$((spoilt + 1))
  if verify_unit "$1" "$2" "$3" >/dev/null; then
    failed=$((failed + 1))
    echo "systemd: $2 passes with $4" >&2
  fi
}

# self_test FOLDER UNIT: each line of the confinement deleted, misspelt (in the list as well), and overridden
self_test() {
  root=$scratch/spoilt-$(basename "$1")
  make_root "$1" "$root"
  unit=$root/etc/systemd/system/$2
  grep -v '^#' "$1/confinement" >"$scratch/lines"
  while read -r line; do
    key=${line%%=*}
    grep -vxF -e "$line" "$1/$2" >"$unit"
    must_fail "$root" "$2" "$1/confinement" "no $line"
    sed "s/^$key=/${key%?}=/" "$1/$2" >"$unit"
    must_fail "$root" "$2" "$1/confinement" "$key misspelt"
    sed "s/^$key=/${key%?}=/" "$1/confinement" >"$scratch/misspelt"
    must_fail "$root" "$2" "$scratch/misspelt" "$key misspelt in the list as well"
    sed "s|^\\[Install\\]|$key=\\n&|" "$1/$2" >"$unit"
    must_fail "$root" "$2" "$1/confinement" "$key emptied by a later line"
  done <"$scratch/lines"
}

failed=0
if [ "${1:-}" = --self-test ]; then
  spoilt=0
  self_test "$here/host-a" dictamen-result-sink.service
  self_test "$here/host-b" vllm@.service
  echo "systemd: $spoilt spoilt units, $failed unnoticed"
else
  verified=0
  verify_host "$here/host-a"
  verify_host "$here/host-b"
  echo "systemd: $verified units verified, $failed failed"
fi
[ "$failed" -eq 0 ]
