from django.contrib import admin

from .models import Course, Enrolment


@admin.register(Course)
class CourseAdmin(admin.ModelAdmin):
    list_display = ["title", "price"]
    prepopulated_fields = {"slug": ["title"]}


admin.site.register(Enrolment)
