#!/usr/bin/env bash
# Kills a small training run with SIGKILL at random moments, resumes it each time, and compares its files with those of the
# same run left alone: model.safetensors and last.safetensors byte by byte, and the log line by line
# without its timings. Exits 1 where they differ.
#
#   benchmarks/kill-and-resume.sh SENET [KILLS] [SEED]
#
# SENET: the command, such as "dotnet .../Senet.Cli.dll" or ./senet. KILLS: default 50. SEED: of the moments, default 20170905.
set -euo pipefail
read -r -a senet <<<"${1:?usage: benchmarks/kill-and-resume.sh SENET [KILLS] [SEED]}"
kills=${2:-50}
RANDOM=${3:-20170905}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 256 grey noise images of 28 x 28 in two classes, as IDX files: what is learnt does not matter, only that it is the same.
images=256
mkdir "$work/data"
{ printf '\x00\x00\x08\x03\x00\x00\x01\x00\x00\x00\x00\x1c\x00\x00\x00\x1c'; head -c $((images * 784)) /dev/urandom; } >"$work/data/train-images-idx3-ubyte"
{ printf '\x00\x00\x08\x01\x00\x00\x01\x00'; for ((i = 0; i < images; i++)); do printf "\\x0$((i % 2))"; done; } >"$work/data/train-labels-idx1-ubyte"

# Dropout, mixed labels and random crops draw numbers; a state is saved after nearly every step, so that kills fall into writing too.
# The command takes the place of the shell that calls it: the process to kill is the one to wait for.
train() {
  exec "${senet[@]}" train "$work/data" --resume "$work/$1" --arch se-resnet-8 --dropout 0.2 --augment mixup:0.3 --epochs 250 --batch-size 64 --lr 0.02 --seed 3 \
    --save-minutes 0.0002 --keep 2 --log jsonl --log-every 1 --gates-every 10 --gradients-every 10 --precision float32 --threads 1 --workers 1 --device cpu
}

start=$(date +%s%N)
(train whole) >"$work/whole.txt"
elapsed() { echo $((($(date +%s%N) - start) / 1000000)); }
echo "uninterrupted run: $(($(elapsed) / 1000)) s"

killed=0
declare -A torn=()
while ((killed < kills)); do
  train killed >>"$work/killed.txt" 2>&1 &
  process=$!
  moment=$((RANDOM % 3000 + 300))
  sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
  kill -9 "$process" 2>/dev/null || true
  status=0
  wait "$process" 2>/dev/null || status=$?
  # A run that ended by itself leaves nothing to kill: that is a failure of this script.
  ((status == 137)) || { echo "the run ended with $status after $killed kills; give it more epochs" >&2; tail -3 "$work/killed.txt" >&2; exit 2; }
  killed=$((killed + 1))
  for file in "$work"/killed/.*.tmp; do
    [[ -e $file && -z ${torn[$file]:-} ]] && torn[$file]=1
  done
done
resumed=$(grep -c '^resuming at ' "$work/killed.txt" || true)
(train killed) >>"$work/killed.txt"
echo "killed $killed times, $resumed resumes from a saved state before the last, ${#torn[@]} kills while a file was being written"

status=0
same() {
  if cmp -s "$2" "$3"; then echo "$1: identical ($(stat -c %s "$2") bytes, sha256 $(sha256sum <"$2" | cut -c1-16))"; else echo "$1: DIFFERENT"; status=1; fi
}
timeless() { sed -E 's/"(images_per_second|[a-z]+_seconds)":[^,}]+//g' "$1"; }
same model.safetensors "$work/whole/model.safetensors" "$work/killed/model.safetensors"
same last.safetensors "$work/whole/last.safetensors" "$work/killed/last.safetensors"
timeless "$work/whole/log/log.jsonl" >"$work/whole.jsonl"
timeless "$work/killed/log/log.jsonl" >"$work/killed.jsonl"
same "log.jsonl without timings, $(wc -l <"$work/whole.jsonl") records" "$work/whole.jsonl" "$work/killed.jsonl"
exit $status
