from django.urls import path

from . import views

urlpatterns = [
    path("", views.till, name="till"),
    path("sell/<int:inventory_id>/", views.sell, name="sell"),
    path("health/", views.health, name="health"),
    path("ready/", views.ready, name="ready"),
]
