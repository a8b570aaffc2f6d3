#!/bin/sh
# Downloads the program of a release, verifies its checksum, and puts it into a folder:
#
#   XINDAYA_REPOSITORY=owner/xindaya XINDAYA_VERSION=v0.1.0 tools/install.sh ~/bin
#
# XINDAYA_VERSION is `latest` unless it is set; XINDAYA_RELEASES, the address of other releases that are laid out in the
# same way, stands in for XINDAYA_REPOSITORY; XINDAYA_TARGET chooses another binary than the machine's own.
set -eu

fail() {
    echo "error: $*" >&2
    exit 1
}

# The glibc binaries are built with 2.35. Everything older, and every other libc, takes the static one.
libc() {
    glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null) || glibc=''
    minor=${glibc#glibc 2.}
    case $minor in
        '' | *[!0-9]*) echo musl ;;
        *) if [ "$minor" -ge 35 ]; then echo gnu; else echo musl; fi ;;
    esac
}

target() {
    case $(uname -m) in
        x86_64 | amd64) machine=x86_64 ;;
        aarch64 | arm64) machine=aarch64 ;;
        *) fail "there is no binary for $(uname -m): cargo install --path ." ;;
    esac
    case $(uname -s) in
        Linux) echo "$machine-unknown-linux-$(libc)" ;;
        Darwin) echo "$machine-apple-darwin" ;;
        MINGW* | MSYS* | CYGWIN*) echo x86_64-pc-windows-msvc ;; # ARM runs it too
        *) fail "there is no binary for $(uname -s): cargo install --path ." ;;
    esac
}

releases() {
    if [ -n "${XINDAYA_RELEASES:-}" ]; then
        echo "${XINDAYA_RELEASES%/}"
        return
    fi
    case ${XINDAYA_REPOSITORY:-} in
        *[!0-9A-Za-z._/-]* | */*/* | /* | */) fail "XINDAYA_REPOSITORY is not owner/name: $XINDAYA_REPOSITORY" ;;
        */*) echo "https://github.com/$XINDAYA_REPOSITORY/releases" ;;
        *) fail 'set XINDAYA_REPOSITORY to the owner/name of the releases, or XINDAYA_RELEASES to their address' ;;
    esac
}

files() {
    case ${XINDAYA_VERSION:-latest} in
        latest) echo "$1/latest/download" ;;
        *[!0-9A-Za-z.-]*) fail "there is no version $XINDAYA_VERSION" ;;
        v[0-9]*) echo "$1/download/$XINDAYA_VERSION" ;;
        *) fail "a version is written like v0.1.0, not like $XINDAYA_VERSION" ;;
    esac
}

fetch() {
    curl --proto '=https,file' --proto-redir '=https' --fail --silent --show-error --location --retry 3 --output "$2" "$1" ||
        fail "cannot download $1"
}

sum() {
    if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1
}

[ $# -eq 1 ] || fail 'usage: install.sh FOLDER'
command -v curl >/dev/null || fail 'curl is missing'
target=${XINDAYA_TARGET:-$(target)}
case $target in
    *windows*) archive=xindaya-$target.zip program=xindaya.exe ;;
    *) archive=xindaya-$target.tar.gz program=xindaya ;;
esac
address=$(releases)
address=$(files "$address")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fetch "$address/SHA256SUMS" "$work/SHA256SUMS"
wanted=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1 }' "$work/SHA256SUMS")
[ -n "$wanted" ] || fail "the release has no $archive"
fetch "$address/$archive" "$work/$archive"
[ "$(sum "$work/$archive")" = "$wanted" ] || fail "the checksum of $archive is not the one of the release"
case $archive in
    *.zip) unzip -q "$work/$archive" -d "$work" ;;
    *) tar -xzf "$work/$archive" -C "$work" ;;
esac
mkdir -p "$1"
cp "$work/xindaya-$target/$program" "$1/$program"
chmod 755 "$1/$program"
"$1/$program" --version
