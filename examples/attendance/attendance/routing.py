from django.urls import path

from .consumers import PunchConsumer

websocket_urlpatterns = [path("ws/punches/", PunchConsumer.as_asgi())]
