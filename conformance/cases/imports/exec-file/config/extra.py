EXTRA = HERE.endswith('config')
