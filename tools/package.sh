#!/usr/bin/env bash
# Packs a built program for a release, with its manual, completions and licences:
#
#   tools/package.sh TARGET PROGRAM FOLDER      (a triple, the built program, where the archive goes)
#
# The program is run for its manual: pack it on a machine of its own kind.
set -euo pipefail
target=$1 program=$2 folder=$3
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packed=$work/xindaya-$target
mkdir -p "$packed/completions" "$folder"
cp "$program" "$packed/"
cp -R README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT LICENSES NOTICE.md "$packed/"
"$program" man --folder "$packed/man"
for shell in bash elvish fish powershell zsh; do
    "$program" completions "$shell" >"$packed/completions/xindaya.$shell"
done

case $target in
    *windows*) (cd "$work" && 7z a -bso0 archive.zip "xindaya-$target") && mv "$work/archive.zip" "$folder/xindaya-$target.zip" ;;
    # macOS would put files of its own beside ours.
    *) COPYFILE_DISABLE=1 tar -czf "$folder/xindaya-$target.tar.gz" -C "$work" "xindaya-$target" ;;
esac
