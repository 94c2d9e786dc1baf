# note: A port that is no number stops the settings.
# env: EMAIL_URL=smtp://mail.example:smtp
import dj_email_url

vars().update(dj_email_url.config())
