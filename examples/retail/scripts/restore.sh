#!/bin/sh
# usage: scripts/restore.sh backups/2026-01-31.sql.gz
set -eu
gunzip --stdout "$1" | docker compose exec -T db psql -U shopfloor --single-transaction shopfloor
