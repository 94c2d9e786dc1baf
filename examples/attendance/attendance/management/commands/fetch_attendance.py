import time
from datetime import datetime, timezone

import requests
from attendance.models import Employee, Punch
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Copies the punches of the terminal at the door into the database, once a minute."

    def handle(self, *args, **options):
        while True:
            self.fetch()
            time.sleep(60)

    def fetch(self):
        try:
            answer = requests.get(f"http://{settings.DEVICE_ADDRESS}/punches", timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            self.stderr.write(f"The terminal does not answer: {error}")
            return
        badges = {employee.badge: employee for employee in Employee.objects.filter(active=True)}
        for punch in answer.json():
            employee = badges.get(punch["badge"])
            if employee:
                at = datetime.fromtimestamp(punch["at"], tz=timezone.utc)
                Punch.objects.get_or_create(employee=employee, at=at, defaults={"direction": punch["direction"]})
