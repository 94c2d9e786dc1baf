from rest_framework.routers import DefaultRouter

from .views import EmployeeViewSet, PunchViewSet

router = DefaultRouter()
router.register("employees", EmployeeViewSet)
router.register("punches", PunchViewSet)

urlpatterns = router.urls
