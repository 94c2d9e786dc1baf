from django.contrib.auth import get_user_model
from django.test import TestCase

from .models import Inventory, Product, Store
from .services import OutOfStock, sell


class SellTest(TestCase):
    def setUp(self):
        self.store = Store.objects.create(name="Moi Avenue")
        self.product = Product.objects.create(name="Tea", barcode="1", price="100.00")
        self.cashier = get_user_model().objects.create(username="njeri")

    def test_a_sale_adds_the_tax_and_empties_the_shelf(self):
        Inventory.objects.create(store=self.store, product=self.product, quantity=1)
        self.product.refresh_from_db()
        self.assertEqual(str(sell(self.store, self.product, 1, self.cashier).total), "116.00")
        with self.assertRaises(OutOfStock):
            sell(self.store, self.product, 1, self.cashier)
