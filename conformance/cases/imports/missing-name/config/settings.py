from config.other import PRESENT, ABSENT
