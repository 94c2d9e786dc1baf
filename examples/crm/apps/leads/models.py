from django.conf import settings
from django.db import models


class Company(models.Model):
    name = models.CharField(max_length=120, unique=True)

    class Meta:
        verbose_name_plural = "companies"

    def __str__(self):
        return self.name


class Lead(models.Model):
    NEW, WON, LOST = "new", "won", "lost"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="leads", on_delete=models.PROTECT)
    company = models.ForeignKey(Company, on_delete=models.CASCADE)
    contact = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    state = models.CharField(max_length=4, choices=[(NEW, "New"), (WON, "Won"), (LOST, "Lost")], default=NEW)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-created_at"]
