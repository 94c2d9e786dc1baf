# note: An attribute that cannot be set is told at the line of its name.
SERVER = None
(HOST, SERVER
 .port) = ("db", 5432)
