TIME_ZONE = 'europe/berlin'
