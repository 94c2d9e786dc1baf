# note: An unexpected keyword stops the settings.
def cache(backend, timeout=300):
    return {"BACKEND": backend, "TIMEOUT": timeout}


CACHES = {"default": cache("locmem", ttl=5)}
