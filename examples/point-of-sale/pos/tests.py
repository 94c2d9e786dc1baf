from django.contrib.auth import get_user_model
from django.test import TestCase

from .models import Product, Sale


class TillTest(TestCase):
    def test_a_sale_takes_one_from_the_stock(self):
        product = Product.objects.create(name="Flat white", price="3.20", stock=2)
        self.client.force_login(get_user_model().objects.create(username="ana"))
        self.client.post(f"/sell/{product.pk}/")
        product.refresh_from_db()
        self.assertEqual(product.stock, 1)
        self.assertEqual(Sale.objects.count(), 1)
