TIME_ZONE = 'Asia/Calcutta'
