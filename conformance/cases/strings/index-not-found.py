# note: index raises where find gives -1.
AT = "shop".index("z")
