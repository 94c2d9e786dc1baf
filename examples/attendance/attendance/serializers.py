from rest_framework import serializers

from .models import Employee, Punch


class EmployeeSerializer(serializers.ModelSerializer):
    class Meta:
        model = Employee
        fields = ["id", "badge", "name", "active"]


class PunchSerializer(serializers.ModelSerializer):
    class Meta:
        model = Punch
        fields = ["id", "employee", "at", "direction"]
        read_only_fields = fields
