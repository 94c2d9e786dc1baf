# note: Code of the package around the settings that asks `django.conf.settings` first has the settings loaded then.
# env: BROKER=amqp://mq.acme.io
import os

BROKER = os.environ.get("BROKER")
ORDER = ["settings"]
# --- config/__init__.py ---
from .queue import scheme
# --- config/queue.py ---
from django.conf import settings

scheme = settings.BROKER.split(":")[0]
settings.ORDER.append(scheme)
settings.ORDER.append(settings.LANGUAGE_CODE)
