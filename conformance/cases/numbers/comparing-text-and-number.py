# note: A text and a number have no order.
import os
WORKERS_OK = "4" > 2
