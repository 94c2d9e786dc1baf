# note: A key that cannot be hashed is told at its own line within a comprehension.
NAMES = {
    []: host
    for host in ["a"]
}
