# note: A path that is required and not there stops the settings.
import environ

ROOT = environ.Path(__file__) - 2
LOGS = ROOT("logs", required=True)
