# note: partition gives three parts always; where the separator is missing the whole stands first, from the right last.
USER, AT, HOST = "admin@example.com".partition("@")
NOTHING = "localhost".partition(":")
FROM_RIGHT = "localhost".rpartition(":")
FIRST_AND_LAST = ["a.b.c".partition("."), "a.b.c".rpartition(".")]
