from django.urls import path

from . import views

urlpatterns = [
    path("", views.till, name="till"),
    path("sell/<int:product_id>/", views.sell, name="sell"),
]
