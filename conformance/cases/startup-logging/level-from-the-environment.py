# note: A level in upper case from the environment is fine.
# env: LOG_LEVEL=warning
import os

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler", "level": os.environ["LOG_LEVEL"].upper()}},
}
