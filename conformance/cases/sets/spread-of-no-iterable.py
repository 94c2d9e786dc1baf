# note: A set display names what it cannot spread out otherwise than a list does.
REFUSED = []
for text in ("{*5}", "[*5]", "(*5,)", "{*None, 1}", "{**5}", "print(*5)", "print(**[])", "dict(**5)"):
    try:
        eval(text)
    except TypeError as error:
        REFUSED.append(str(error))
