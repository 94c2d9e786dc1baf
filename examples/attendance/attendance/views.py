from rest_framework import viewsets

from .models import Employee, Punch
from .serializers import EmployeeSerializer, PunchSerializer


class EmployeeViewSet(viewsets.ModelViewSet):
    queryset = Employee.objects.order_by("badge")
    serializer_class = EmployeeSerializer


class PunchViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Punch.objects.select_related("employee")
    serializer_class = PunchSerializer
