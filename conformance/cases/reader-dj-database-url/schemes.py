# note: Each scheme stands for a backend.
import dj_database_url

SCHEMES = ["postgres", "postgresql", "pgsql", "postgis", "mysql", "mysql2", "mysqlgis", "mysql-connector", "mssql",
           "mssqlms", "spatialite", "sqlite", "oracle", "oraclegis", "redshift", "cockroach", "timescale", "timescalegis"]
ENGINES = {scheme: dj_database_url.parse(scheme + "://host:1521/name")["ENGINE"] for scheme in SCHEMES}
PORTS = {scheme: dj_database_url.parse(scheme + "://host:1521/name")["PORT"] for scheme in ("mysql", "oracle", "mssql")}
