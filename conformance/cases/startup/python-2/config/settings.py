DEBUG = False
print "hello"
