from django.conf import settings
from django.db import models


class Payment(models.Model):
    student = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    course = models.ForeignKey("courses.Course", on_delete=models.PROTECT)
    reference = models.CharField(max_length=60, unique=True)
    paid = models.BooleanField(default=False)
