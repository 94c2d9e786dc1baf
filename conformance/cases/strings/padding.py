# note: Padding never cuts; zfill puts zeros behind a sign; the odd blank of center goes left only of even widths.
PORT = ["80".zfill(5), "-42".zfill(5), "+7".zfill(4), "".zfill(2), "123456".zfill(3)]
COLUMNS = ["ab".ljust(5, "."), "ab".rjust(5), "ab".center(5, "*"), "abc".center(6, "*"), "abc".center(2)]
TABS = ["a\tb".expandtabs(), "a\tb".expandtabs(4), "abcd\tb\n\tc".expandtabs(4), "a\tb".expandtabs(0)]
