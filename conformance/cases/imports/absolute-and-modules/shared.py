SHARED = ['s']
