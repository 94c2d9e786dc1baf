# note: What a package's own code makes is unknown, what settings say beside it stays known.
# declared: sentry_sdk, celery
# unknown: CELERY_BEAT_SCHEDULE
import sentry_sdk
from celery.schedules import crontab
from corsheaders.defaults import default_headers
sentry_sdk.init(dsn='https://k@o1.ingest.sentry.io/1', traces_sample_rate=0.1)
CELERY_BEAT_SCHEDULE = {'a': {'task': 'x', 'schedule': crontab(minute=0)}}
CORS_ALLOW_HEADERS = [*default_headers, 'x-token']
AFTER = 'known'
