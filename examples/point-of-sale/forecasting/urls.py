from django.urls import path

from .views import forecast

urlpatterns = [path("<int:product_id>/", forecast, name="forecast")]
