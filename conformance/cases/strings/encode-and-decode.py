# note: Encodings have many names, and error handlers say what becomes of characters that an encoding lacks.
UTF8 = ["é€😀".encode(), "é".encode("UTF_8"), "é".encode("utf-8-sig")]
LATIN = ["é".encode("latin-1"), "é".encode("ISO-8859-1"), "€".encode("cp1252")]
WIDE = ["aé".encode("utf-16-le"), "a".encode("utf-16"), "😀".encode("utf-32-be")]
HANDLED = ["é€".encode("ascii", how) for how in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace")]
DECODED = [b"\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"\xff\xfea\x00".decode("utf-16")]
LENIENT = [b"a\xffb".decode("utf-8", how) for how in ("ignore", "replace", "backslashreplace")]
