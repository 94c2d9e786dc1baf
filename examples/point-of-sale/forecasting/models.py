from django.db import models


class Forecast(models.Model):
    product = models.ForeignKey("pos.Product", on_delete=models.CASCADE)
    day = models.DateField()
    quantity = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "day"], name="one_forecast_a_day")]
