from django.core.exceptions import ValidationError

LARGEST_AVATAR = 2 * 1024 * 1024


def validate_avatar(image):
    if image.size > LARGEST_AVATAR:
        raise ValidationError("An avatar may have two megabytes at most.")
    if not image.name.lower().endswith((".jpg", ".jpeg", ".png")):
        raise ValidationError("An avatar is a JPEG or PNG file.")
