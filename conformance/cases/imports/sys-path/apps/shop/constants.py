NAME = 'shop'
VALUE = 3
