from decimal import Decimal

from django.conf import settings
from django.db import transaction

from .models import Inventory, Sale


class OutOfStock(Exception):
    pass


@transaction.atomic
def sell(store, product, quantity, cashier):
    shelf = Inventory.objects.select_for_update().get(store=store, product=product)
    if shelf.quantity < quantity:
        raise OutOfStock(product)
    shelf.quantity -= quantity
    shelf.save(update_fields=["quantity"])
    net = product.price * quantity
    total = (net * (100 + settings.VAT_PERCENT) / 100).quantize(Decimal("0.01"))
    return Sale.objects.create(store=store, cashier=cashier, product=product, quantity=quantity, total=total)
