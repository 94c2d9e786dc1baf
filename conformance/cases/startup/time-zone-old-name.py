# note: The old names of time zones are still time zones.
TIME_ZONE = 'Asia/Calcutta'
