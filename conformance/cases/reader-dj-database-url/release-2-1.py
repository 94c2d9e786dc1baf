# note: In 2.1 what int() reads is a number in OPTIONS.
# version: dj-database-url==2.1.0
import dj_database_url

URLS = ["postgres://u:p@H.example:5432/n?currentSchema=s&sslmode=require&n=5&b=true&n=6", "postgres://%2Frun%2FPG/n",
        "mysql2://u@h/n?ssl-ca=/ca.pem", "oracle://h:1521/n", "mssql://h:1433/n", "sqlite://", "redshift://h/n?timeout=+5"]
PARSED = [dj_database_url.parse(url, conn_max_age=60) for url in URLS]
