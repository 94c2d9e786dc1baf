# note: Literals of every base may have underscores, and floats need no digit before or after the point.
BASES = [0x1F, 0o17, 0b101, 0XFF, 1_000_000, 0x_ff]
FLOATS = [1.0, .5, 5., 1e3, 1E-3, 1_0.5e1_0]
FILE_UPLOAD_PERMISSIONS = 0o644
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755
