from django.test import TestCase

from .models import Employee


class EmployeeTest(TestCase):
    def test_the_list_needs_a_token(self):
        Employee.objects.create(badge="17", name="Imran")
        self.assertEqual(self.client.get("/api/employees/").status_code, 401)
