# note: A time zone must be written as its file is named, in upper and lower case.
# django: 4.2
TIME_ZONE = 'europe/berlin'
