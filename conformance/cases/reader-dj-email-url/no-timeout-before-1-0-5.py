# note: Before 1.0.5 there was no time limit.
# version: dj-email-url==1.0.4
import dj_email_url

MAIL = dj_email_url.parse("smtp://mail.example?timeout=10")
