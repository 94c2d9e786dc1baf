from django.urls import path

from .views import LeadCreate, LeadList

urlpatterns = [
    path("", LeadList.as_view(), name="leads"),
    path("leads/new/", LeadCreate.as_view(), name="lead-new"),
]
