# note: Projects register schemes of their own, and say what happens after parsing.
import dj_database_url

dj_database_url.register("metered", "django_prometheus.db.backends.postgresql")


@dj_database_url.register("tenants", "django_tenants.postgresql_backend")
def with_schema(config):
    config["OPTIONS"]["options"] = "-c search_path=" + config["OPTIONS"].pop("schema", "public")


METERED = dj_database_url.parse("metered://h/n?currentSchema=x")
TENANTS = dj_database_url.parse("tenants://h/n?schema=one")
