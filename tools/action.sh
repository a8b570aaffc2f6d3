#!/usr/bin/env bash
# Runs the check of the GitHub Action. Inputs come by the environment and are never read as code: XINDAYA_PATHS has a path a
# line, XINDAYA_ARGS arguments between blanks, XINDAYA_SARIF the file for SARIF or nothing.
set -euo pipefail

read -r -d '' -a arguments <<<"$XINDAYA_ARGS" || true
paths=()
while IFS= read -r path; do
    path=${path%$'\r'}
    if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"$XINDAYA_PATHS"
if [ -n "$XINDAYA_SARIF" ]; then
    arguments+=(--output "sarif=$XINDAYA_SARIF")
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    arguments+=(--output "markdown=$GITHUB_STEP_SUMMARY")
fi
code=0
xindaya check --format github ${arguments[@]+"${arguments[@]}"} -- ${paths[@]+"${paths[@]}"} || code=$?
# What was not written is not promised to the next step.
if [ -f "$XINDAYA_SARIF" ]; then
    printf 'sarif=%s\n' "${XINDAYA_SARIF//[$'\r\n']/}" >>"$GITHUB_OUTPUT"
fi
exit "$code"
