#!/usr/bin/env bash
# Fetch the official schemas of TMX 1.4, TBX 2 and XLIFF 1.2 out of Debian's packages, and judge our exports by them.
set -euo pipefail
cd "$(dirname "$0")/.."
there=$(pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
packages="omegat php-symfony-translation"
# shellcheck disable=SC2086
apt-get download -qq $packages 2>/dev/null || { apt-get update -qq && apt-get download -qq $packages; }
for package in *.deb; do dpkg-deb --extract "$package" .; done
python3 -m zipfile -e usr/share/omegat/OmegaT.jar jar
mv jar/schemas/{tmx14.dtd,tbx.xsd,xml.xsd} usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-1.2-strict.xsd .
cd "$there"
.venv/bin/python tools/validate_exports.py "$folder"
