# note: One text silences every id that is a part of it.
SILENCED_SYSTEM_CHECKS = "security.W001, security.W002"
