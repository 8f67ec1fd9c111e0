#!/bin/sh
# Builds the archive in parts as an array of Slurm, and joins them when all are made. The nodes share this folder.
#   PARTS=64 sh src/hosting/engines/slurm.sh
# Options for sbatch, such as a partition or an account, are given behind it:  sh slurm.sh --partition=short
# What each prints is in slurm-*.log. A part whose node fails is queued again by Slurm. Where one fails for good nothing
# is joined; run this again then: what was made is kept.
set -eu
count=${PARTS:-4}
npm run --silent build -- --help > /dev/null
sbatch --wait --job-name=parts --array="1-$count" --requeue --cpus-per-task=2 --mem=2G \
	--output=slurm-%A-%a.log "$@" \
	--wrap='npm run --silent build -- --part "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"'
sbatch --wait --job-name=join --cpus-per-task=2 --mem=6G --output=slurm-%j.log "$@" \
	--wrap='npm run --silent join'
