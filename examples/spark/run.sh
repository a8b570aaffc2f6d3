#!/usr/bin/env bash
# Checks segments with Spark and with one process, and fails unless both write the same bytes. Prints what each took.
#
#   examples/spark/run.sh
#
# SEGMENTS (200000), EFFORT (fast), XINDAYA (target/release/xindaya), PYTHON (python3), CORES (2) and MEMORY (1g) may be set.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
segments=${SEGMENTS:-200000} effort=${EFFORT:-fast} python=${PYTHON:-python3} cores=${CORES:-2} memory=${MEMORY:-1g}
xindaya=${XINDAYA:-$here/../../target/release/xindaya}

missing=()
[ -x "$xindaya" ] || missing+=("the program ($xindaya): cargo build --release, or set XINDAYA")
command -v java >/dev/null || missing+=("Java 17 or later: apt-get install default-jre-headless")
command -v "$python" >/dev/null || missing+=("Python ($python)")
"$python" -c 'import pyspark' 2>/dev/null || missing+=("PySpark: $python -m pip install -r $here/requirements.txt")
if [ ${#missing[@]} -gt 0 ]; then
    printf 'missing: %s\n' "${missing[@]}" >&2
    exit 2
fi

exec 3>&1 # what was measured goes here: the output of a command may go elsewhere
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$python PYTHONDONTWRITEBYTECODE=1
export PYSPARK_SUBMIT_ARGS="--master local[$cores] --driver-memory $memory --conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false --conf spark.log.level=ERROR pyspark-shell"
options=(--no-config --effort "$effort")

# Runs a command; tells the seconds that it took, those of a core, and the memory of its largest process. On Linux the
# processes that outlive the command, as Spark's do, are waited for and counted.
measured() {
    "$python" -c '
import ctypes, os, resource, subprocess, sys, time
name, *command = sys.argv[1:]
linux, mac = sys.platform == "linux", sys.platform == "darwin"
if linux: ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER
start = time.monotonic()
code = subprocess.run(command).returncode
took = time.monotonic() - start
try:
    while linux: os.wait()
except ChildProcessError: pass
used = resource.getrusage(resource.RUSAGE_CHILDREN)
memory = used.ru_maxrss / (1 << 20 if mac else 1 << 10)
print(f"{name}: {took:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of a core, {memory:.0f} MB", file=open(3, "w"))
sys.exit(code)
' "$@"
}

echo "$segments segments, effort $effort"
"$python" "$here/segments.py" --rows "$segments" >"$work/in.jsonl"
measured 'one process, one thread' "$xindaya" check - --from jsonl --format jsonl --exit-zero --threads 1 "${options[@]}" \
    <"$work/in.jsonl" >"$work/one.jsonl"
measured "Spark, $cores cores" "$python" "$here/job.py" "$work/in.jsonl" "$work/out" --xindaya "$xindaya" -- "${options[@]}"
cat "$work"/out/part-* >"$work/spark.jsonl"

lines=$(wc -l <"$work/spark.jsonl")
[ "$lines" -eq "$segments" ] || { echo "of $segments segments $lines came out" >&2; exit 1; }
cmp "$work/one.jsonl" "$work/spark.jsonl" || { echo 'Spark and one process differ' >&2; exit 1; }
echo "the same $(wc -c <"$work/one.jsonl") bytes, in the same order"
