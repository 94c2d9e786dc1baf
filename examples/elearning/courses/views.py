from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render

from .forms import ProgressForm
from .models import Course, Enrolment


def courses(request):
    return render(request, "courses/list.html", {"courses": Course.objects.order_by("title")})


@login_required
def learn(request, slug):
    enrolment = get_object_or_404(Enrolment.objects.select_related("course"), student=request.user, course__slug=slug)
    form = ProgressForm(request.POST or None, instance=enrolment)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("learn", slug)
    return render(request, "courses/learn.html", {"enrolment": enrolment, "form": form})


@login_required
def certificate(request, slug):
    from reportlab.pdfgen.canvas import Canvas

    enrolment = get_object_or_404(Enrolment, student=request.user, course__slug=slug, progress=100)
    page = BytesIO()
    canvas = Canvas(page)
    canvas.drawString(100, 700, f"{request.user.get_full_name()} completed {enrolment.course}")
    canvas.save()
    page.seek(0)
    return FileResponse(page, as_attachment=True, filename="certificate.pdf")
