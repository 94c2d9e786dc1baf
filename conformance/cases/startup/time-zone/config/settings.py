TIME_ZONE = 'Europe/Berlinn'
