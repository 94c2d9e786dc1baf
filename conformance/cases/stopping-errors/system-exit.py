# note: `sys.exit` raises SystemExit, which stops the settings with its text.
import sys
sys.exit('no configuration')
