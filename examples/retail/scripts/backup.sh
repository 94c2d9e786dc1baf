#!/bin/sh
# Dumps the database to backups/, and keeps thirty days.
set -eu
mkdir -p backups
docker compose exec -T db pg_dump -U shopfloor shopfloor > backups/dump.sql
gzip --force --stdout backups/dump.sql > "backups/$(date +%F).sql.gz"
rm backups/dump.sql
find backups -name '*.sql.gz' -mtime +30 -delete
