from django.urls import path

from . import views

urlpatterns = [
    path("", views.courses, name="courses"),
    path("learn/<slug:slug>/", views.learn, name="learn"),
    path("learn/<slug:slug>/certificate/", views.certificate, name="certificate"),
]
