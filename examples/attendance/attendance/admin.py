from django.contrib import admin

from .models import Employee, Punch


@admin.register(Employee)
class EmployeeAdmin(admin.ModelAdmin):
    list_display = ["badge", "name", "active"]
    search_fields = ["badge", "name"]


@admin.register(Punch)
class PunchAdmin(admin.ModelAdmin):
    list_display = ["employee", "at", "direction"]
    date_hierarchy = "at"
