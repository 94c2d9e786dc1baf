from django.db.models import Sum
from django.db.models.functions import TruncDate
from django.shortcuts import get_object_or_404
from pos.models import Product, SaleLine
from rest_framework.decorators import api_view
from rest_framework.response import Response

from .trend import next_value


@api_view(["GET"])
def forecast(request, product_id):
    product = get_object_or_404(Product, pk=product_id)
    days = (
        SaleLine.objects.filter(product=product)
        .annotate(day=TruncDate("sale__sold_at"))
        .values("day")
        .annotate(quantity=Sum("quantity"))
        .order_by("day")
    )
    return Response({"product": product.name, "tomorrow": next_value([day["quantity"] for day in days])})
