# note: What cannot be gone through is told at its own line within a comprehension.
HOSTS = None
NAMES = {
    host:
    1
    for host in
    HOSTS
}
