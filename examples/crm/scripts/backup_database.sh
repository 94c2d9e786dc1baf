#!/bin/bash
# Meant for cron: 0 2 * * * /path/to/scripts/backup_database.sh
DIRECTORY="$(dirname "$0")/../backups"
mkdir -p "$DIRECTORY"
if [[ "$DATABASE_URL" == postgres* ]]; then
  pg_dump "$DATABASE_URL" | gzip > "$DIRECTORY/$(date +%F).sql.gz"
else
  cp "$(dirname "$0")/../db.sqlite3" "$DIRECTORY/$(date +%F).sqlite3"
fi
find "$DIRECTORY" -mtime +7 -delete
