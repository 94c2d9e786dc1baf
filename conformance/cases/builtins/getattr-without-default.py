# note: A name that a value does not have stops the settings.
LENGTH = getattr("shop", "length")
