# note: The standard tags say what a scalar is.
import yaml

TAGGED = yaml.safe_load('- !!str 1\n- !!int "2"\n- !!float 3\n- ! yes\n- !!bool "on"\n- 2024-02-29')
TEXT = TAGGED[0] + "x"
