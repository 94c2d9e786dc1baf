# note: A variable that is set to nothing beats the default; without either there is an empty dictionary.
# env: EMAIL_URL=
# env: ALERT_EMAIL_URL=memory:
import dj_email_url

EMPTY = dj_email_url.config(default="console:")
ALERTS = dj_email_url.config("ALERT_EMAIL_URL")
DEFAULTED = dj_email_url.config(env="OTHER_EMAIL_URL", default="dummy:")
NOTHING = dj_email_url.config("OTHER_EMAIL_URL")
