# note: An argument that `basicConfig` does not know stops the settings.
import logging

logging.basicConfig(level=logging.INFO, formatter="%(message)s")
