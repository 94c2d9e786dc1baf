from apps.accounts.health import health
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("health/", health, name="health"),
    path("billing/", include("apps.accounts.urls")),
    path("", include("apps.leads.urls")),
]
