from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .models import Product, Sale, SaleLine


@login_required
def till(request):
    return render(request, "pos/till.html", {"products": Product.objects.filter(active=True)})


@login_required
@require_POST
@transaction.atomic
def sell(request, product_id):
    product = get_object_or_404(Product.objects.select_for_update(), pk=product_id, stock__gt=0)
    product.stock -= 1
    product.save(update_fields=["stock"])
    sale = Sale.objects.create(cashier=request.user, total=product.price)
    SaleLine.objects.create(sale=sale, product=product, quantity=1, price=product.price)
    return redirect("till")
