from django.db import models


class Employee(models.Model):
    badge = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    active = models.BooleanField(default=True)

    def __str__(self):
        return f"{self.name} ({self.badge})"


class Punch(models.Model):
    IN = "in"
    OUT = "out"

    employee = models.ForeignKey(Employee, related_name="punches", on_delete=models.CASCADE)
    at = models.DateTimeField(db_index=True)
    direction = models.CharField(max_length=3, choices=[(IN, "In"), (OUT, "Out")])

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["employee", "at"], name="one_punch_a_moment")]
