from django.conf import settings
from django.db import models


class Course(models.Model):
    title = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    thumbnail = models.ImageField(upload_to="thumbnails/", blank=True)
    price = models.DecimalField(max_digits=9, decimal_places=2, default=0)
    outline = models.JSONField(default=list, blank=True)

    def __str__(self):
        return self.title


class Enrolment(models.Model):
    student = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="enrolments", on_delete=models.CASCADE)
    course = models.ForeignKey(Course, related_name="enrolments", on_delete=models.CASCADE)
    progress = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "course"], name="enrolled_once")]
