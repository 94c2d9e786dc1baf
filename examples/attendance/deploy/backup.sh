#!/bin/bash
mkdir -p /var/backups/timeclock
mysqldump timeclock | gzip > /var/backups/timeclock/$(date +%Y%m%d).sql.gz
find /var/backups/timeclock -mtime +7 -delete
