# note: An argument given by place and by name.
def cache(backend, timeout=300):
    return {"BACKEND": backend}


CACHES = {"default": cache("locmem", backend="redis")}
