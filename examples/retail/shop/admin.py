from django.contrib import admin

from .models import AuditLog, Inventory, Product, Sale, Store

admin.site.register([AuditLog, Inventory, Product, Sale, Store])
