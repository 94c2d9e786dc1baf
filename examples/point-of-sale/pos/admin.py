from django.contrib import admin

from .models import Product, Sale, SaleLine


class SaleLineInline(admin.TabularInline):
    model = SaleLine
    extra = 0


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
    list_display = ["name", "price", "stock", "active"]
    search_fields = ["name"]


@admin.register(Sale)
class SaleAdmin(admin.ModelAdmin):
    date_hierarchy = "sold_at"
    inlines = [SaleLineInline]
