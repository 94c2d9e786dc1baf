from django.contrib import admin

from .models import Company, Lead

admin.site.register(Company)


@admin.register(Lead)
class LeadAdmin(admin.ModelAdmin):
    list_display = ["company", "contact", "owner", "state"]
    list_filter = ["state"]
