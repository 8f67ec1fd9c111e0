#!/bin/sh
# Builds the archive in parts on this machine, several at a time, with GNU parallel, and joins them.
#   PARTS=8 sh src/hosting/engines/parallel.sh
# Where a part fails, nothing is joined; run this again then: what was made is kept.
set -eu
count=${PARTS:-4}
# What the project needs is installed before the parts begin all at once.
npm run --silent build -- --help > /dev/null
seq "$count" | parallel --halt soon,fail=1 --line-buffer --tag \
	npm run --silent build -- --part "{}/$count"
npm run --silent join
