#!/bin/bash
set -e

apt-get install -y apache2 libapache2-mod-wsgi-py3 mysql-server redis-server python3-venv

cd /var/www/timeclock
python3 -m venv venv
venv/bin/pip install -r requirements.txt
venv/bin/python manage.py migrate --noinput
venv/bin/python manage.py collectstatic --noinput

cp deploy/apache2_virtualhost.conf /etc/apache2/sites-available/timeclock.conf
cp deploy/attendance_fetcher.service /etc/systemd/system/
a2enmod wsgi headers
a2ensite timeclock
systemctl daemon-reload
systemctl enable --now attendance_fetcher
systemctl reload apache2

chown -R www-data:www-data /var/www/timeclock
