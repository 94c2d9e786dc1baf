# note: Targets that do not fit are told at the line of their own brackets.
(HOST,
 (NAME, PORT)) = ("db", ["shop"])
