# note: Schemes stand for backends, ports and TLS; the query says the rest and beats the scheme.
import dj_email_url

SMTP = dj_email_url.parse("smtp://")
SUBMISSION = dj_email_url.parse("submission://user%40shop:p%2Fw@mail.example")
SMTPS = dj_email_url.parse("smtps://mail.example:465?ssl=True")
TLS = dj_email_url.parse("smtp://mail.example?tls=on&timeout=10")
FROM = dj_email_url.parse("smtp://mail.example?_server_email=a@x&_default_from_email=b@x")
FILES = dj_email_url.parse("file:///var/mails")
CONSOLE = dj_email_url.parse("console:")
UNKNOWN = dj_email_url.parse("ses://")
