#!/bin/sh
# health-gate.sh HOST PORT SECONDS -- waits for /health, then demands one real structured answer
set -eu
U="http://$1:$2"; end=$(( $(date +%s) + $3 ))
until curl -fsS -m 2 -o /dev/null "$U/health" 2>/dev/null; do
  [ "$(date +%s)" -lt "$end" ] || { echo "health gate: $U not up in $3 s" >&2; exit 1; }
  sleep 2
done
curl -fsS -m 5 "$U/version" >&2; echo >&2
curl -fsS -m 5 "$U/v1/models" | grep -q '"id":"openai/gpt-oss-20b"' || { echo "wrong model id" >&2; exit 1; }
ans=$(curl -fsS -m 60 "$U/v1/chat/completions" -H 'Content-Type: application/json' -d '{"model":"openai/gpt-oss-20b","reasoning_effort":"low","max_completion_tokens":400,"temperature":0,"messages":[{"role":"user","content":"Responde con el JSON {\"score\":\"good\"}"}],"response_format":{"type":"json_schema","json_schema":{"name":"canary","strict":true,"schema":{"type":"object","additionalProperties":false,"required":["score"],"properties":{"score":{"type":"string","enum":["bad","good"]}}}}}}')
case $ans in
  *'"finish_reason":"stop"'*score*) ;;
  *) echo "canary failed: $ans" >&2; exit 1 ;;
esac
