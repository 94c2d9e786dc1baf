from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .models import Inventory
from .services import OutOfStock
from .services import sell as sell_from


@login_required
def till(request):
    shelves = Inventory.objects.filter(quantity__gt=0).select_related("store", "product")
    return render(request, "shop/till.html", {"shelves": shelves})


@login_required
@require_POST
def sell(request, inventory_id):
    shelf = get_object_or_404(Inventory.objects.select_related("store", "product"), pk=inventory_id)
    try:
        sell_from(shelf.store, shelf.product, 1, request.user)
    except OutOfStock:
        return render(request, "shop/till.html", {"shelves": [], "sold_out": shelf.product}, status=409)
    return redirect("till")


def health(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    cache.set("health", 1, 5)
    return JsonResponse({"status": "ok"})


def ready(request):
    return JsonResponse({"status": "ready"})
